import { createHash } from 'node:crypto';
import { publicKeyServicesEntries } from '../directory/public-key-services.mjs';
import { certutilTemplates } from '../formats/certutil-templates.mjs';
import { asPem } from '../formats/pem.mjs';
import { hostOf } from '../organisation.mjs';

const isTemplate = ({ attributes }) => attributes.some(([, ...values]) => values.includes('pKICertificateTemplate'));

/** What a CA says of itself, and its certificate, as two commands gave them on a German machine. */
function authorityInformation(org, pki, ca) {
  return [
    'Anzahl der Beendigungsmodule: 1',
    `Name der Zertifizierungsstelle: ${ca.name}`,
    `Bereinigter Kurzname der Zertifizierungsstelle (DS-Name): ${ca.name}`,
    'Zertifizierungsstellentyp: 1 -- Untergeordnete Unternehmenszertifizierungsstelle',
    '    ENUM_ENTERPRISE_SUBCA -- 1',
    'Anzahl der Zertifizierungsstellenzertifikate: 1',
    'Anzahl der KRA-Zertifikate: 0',
    'Anzahl der verwendeten KRA-Zertifikate: 0',
    'Zertifizierungsstellenzertifikat[0]: 3 -- Gültig',
    'Sperrliste[0]: 3 -- Gültig',
    'Sperrlisten-Veröffentlichungsstatus[0]: 5',
    '    CPF_BASE -- 1',
    '    CPF_COMPLETE -- 4',
    `DNS-Name: ${hostOf(org, ca.host)}`,
    'Erweiterter Server: 1',
    'Gebietsschemaname der Zertifizierungsstelle: de-DE',
    'CertUtil: -CAInfo-Befehl wurde erfolgreich ausgeführt.',
    'Zertifizierungsstellenzertifikat[0]: 3 -- Gültig',
    'Zertifizierungsstellenzertifikat[0]:',
    `${asPem(pki.issuing[ca.name])}`,
    'CertUtil: -CAInfo-Befehl wurde erfolgreich ausgeführt.',
    '',
  ].join('\r\n');
}

/** The list of CAs whose certificates sign in, as a domain controller keeps it. */
const trustedAuthorities = (pki) =>
  [
    'NTAuth "NTAuth"',
    ...Object.values(pki.issuing).flatMap((certificate, index) => [
      `================ Zertifikat ${index} ================`,
      `Zertifikathash(sha1): ${createHash('sha1').update(certificate).digest('hex')}`,
      'Keine Schlüsselanbieterinformationen',
      'Der Zertifikat- und private Schlüsselabgleich wurde nicht ausgeführt.',
      '',
    ]),
    'CertUtil: -store-Befehl wurde erfolgreich ausgeführt.',
    '',
  ].join('\r\n');

/** Outputs of certutil that tell what the directory tells as well. */
export const certutilOutputs = (org, pki) => [
  ['exports/certutil dsTemplate.txt', certutilTemplates(publicKeyServicesEntries(org, pki).filter(isTemplate))],
  ['exports/ca01 certutil CAInfo.txt', authorityInformation(org, pki, org.pki.issuing[0])],
  ['exports/dc01 certutil enterprise store NTAuth.txt', trustedAuthorities(pki)],
];

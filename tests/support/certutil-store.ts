import { createHash } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  Certificate,
  ExtendedKeyUsage,
  type Extension,
  KeyUsage,
  type Name,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509';
import { certificateNameText } from '../../src-main/evidence/certificate-name';
import { contentOf, derChildren, derValueAt, oidOf } from '../../src-main/evidence/der';
import { extensionOid, otherNameOid } from '../../src-main/knowledge/object-identifiers';
import type { HeldCertificate } from '../../src-shared/model/evidence/host';

/**
 * Writes a store as `certutil -v -store My` prints it, without the certificates: the form is that of public outputs, the words are those of a Windows in the
 * language.
 */
export type Language = 'en' | 'de' | 'fr';

const words = {
  en: {
    title: 'Personal',
    certificate: 'Certificate',
    serial: 'Serial Number: ',
    signature: 'Signature Algorithm:',
    oid: 'Algorithm ObjectId: ',
    parameters: 'Algorithm Parameters:',
    issuer: 'Issuer:',
    subject: 'Subject:',
    empty: 'EMPTY (DNS Name=dc01)',
    nameHash: 'Name Hash',
    dates: [' NotBefore: 6/18/2026 4:11 AM', ' NotAfter: 6/18/2027 4:11 AM'],
    key: 'Public Key Algorithm:',
    length: 'Public Key Length: 2048 bits',
    bytes: 'Public Key: UnusedBits = 0',
    extensions: 'Certificate Extensions: ',
    flags: ['Flags = ', ', Length = '],
    other: 'Other Name:',
    dns: 'DNS Name=',
    principal: 'Principal Name=',
    guid: 'DS Object Guid=',
    template: ['Template=', 'Major Version Number=', 'Minor Version Number='],
    policy: ['Application Certificate Policy:', 'Policy Identifier='],
    hash: 'Cert Hash(sha1): ',
    container: 'Key Container = ',
    provider: 'Provider = ',
    end: 'CertUtil: -store command completed successfully.',
  },
  de: {
    title: 'Eigene Zertifikate',
    certificate: 'Zertifikat',
    serial: 'Seriennummer: ',
    signature: 'Signaturalgorithmus:',
    oid: 'Algorithmus Objekt-ID: ',
    parameters: 'Algorithmusparameter:',
    issuer: 'Aussteller:',
    subject: 'Antragsteller:',
    empty: 'LEER (DNS-Name=dc01)',
    nameHash: 'Namenshash',
    dates: [' Nicht vor: 18.06.2026 04:11', ' Nicht nach: 18.06.2027 04:11'],
    key: 'Algorithmus für öffentlichen Schlüssel:',
    length: 'Länge des öffentlichen Schlüssels: 2048 Bits',
    bytes: 'Öffentlicher Schlüssel: Nicht verwendete Bits = 0',
    extensions: 'Zertifikaterweiterungen: ',
    flags: ['Kennzeichen = ', ', Länge = '],
    other: 'Anderer Name:',
    dns: 'DNS-Name=',
    principal: 'Prinzipalname=',
    guid: 'DS-Objekt-GUID=',
    template: ['Vorlage=', 'Hauptversionsnummer=', 'Nebenversionsnummer='],
    policy: ['Anwendungszertifikatrichtlinie:', 'Richtlinienkennung='],
    hash: 'Zertifikathash(sha1): ',
    container: 'Schlüsselcontainer = ',
    provider: 'Anbieter = ',
    end: 'CertUtil: -store-Befehl wurde erfolgreich ausgeführt.',
  },
  fr: {
    title: 'Personnel',
    certificate: 'Certificat',
    serial: 'Numéro de série\u00A0: ',
    signature: 'Algorithme de signature\u00A0:',
    oid: 'ID d’objet de l’algorithme\u00A0: ',
    parameters: 'Paramètres de l’algorithme\u00A0:',
    issuer: 'Émetteur\u00A0:',
    subject: 'Objet\u00A0:',
    empty: 'VIDE (Nom DNS=dc01)',
    nameHash: 'Hach. nom\u00A0',
    dates: [' NotBefore\u00A0: 18/06/2026 04:11', ' NotAfter\u00A0: 18/06/2027 04:11'],
    key: 'Algorithme de clé publique\u00A0:',
    length: 'Longueur de la clé publique\u00A0: 2048 bits',
    bytes: 'Clé publique\u00A0: Bits inutilisés = 0',
    extensions: 'Extensions du certificat\u00A0: ',
    flags: ['Indicateurs = ', ', Longueur = '],
    other: 'Autre nom\u00A0:',
    dns: 'Nom DNS=',
    principal: 'Nom principal=',
    guid: 'GUID de l’objet DS=',
    template: ['Modèle=', 'Numéro de version majeure=', 'Numéro de version mineure='],
    policy: ['Stratégie de certificat d’application\u00A0:', 'Identificateur de stratégie='],
    hash: 'Hach. cert. (sha1)\u00A0: ',
    container: 'Conteneur de clé\u00A0= ',
    provider: 'Fournisseur\u00A0= ',
    end: 'CertUtil: -store La commande s’est terminée correctement.',
  },
} as const;
type Words = (typeof words)[Language];

/** Any words do, as long as they are the same for the same usage. */
const usageName = (oid: string, { certificate }: Words): string =>
  `Verwendung été ${certificate} ${oid.length}-${oid.slice(-3)}`;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const spaced = (bytes: Uint8Array): string => hex(bytes).replace(/../gu, '$& ').trim();

function hexRows(bytes: Uint8Array): readonly string[] {
  const rows: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += 16) {
    const row = bytes.subarray(offset, offset + 16);
    const shown = spaced(row).slice(0, 23) + (row.length > 8 ? `  ${spaced(row.subarray(8))}` : '');
    const text = Buffer.from(row)
      .toString('latin1')
      .replace(/[^ -~]/gu, '.');
    rows.push(`    ${offset.toString(16).padStart(4, '0')}  ${shown.padEnd(49)}  ${text}`);
  }
  return rows;
}

function nameLines(name: Name, { nameHash, empty }: Words): readonly string[] {
  const parts = certificateNameText(name).split(/(?<!\\), /u);
  const hash = createHash('sha1')
    .update(Buffer.from(AsnConvert.serialize(name)))
    .digest('hex');
  return [
    ...(parts[0] === '' ? [`    ${empty}`] : parts.map((part) => `    ${part}`)),
    `  ${nameHash}(sha1): ${hash}`,
    `  ${nameHash}(md5): ${hash.slice(0, 32)}`,
    '',
  ];
}

function alternativeLines(value: Uint8Array, own: Words): readonly string[] {
  return [...AsnConvert.parse(value, SubjectAlternativeName)].flatMap((name) => {
    if (name.dNSName !== undefined) return [`        ${own.dns}${name.dNSName}`];
    if (name.uniformResourceIdentifier !== undefined) return [`        URL=${name.uniformResourceIdentifier}`];
    if (name.otherName === undefined) throw new Error('a name of a kind this does not print');
    const wrapped = new Uint8Array(name.otherName.value);
    const outer = derValueAt(wrapped, 0);
    const inner = outer.tag === 0xa0 ? wrapped.subarray(outer.start) : wrapped;
    const isPrincipal = name.otherName.typeId === otherNameOid.userPrincipalName;
    const shown = isPrincipal
      ? `${own.principal}${Buffer.from(contentOf(inner, derValueAt(inner, 0))).toString('utf8')}`
      : `${own.guid}${spaced(inner)}`;
    return [`        ${own.other}`, `             ${shown}`];
  });
}

/** What stands under the title of an extension; none for what is dumped as bytes. */
function textOf(oid: string, value: Uint8Array, own: Words): readonly string[] | undefined {
  const oids = (): readonly string[] =>
    [...derChildren(value, derValueAt(value, 0))].map((one) => oidOf(contentOf(value, derValueAt(value, one.start))));
  switch (oid) {
    case extensionOid.extendedKeyUsage:
      return [...AsnConvert.parse(value, ExtendedKeyUsage)].map(
        (usage) => `        ${usageName(usage, own)} (${usage})`,
      );
    case extensionOid.keyUsage: {
      const names = AsnConvert.parse(value, KeyUsage).toJSON();
      return [`        ${names.join(', ')} (${hex(value.subarray(3))})`];
    }
    case extensionOid.applicationPolicies:
      return oids().flatMap((usage, index) => [
        `        [${index + 1}]${own.policy[0]}`,
        `             ${own.policy[1]}${usageName(usage, own)}`,
      ]);
    case extensionOid.subjectAlternativeName:
      return alternativeLines(value, own);
    case extensionOid.template: {
      const [template, ...numbers] = [...derChildren(value, derValueAt(value, 0))].map((one) => contentOf(value, one));
      return [
        `        ${own.template[0]}Contoso (${own.certificate})(${oidOf(template ?? new Uint8Array())})`,
        ...numbers.map((number, index) => `        ${own.template[index + 1]}${Number.parseInt(hex(number), 16)}`),
      ];
    }
    case extensionOid.templateName:
      return [`        ${Buffer.from(value.subarray(2)).swap16().toString('utf16le')}`];
    case extensionOid.sid:
      return undefined;
    default:
      return ['        ?'];
  }
}

function extensionLines({ extnID, critical, extnValue }: Extension, own: Words): readonly string[] {
  const value = new Uint8Array(extnValue.buffer);
  const head = `    ${extnID}: ${own.flags[0]}${critical ? '1' : '0'}${own.flags[1]}${value.length.toString(16)}`;
  const text = textOf(extnID, value, own);
  return text === undefined ? [head, '', ...hexRows(value), ''] : [head, `    ${own.certificate} …`, ...text, ''];
}

/** One certificate with `-v`, or as it is printed without. */
function certificateLines(held: HeldCertificate, own: Words, isLong: boolean): readonly string[] {
  const { der, thumbprint, serialNumber, subject, issuer } = held.certificate;
  const { tbsCertificate: tbs, signatureAlgorithm } = AsnConvert.parse(Buffer.from(der, 'base64'), Certificate);
  const { algorithm, parameters } = tbs.subjectPublicKeyInfo.algorithm;
  const key = held.provider === undefined ? [] : [`    ${own.container}te-1`, `    ${own.provider}${held.provider}`];
  if (!isLong)
    return [
      `${own.serial}${serialNumber.toLowerCase()}`,
      `${own.issuer} ${issuer}`,
      ...own.dates,
      `${own.subject} ${subject === '' ? own.empty : subject}`,
      `${own.hash}${thumbprint.toLowerCase()}`,
      ...key,
      '',
    ];
  const extensions = tbs.extensions ?? [];
  return [
    `X509 ${own.certificate}:`,
    'Version: 3',
    `${own.serial}${serialNumber.toLowerCase()}`,
    own.signature,
    `    ${own.oid}${signatureAlgorithm.algorithm} sha256RSA`,
    `    ${own.parameters}`,
    '    05 00',
    own.issuer,
    ...nameLines(tbs.issuer, own),
    ...own.dates,
    '',
    own.subject,
    ...nameLines(tbs.subject, own),
    own.key,
    `    ${own.oid}${algorithm} RSA`,
    `    ${own.parameters}`,
    `    ${spaced(new Uint8Array(parameters ?? new ArrayBuffer(0)))}`,
    own.length,
    own.bytes,
    ...hexRows(new Uint8Array(tbs.subjectPublicKeyInfo.subjectPublicKey)),
    `${own.extensions}${extensions.length}`,
    ...extensions.flatMap((extension) => extensionLines(extension, own)),
    own.signature,
    `    ${own.oid}${signatureAlgorithm.algorithm} sha256RSA`,
    `    ${own.parameters}`,
    '    05 00',
    own.hash + thumbprint.toLowerCase(),
    '',
    ...(held.provider === undefined ? [] : ['  CERT_KEY_PROV_INFO_PROP_ID(2):', ...key, '    ProviderType = 0', '']),
    '  CERT_SHA1_HASH_PROP_ID(3):',
    `    ${thumbprint.toLowerCase()}`,
    '',
    ...(held.hasPrivateKey === true ? ['    NCRYPT_ALLOW_SIGNING_FLAG -- 2', ''] : []),
  ];
}

interface Printing {
  readonly language: Language;
  /** As with `-v`; by default true. */
  readonly isLong?: boolean;
  /** The command, as a saved window shows it. */
  readonly command?: string;
}

/** The text of a store. Certificates need the bytes they were decoded from. */
export function printedStore(
  certificates: readonly HeldCertificate[],
  { language, isLong = true, command }: Printing,
): string {
  const own = words[language];
  return [
    ...(command === undefined ? [] : [`C:\\>${command}`]),
    `My "${own.title}"`,
    ...certificates.flatMap((held, index) => [
      `================ ${own.certificate} ${index} ================`,
      ...certificateLines(held, own, isLong),
    ]),
    own.end,
    '',
  ].join('\r\n');
}

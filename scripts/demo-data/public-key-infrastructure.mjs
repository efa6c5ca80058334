import { templateOid } from './certificate-templates.mjs';
import { issue, opensslTime, openWorkshop, revocationList } from './openssl.mjs';
import { domain, domainControllers, federation, publicKeyServicesDn, sidOf } from './organisation.mjs';
import { seededRandom } from './seeded-random.mjs';

export const rootCa = { name: 'Contoso Root CA', host: 'rootca', file: 'Contoso Root CA' };
export const issuingCa = { name: 'Contoso Issuing CA 1', host: 'ca01', file: 'ca01.contoso.com_Contoso Issuing CA 1' };

const subjectOf = (ca) => `/DC=com/DC=contoso/CN=${ca.name}`;
const web = 'http://crl.contoso.com/cdp';
const escaped = (text) => text.replaceAll(' ', '%20');

const ldapCdp = (ca, attribute) =>
  `ldap:///${escaped(`CN=${ca.name},CN=${ca.host},CN=CDP,${publicKeyServicesDn}`)}?${attribute}?base?objectClass=cRLDistributionPoint`;

/** Where certificates of a CA say that its revocation lists and its own certificate are. */
const pointers = `crlDistributionPoints=cdp
authorityInfoAccess=@aia
authorityKeyIdentifier=keyid
subjectKeyIdentifier=hash`;
const pointerSections = (ca) => `[cdp]
fullname=@cdp_names
[cdp_names]
URI.1=${ldapCdp(ca, 'certificateRevocationList')}
URI.2=${web}/${escaped(ca.name)}.crl
[aia]
caIssuers;URI.1=ldap:///${escaped(`CN=${ca.name},CN=AIA,${publicKeyServicesDn}`)}?cACertificate?base?objectClass=certificationAuthority
caIssuers;URI.2=${web}/${escaped(ca.file)}.crt`;

const caUse = (pathLength) => `basicConstraints=critical,CA:TRUE${pathLength}
keyUsage=digitalSignature,keyCertSign,cRLSign
1.3.6.1.4.1.311.21.1=ASN1:INTEGER:0`;

function issueAuthorities(workshop) {
  const root = issue(workshop, {
    name: 'root',
    issuer: 'root',
    subject: subjectOf(rootCa),
    bits: 4096,
    serial: '5D3F0A1C9B7E42864A21E0C7715B98F3',
    notBefore: '2018-07-16T09:20:31Z',
    notAfter: '2038-07-16T09:30:29Z',
    sections: `[extensions]\n${caUse('')}\nsubjectKeyIdentifier=hash`,
  });
  const issuing = issue(workshop, {
    name: 'issuing',
    issuer: 'root',
    subject: subjectOf(issuingCa),
    bits: 4096,
    serial: '1E00000003C2A94D1750E86B4F000000000003',
    notBefore: '2023-07-19T13:02:48Z',
    notAfter: '2028-07-19T13:12:48Z',
    sections: `[extensions]
${caUse(',pathlen:0')}
1.3.6.1.4.1.311.20.2=ASN1:BMPSTRING:SubCA
${pointers}
${pointerSections(rootCa)}`,
  });
  return { root, issuing };
}

/** Serial numbers of a Windows CA: a prefix, the number of the request, eight drawn octets, the number again. */
function serialOf(requestId) {
  const drawn = seededRandom(`serial ${requestId}`).bytes(8).toString('hex');
  const number = requestId.toString(16);
  return `4c${number.padStart(8, '0')}${drawn}${number.padStart(12, '0')}`.toUpperCase();
}

const controllerDates = {
  DC01: { notBefore: '2026-06-18T04:11:57Z', notAfter: '2027-06-18T04:11:57Z', requestId: 0xa7 },
  DC02: { notBefore: '2025-12-22T15:37:20Z', notAfter: '2026-12-22T15:37:20Z', requestId: 0x82 },
  DC03: { notBefore: '2025-11-17T10:04:45Z', notAfter: '2026-11-17T10:04:45Z', requestId: 0x79 },
};

/** A domain controller's certificate as the "Domain Controller Authentication (Kerberos)" template yields it. */
function issueController(workshop, controller) {
  const { requestId, ...validity } = controllerDates[controller.name];
  return issue(workshop, {
    name: controller.name,
    issuer: 'issuing',
    subject: '/',
    serial: serialOf(requestId),
    ...validity,
    sections: `[extensions]
keyUsage=critical,digitalSignature,keyEncipherment
1.3.6.1.4.1.311.21.7=ASN1:SEQUENCE:template
extendedKeyUsage=clientAuth,serverAuth,1.3.6.1.4.1.311.20.2.2,1.3.6.1.5.2.3.5
1.3.6.1.4.1.311.21.10=ASN1:SEQUENCE:policies
subjectAltName=critical,@names
${pointers}
1.3.6.1.4.1.311.25.2=ASN1:SEQUENCE:sid
[template]
oid=OID:${templateOid('DomainControllerAuthentication(Kerberos)')}
major=INTEGER:100
minor=INTEGER:4
[policies]
client=SEQUENCE:policy_client
server=SEQUENCE:policy_server
logon=SEQUENCE:policy_logon
kdc=SEQUENCE:policy_kdc
[policy_client]
oid=OID:1.3.6.1.5.5.7.3.2
[policy_server]
oid=OID:1.3.6.1.5.5.7.3.1
[policy_logon]
oid=OID:1.3.6.1.4.1.311.20.2.2
[policy_kdc]
oid=OID:1.3.6.1.5.2.3.5
[names]
DNS.1=${controller.name.toLowerCase()}.${domain.dns}
DNS.2=${domain.dns}
DNS.3=${domain.netbios}
[sid]
other=IMPLICIT:0,SEQUENCE:sid_value
[sid_value]
oid=OID:1.3.6.1.4.1.311.25.2.1
value=EXPLICIT:0,OCTETSTRING:${sidOf(controller.rid)}
${pointerSections(issuingCa)}`,
  });
}

function list(workshop, ca, issuer, { crlNumber, thisUpdate, nextPublish, nextUpdate, revoked = [], deltaOf }) {
  const withDelta = ca === issuingCa && deltaOf === undefined;
  return revocationList(workshop, {
    issuer,
    crlNumber,
    thisUpdate,
    nextUpdate,
    revoked,
    sections: `[extensions]
authorityKeyIdentifier=keyid
1.3.6.1.4.1.311.21.1=ASN1:INTEGER:0
1.3.6.1.4.1.311.21.4=ASN1:UTCTIME:${opensslTime(nextPublish).slice(2)}
${deltaOf ? `2.5.29.27=critical,ASN1:INTEGER:0x${deltaOf}` : ''}
${withDelta ? 'freshestCRL=fresh\n[fresh]\nfullname=@fresh_names\n[fresh_names]' : ''}
${withDelta ? `URI.1=${ldapCdp(ca, 'deltaRevocationList')}\nURI.2=${web}/${escaped(ca.name)}+.crl` : ''}`,
  });
}

const takenBack = [
  { serial: serialOf(0x3b), revoked: '2026-02-09T11:24:00Z', expires: '2027-01-14T08:00:00Z', reason: 'superseded' },
  {
    serial: serialOf(0x9d),
    revoked: '2026-09-30T14:02:00Z',
    expires: '2027-08-21T08:00:00Z',
    reason: 'cessationOfOperation',
  },
];
const takenBackSinceBase = [
  { serial: serialOf(0xa2), revoked: '2026-11-21T16:48:00Z', expires: '2027-10-02T08:00:00Z', reason: 'keyCompromise' },
];

/** The root's list was last published to the directory in spring; the web copy is the new one. */
function issueLists(workshop) {
  return {
    rootInDirectory: list(workshop, rootCa, 'root', {
      crlNumber: '0F',
      thisUpdate: '2026-04-27T08:50:10Z',
      nextPublish: '2026-10-27T09:00:10Z',
      nextUpdate: '2026-11-03T09:10:10Z',
    }),
    root: list(workshop, rootCa, 'root', {
      crlNumber: '10',
      thisUpdate: '2026-10-26T08:41:22Z',
      nextPublish: '2027-04-26T08:51:22Z',
      nextUpdate: '2027-05-03T09:01:22Z',
    }),
    issuing: list(workshop, issuingCa, 'issuing', {
      crlNumber: 'D6',
      thisUpdate: '2026-11-20T17:05:30Z',
      nextPublish: '2026-11-27T17:15:30Z',
      nextUpdate: '2026-11-28T05:35:30Z',
      revoked: takenBack,
    }),
    issuingDelta: list(workshop, issuingCa, 'issuing', {
      crlNumber: 'D8',
      thisUpdate: '2026-11-22T11:05:31Z',
      nextPublish: '2026-11-23T11:15:31Z',
      nextUpdate: '2026-11-23T23:35:31Z',
      revoked: takenBackSinceBase,
      deltaOf: 'D6',
    }),
  };
}

/** AD FS makes its token certificates itself: self-signed, for one year. */
function issueFederation(workshop, purpose, serial) {
  const name = `adfs-${purpose}`.toLowerCase();
  const subject = `/CN=ADFS ${purpose} - ${federation.host}`;
  return issue(workshop, {
    name,
    issuer: name,
    subject,
    serial,
    ...federation.signing,
    sections: '[extensions]\nkeyUsage=digitalSignature,keyEncipherment',
  });
}

/**
 * Makes all certificates and revocation lists (DER). `sign` signs text with the token-signing key
 * (RSA SHA-256), which is gone after `close`.
 */
export function makePublicKeyInfrastructure() {
  const workshop = openWorkshop();
  const authorities = issueAuthorities(workshop);
  return {
    ...authorities,
    controllers: Object.fromEntries(domainControllers.map((dc) => [dc.name, issueController(workshop, dc)])),
    lists: issueLists(workshop),
    tokenSigning: issueFederation(workshop, 'Signing', '26A1F0D95C3B7E8841D2069FBC5A7E13'),
    tokenDecrypting: issueFederation(workshop, 'Encryption', '3B80C6E21F974AD5B9E60173D82C4F5A'),
    tokenSigningKey: workshop.read('adfs-signing.key'),
    close: workshop.remove,
  };
}

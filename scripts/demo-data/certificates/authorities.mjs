import { issue, opensslTime, revocationList } from './openssl.mjs';
import { serialOf } from './serial-number.mjs';

const escaped = (text) => text.replaceAll(' ', '%20');

/** A distinguished name in the order of the encoding, as openssl takes subjects: `/DC=com/DC=contoso/CN=…`. */
export const subjectOf = (dn) =>
  dn
    .split(/(?<!\\),/)
    .reverse()
    .map((part) => `/${part.replaceAll('\\', '').replaceAll('/', '\\/')}`)
    .join('');

const ldapCdp = (org, ca, attribute) =>
  `ldap:///${escaped(`CN=${ca.name},CN=${ca.host},CN=CDP,${org.publicKeyServicesDn}`)}?${attribute}?base?objectClass=cRLDistributionPoint`;

/** Where certificates of a CA say that its revocation lists and its own certificate are. */
export const pointers = `crlDistributionPoints=cdp
authorityInfoAccess=@aia
authorityKeyIdentifier=keyid
subjectKeyIdentifier=hash`;
export const pointerSections = (org, ca) => `[cdp]
fullname=@cdp_names
[cdp_names]
URI.1=${ldapCdp(org, ca, 'certificateRevocationList')}
URI.2=${org.pki.web}/${escaped(ca.name)}.crl
[aia]
caIssuers;URI.1=ldap:///${escaped(`CN=${ca.name},CN=AIA,${org.publicKeyServicesDn}`)}?cACertificate?base?objectClass=certificationAuthority
caIssuers;URI.2=${org.pki.web}/${escaped(ca.file)}.crt`;

const caUse = (pathLength) => `basicConstraints=critical,CA:TRUE${pathLength}
keyUsage=digitalSignature,keyCertSign,cRLSign
1.3.6.1.4.1.311.21.1=ASN1:INTEGER:0`;

function issueAuthority(workshop, org, ca, issuer, sections) {
  const { serial, notBefore, notAfter } = ca;
  return issue(workshop, {
    name: ca.host,
    issuer: issuer.host,
    key: `${org.seed}${ca.name}`,
    subject: subjectOf(`CN=${ca.name},${org.domain.dn}`),
    bits: 4096,
    ...{ serial, notBefore, notAfter, sections },
  });
}

/** Certificates of the root and of each issuing CA, by name. */
export function issueAuthorities(workshop, org) {
  const { root, issuing } = org.pki;
  const rootSections = `[extensions]\n${caUse('')}\nsubjectKeyIdentifier=hash`;
  const sections = `[extensions]
${caUse(',pathlen:0')}
1.3.6.1.4.1.311.20.2=ASN1:BMPSTRING:SubCA
${pointers}
${pointerSections(org, root)}`;
  return {
    root: issueAuthority(workshop, org, root, root, rootSections),
    issuing: Object.fromEntries(issuing.map((ca) => [ca.name, issueAuthority(workshop, org, ca, root, sections)])),
  };
}

function list(workshop, org, ca, { number, thisUpdate, nextPublish, nextUpdate, revoked = [], base }) {
  const withDelta = ca.delta !== undefined && base === undefined;
  return revocationList(workshop, {
    issuer: ca.host,
    crlNumber: number,
    thisUpdate,
    nextUpdate,
    revoked: revoked.map((one) => ({ ...one, serial: serialOf(org, one.requestId) })),
    sections: `[extensions]
authorityKeyIdentifier=keyid
1.3.6.1.4.1.311.21.1=ASN1:INTEGER:0
1.3.6.1.4.1.311.21.4=ASN1:UTCTIME:${opensslTime(nextPublish).slice(2)}
${base ? `2.5.29.27=critical,ASN1:INTEGER:0x${base}` : ''}
${withDelta ? 'freshestCRL=fresh\n[fresh]\nfullname=@fresh_names\n[fresh_names]' : ''}
${withDelta ? `URI.1=${ldapCdp(org, ca, 'deltaRevocationList')}\nURI.2=${org.pki.web}/${escaped(ca.name)}+.crl` : ''}`,
  });
}

/** Revocation lists of each CA by name: the one on the web, the one in the directory where it is another, the delta. */
export function issueLists(workshop, org) {
  const { root, issuing } = org.pki;
  const listsOf = (ca) => {
    const web = list(workshop, org, ca, ca.list);
    return {
      web,
      inDirectory: ca.list.inDirectory ? list(workshop, org, ca, ca.list.inDirectory) : web,
      delta: ca.delta && list(workshop, org, ca, { ...ca.delta, base: ca.list.number }),
    };
  };
  return Object.fromEntries([root, ...issuing].map((ca) => [ca.name, listsOf(ca)]));
}

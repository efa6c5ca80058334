import { domain, templateOidArc } from '../../facts.ts';
import type { IssuerFacts } from './issuer-facts.ts';

export const kdcAuthentication = '1.3.6.1.5.2.3.5';
export const smartCardLogon = '1.3.6.1.4.1.311.20.2.2';
export const clientAuthentication = '1.3.6.1.5.5.7.3.2';
export const serverAuthentication = '1.3.6.1.5.5.7.3.1';

/** Where a certificate says its CA's revocation lists are; the documented order is directory, then web. */
export type ListPlaces = 'directory-and-web' | 'web-and-directory' | 'directory' | 'tls';

/** How a certificate names its template: by OID (version 2 and later), by name (version 1), or not at all. */
export type TemplateMark = 'oid' | 'name' | 'none';

/** `openssl ca` settings of an authority whose files are in `folder`. */
export function authorityConfig(folder: string, extensions: string): string {
  return `
[ca]
default_ca = authority
[authority]
dir = ${folder}
database = ${folder}/index.txt
new_certs_dir = ${folder}/issued
certificate = ${folder}/ca.crt
private_key = ${folder}/ca.key
crlnumber = ${folder}/crlnumber
rand_serial = yes
default_md = sha256
default_days = 365
policy = any_subject
unique_subject = no
[any_subject]
DC = optional
CN = optional
[req]
distinguished_name = no_prompt
string_mask = utf8only
utf8 = yes
prompt = no
[no_prompt]
${extensions}
`;
}

export function rootExtensions(): string {
  return `
[extensions]
basicConstraints = critical, CA:TRUE
keyUsage = critical, digitalSignature, keyCertSign, cRLSign
subjectKeyIdentifier = hash
1.3.6.1.4.1.311.21.1 = ASN1:INTEGER:0
`;
}

export function issuingAuthorityExtensions(root: IssuerFacts): string {
  return `
[extensions]
basicConstraints = critical, CA:TRUE
keyUsage = critical, digitalSignature, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
1.3.6.1.4.1.311.21.1 = ASN1:INTEGER:0
${revocationAndIssuer(root, 'web-and-directory')}
`;
}

export interface ControllerExtensions {
  readonly names: readonly string[];
  readonly usages: readonly string[];
  readonly template: TemplateMark;
  readonly places: ListPlaces;
  /** RID of the account, for the SID extension. */
  readonly rid: number;
}

/** What a domain controller gets from the "Domain Controller Authentication (Kerberos)" template (catalogue A.9), or a fault of it. */
export function domainControllerExtensions(issuer: IssuerFacts, wanted: ControllerExtensions): string {
  const { names, usages, template, places, rid } = wanted;
  const mark = {
    oid: '1.3.6.1.4.1.311.21.7 = ASN1:SEQUENCE:template\n1.3.6.1.4.1.311.21.10 = ASN1:SEQUENCE:policies',
    name: '1.3.6.1.4.1.311.20.2 = ASN1:BMPSTRING:DomainController',
    none: '',
  }[template];
  return `
[extensions]
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = ${usages.join(', ')}
${mark}
subjectAltName = critical, ${names.map((name) => `DNS:${name}`).join(', ')}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
1.3.6.1.4.1.311.25.2 = ASN1:SEQUENCE:sid_extension
${revocationAndIssuer(issuer, places)}
[template]
oid = OID:${templateOidArc}.187.5823411.10027737
major = INTEGER:100
minor = INTEGER:4
[policies]
${usages.map((_, index) => `policy${index} = SEQUENCE:policy${index}`).join('\n')}
${usages.map((usage, index) => `[policy${index}]\noid = OID:${usage}`).join('\n')}
[sid_extension]
other = IMPLICIT:0,SEQUENCE:sid_name
[sid_name]
oid = OID:1.3.6.1.4.1.311.25.2.1
value = EXPLICIT:0,OCTETSTRING:${domain.sid}-${rid}
`;
}

export function webServerExtensions(issuer: IssuerFacts, names: readonly string[]): string {
  return `
[extensions]
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth
subjectAltName = ${names.map((name) => `DNS:${name}`).join(', ')}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
${revocationAndIssuer(issuer, 'web-and-directory')}
`;
}

/** A responder's certificate: nobody asks whether it is revoked (RFC 6960 4.2.2.2.1). */
export function responderExtensions(): string {
  return `
[extensions]
keyUsage = critical, digitalSignature
extendedKeyUsage = OCSPSigning
noCheck = ignored
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;
}

/** Extensions of a CRL. A delta list names the base it builds on; OpenSSL only takes that extension by its number. */
export function revocationListExtensions(issuer: IssuerFacts, nextPublish: string, deltaOfNumber?: number): string {
  const pointer = issuer.hasDelta ? 'freshestCRL = freshest' : '';
  const deltaOrPointer = deltaOfNumber === undefined ? pointer : `2.5.29.27 = critical, ASN1:INTEGER:${deltaOfNumber}`;
  return `
[crl_extensions]
authorityKeyIdentifier = keyid
1.3.6.1.4.1.311.21.1 = ASN1:INTEGER:0
1.3.6.1.4.1.311.21.4 = ASN1:UTCTIME:${nextPublish}
${deltaOrPointer}
[freshest]
fullname = @freshest_names
[freshest_names]
URI.1 = ${directoryListUrl(issuer, 'deltaRevocationList')}
URI.2 = ${webListUrl(issuer, '+')}
`;
}

function revocationAndIssuer(issuer: IssuerFacts, places: ListPlaces): string {
  const directory = directoryListUrl(issuer, 'certificateRevocationList');
  const web = webListUrl(issuer, '');
  const urls = {
    'directory-and-web': [directory, web],
    'web-and-directory': [web, directory],
    directory: [directory],
    tls: [web.replace('http:', 'https:')],
  }[places];
  const responder = issuer.hasResponder ? `OCSP;URI.1 = http://${issuer.webHost}/ocsp` : '';
  // A section of its own per name list is what lets LDAP URLs keep their commas.
  return `
crlDistributionPoints = cdp
authorityInfoAccess = @aia
[cdp]
fullname = @cdp_names
[cdp_names]
${urls.map((url, index) => `URI.${index + 1} = ${url}`).join('\n')}
[aia]
caIssuers;URI.1 = http://${issuer.webHost}/CertEnroll/${encodeURIComponent(issuer.name)}.crt
${responder}
`;
}

function webListUrl(issuer: IssuerFacts, suffix: '' | '+'): string {
  return `http://${issuer.webHost}/CertEnroll/${encodeURIComponent(issuer.name)}${suffix}.crl`;
}

function directoryListUrl(
  { name, container, configurationDn }: IssuerFacts,
  attribute: 'certificateRevocationList' | 'deltaRevocationList',
): string {
  const place = `CN=CDP,CN=Public%20Key%20Services,CN=Services,${configurationDn}`;
  return `ldap:///CN=${encodeURIComponent(name)},CN=${container},${place}?${attribute}?base?objectClass=cRLDistributionPoint`;
}

import { certificationAuthority, domain, domainController, templateOidArc, web } from '../../facts.ts';

const kdcAuthentication = '1.3.6.1.5.2.3.5';
const smartCardLogon = '1.3.6.1.4.1.311.20.2.2';

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

export function issuingAuthorityExtensions(rootName: string): string {
  return `
[extensions]
basicConstraints = critical, CA:TRUE
keyUsage = critical, digitalSignature, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
1.3.6.1.4.1.311.21.1 = ASN1:INTEGER:0
${revocationAndIssuer(rootName)}
`;
}

/** What a domain controller gets from the "Domain Controller Authentication (Kerberos)" template (catalogue A.9). */
export function domainControllerExtensions(issuerName: string, names: readonly string[]): string {
  const usages = ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1', smartCardLogon, kdcAuthentication];
  return `
[extensions]
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = ${usages.join(', ')}
1.3.6.1.4.1.311.21.7 = ASN1:SEQUENCE:template
1.3.6.1.4.1.311.21.10 = ASN1:SEQUENCE:policies
subjectAltName = critical, ${names.map((name) => `DNS:${name}`).join(', ')}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
1.3.6.1.4.1.311.25.2 = ASN1:SEQUENCE:sid_extension
${revocationAndIssuer(issuerName)}
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
value = EXPLICIT:0,OCTETSTRING:${domain.sid}-1000
`;
}

export function webServerExtensions(issuerName: string, names: readonly string[]): string {
  return `
[extensions]
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth
subjectAltName = ${names.map((name) => `DNS:${name}`).join(', ')}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
${revocationAndIssuer(issuerName)}
`;
}

/** Extensions of a CRL. A delta list names the base it builds on; OpenSSL only takes that extension by its number. */
export function revocationListExtensions(issuerName: string, nextPublish: string, deltaOfNumber?: number): string {
  const deltaOrPointer =
    deltaOfNumber === undefined ? 'freshestCRL = freshest' : `2.5.29.27 = critical, ASN1:INTEGER:${deltaOfNumber}`;
  return `
[crl_extensions]
authorityKeyIdentifier = keyid
1.3.6.1.4.1.311.21.1 = ASN1:INTEGER:0
1.3.6.1.4.1.311.21.4 = ASN1:UTCTIME:${nextPublish}
${deltaOrPointer}
[freshest]
fullname = @freshest_names
[freshest_names]
URI.1 = ${directoryListUrl(issuerName, 'deltaRevocationList')}
URI.2 = ${webListUrl(issuerName, '+')}
`;
}

/** Host whose container under CN=CDP holds the lists of a CA. */
export function cdpHost(issuerName: string): string {
  return issuerName === certificationAuthority.rootName ? 'rootca' : 'ca01';
}

function revocationAndIssuer(issuerName: string): string {
  // A section of its own per name list is what lets LDAP URLs keep their commas.
  return `
crlDistributionPoints = cdp
authorityInfoAccess = @aia
[cdp]
fullname = @cdp_names
[cdp_names]
URI.1 = ${directoryListUrl(issuerName, 'certificateRevocationList')}
URI.2 = ${webListUrl(issuerName, '')}
[aia]
caIssuers;URI.1 = http://${web.pkiHost}/CertEnroll/${encodeURIComponent(issuerName)}.crt
`;
}

function webListUrl(issuerName: string, suffix: '' | '+'): string {
  return `http://${web.pkiHost}/CertEnroll/${encodeURIComponent(issuerName)}${suffix}.crl`;
}

function directoryListUrl(issuerName: string, attribute: 'certificateRevocationList' | 'deltaRevocationList'): string {
  const name = encodeURIComponent(issuerName);
  const container = `CN=CDP,CN=Public%20Key%20Services,CN=Services,${domain.configurationDn}`;
  return `ldap:///CN=${name},CN=${cdpHost(issuerName)},${container}?${attribute}?base?objectClass=cRLDistributionPoint`;
}

export const domainControllerNames: readonly string[] = [domainController.hostName, domain.dnsName, domain.netBiosName];

/** Services everybody uses: to name them tells nothing of a customer. Subdomains included. */
const publicDomains = [
  'microsoft.com',
  'microsoftonline.com',
  'microsoftonline-p.com',
  'windows.net',
  'windows.com',
  'azure.com',
  'azure.net',
  'azureedge.net',
  'msauth.net',
  'msftauth.net',
  'msftconnecttest.com',
  'office.com',
  'office365.com',
  'live.com',
  'digicert.com',
  'w3.org',
  'xmlsoap.org',
  'oasis-open.org',
  'ietf.org',
  'rfc-editor.org',
  'github.com',
  'example',
] as const;

/** Where Entra ID keeps the tenants' own names: those are the customer's. */
export const tenantDomain = 'onmicrosoft.com';

export function isPublicHost(name: string): boolean {
  const lower = name.toLowerCase();
  return publicDomains.some((domain) => lower === domain || lower.endsWith(`.${domain}`));
}

/** Names of hosts that Microsoft's documents give, or that are no names: they stay in front of a domain, and as words. */
const standardLabels = new Set([
  ...['adfs', 'fs', 'sts', 'www', 'ldap', 'crl', 'ocsp', 'pki', 'cdp', 'aia', 'ca', 'dc', 'gc', 'pdc', 'mail'],
  ...['autodiscover', 'enterpriseregistration', 'enterpriseenrollment', 'certauth', 'device', 'login', 'localhost'],
  ...['domaindnszones', 'forestdnszones', 'client', 'server', 'host', 'user', 'domain'],
]);
export const isStandardLabel = (label: string): boolean =>
  standardLabels.has(label.toLowerCase()) || label.startsWith('_');

/** Organisations that the examples of our own sentences are about: the demo's customer is one of them. */
export const isExampleOrganisation = (word: string): boolean => word === 'contoso' || word === 'fabrikam';

/** Whether `DOMAIN\\` and this word begin the name of an account or group that every domain has, as Domain Users. */
export const beginsWellKnownAccount = (word: string): boolean => wellKnown.has(word.toLowerCase());
const wellKnown = new Set([
  ...['domain', 'enterprise', 'schema', 'key', 'cert', 'protected', 'group', 'read-only', 'cloneable', 'allowed'],
  ...['denied', 'administrator', 'administrators', 'guest', 'krbtgt'],
]);

/** Group policy objects that every domain has under the same number (MS-GPOD). */
export const isWellKnownGuid = (guid: string): boolean => /-11d2-945f-00c04fb984f9$/iu.test(guid);

/** Last labels of names in a network that are no endings of files. */
const topLevel = new Set([
  ...['com', 'net', 'org', 'edu', 'gov', 'mil', 'int', 'info', 'biz', 'cloud', 'dev', 'app', 'online', 'tech', 'group'],
  ...['local', 'lan', 'intern', 'internal', 'intra', 'corp', 'home', 'private', 'test', 'invalid', 'example', 'bank'],
]);
const fileEndings = new Set(['ps', 'py', 'js', 'ts', 'md', 'gz', 'db', 'cs', 'so', 'tf']);
export function isTopLevel(label: string): boolean {
  const lower = label.toLowerCase();
  return topLevel.has(lower) || (/^[a-z]{2}$/u.test(lower) && !fileEndings.has(lower));
}

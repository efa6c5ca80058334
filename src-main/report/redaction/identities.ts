/**
 * Something that names the customer, or somebody or something of it; another name of `of` when that is given. A `thing` is a policy, template or unit, which somebody
 * may have called after somebody.
 */
export interface Identity {
  readonly kind: 'user' | 'group' | 'host' | 'domain' | 'organisation' | 'authority' | 'site' | 'thing';
  readonly name: string;
  readonly of?: string;
}

/** What a redaction knows besides the report itself. */
export interface Identities {
  /** Secret of the engagement: the same key gives the same stand-ins. */
  readonly key: string;
  /** All that the evidence names, also what no finding is about. */
  readonly names: readonly Identity[];
}

type Node = Readonly<Record<string, unknown>>;

const userKeys = ['samAccountName', 'onPremisesSamAccountName', 'userPrincipalName', 'onPremisesUserPrincipalName'];
const hostKeys = ['dnsHostName', 'hostName', 'host', 'deviceName', 'machineName', 'node', 'primary', 'Device Name'];
const domainKeys = ['dnsRoot', 'upnSuffixes', 'suffix', 'domain', 'onPremisesDomainName', 'forest', 'DomainName'];
const shortDomainKeys = ['netBiosName', 'flatName', 'DomainName'];
/** Kinds of evidence whose `name` or `displayName` is a computer's. */
const computers = new Set([
  ...['ad.pilot-computers', 'ad.servers', 'ad.registered-devices', 'entra.devices', 'entra.hello-methods'],
  ...['intune.managed-devices', 'ad.domain-controllers'],
]);
/** Kinds of evidence whose `name` an administrator chose. */
const things = /^(?:policy|intune)\.|^ad\.(?:group-policy|certificate-templates)$|^entra\.conditional-access$/u;
const groups = new Set(['ad.groups', 'ad.privileged-groups']);

/** Names in the data of one record of evidence, by the fields that hold them; duplicates included. */
export function* identitiesIn(kind: string, data: unknown): Generator<Identity> {
  if (Array.isArray(data)) for (const item of data) yield* identitiesIn(kind, item);
  else if (typeof data === 'string') yield* namesOfDn(data);
  else if (typeof data === 'object' && data !== null) {
    const node = data as Node;
    yield* namesOfNode(kind, node);
    for (const value of Object.values(node))
      if (typeof value === 'object' || typeof value === 'string') yield* identitiesIn(kind, value);
  }
}

function* namesOfNode(kind: string, node: Node): Generator<Identity> {
  if (groups.has(kind)) yield* namesOfGroup(node);
  else yield* namesOfUser(node);
  yield* namesOfThing(kind, node);
  for (const name of textsAt(node, hostKeys)) yield { kind: 'host', name };
  if (computers.has(kind)) for (const name of textsAt(node, ['name', 'displayName'])) yield { kind: 'host', name };
  for (const name of textsAt(node, domainKeys)) if (name.includes('.')) yield { kind: 'domain', name };
  for (const name of textsAt(node, shortDomainKeys)) if (!name.includes('.')) yield { kind: 'organisation', name };
  if (kind === 'entra.domains') for (const name of textsAt(node, ['id'])) yield { kind: 'domain', name };
  if (kind === 'entra.organization') {
    for (const name of textsAt(node, ['displayName'])) yield { kind: 'organisation', name };
    for (const name of textsAt(node, ['name'])) if (name.includes('.')) yield { kind: 'domain', name };
  }
  for (const name of textsAt(node, ['TenantName'])) yield { kind: 'organisation', name };
  if (kind === 'ad.certification-authorities' && textsAt(node, ['dnsHostName']).length > 0)
    for (const name of textsAt(node, ['name'])) yield { kind: 'authority', name };
  for (const name of textsAt(node, ['issuer']))
    for (const [, authority = ''] of name.matchAll(/^CN=([^,=]{4,200})(?:,|$)/gu))
      if (!/[./]/u.test(authority)) yield { kind: 'authority', name: authority };
}

/** A user by the name of the account, the part before the `@`, and the name it is shown under. */
function* namesOfUser(node: Node): Generator<Identity> {
  const [first, ...others] = textsAt(node, userKeys);
  if (first === undefined) return;
  const account = aliasOf(first);
  yield { kind: 'user', name: account };
  const shown = [...textsAt(node, ['displayName']), ...textsAt(node, dnKeys).flatMap((dn) => commonName(dn) ?? [])];
  for (const name of [...others.map(aliasOf), ...shown]) yield { kind: 'user', name, of: account };
  for (const name of shown) {
    const turned = /^([\p{L}'’-]+) ([\p{L}'’ -]+)$/u.exec(name);
    if (turned !== null) yield { kind: 'user', name: `${turned[2]}, ${turned[1]}`, of: account };
  }
}

/** What is shown under a name and is no account. */
function* namesOfThing(kind: string, node: Node): Generator<Identity> {
  if (computers.has(kind) || textsAt(node, userKeys).length > 0) return;
  for (const name of textsAt(node, things.test(kind) ? ['displayName', 'name'] : ['displayName']))
    yield { kind: 'thing', name };
}

/** Not the groups that every domain has under the same relative identifier. */
function* namesOfGroup(node: Node): Generator<Identity> {
  const [sid] = textsAt(node, ['objectSid', 'sid']);
  const isOwn = sid !== undefined && /^S-1-5-21-.*-\d{4,}$/u.test(sid);
  if (isOwn) for (const name of textsAt(node, ['samAccountName'])) yield { kind: 'group', name };
  for (const dn of textsAt(node, ['members', 'member'])) {
    const name = /,OU=/iu.test(dn) ? commonName(dn) : undefined;
    if (name !== undefined) yield { kind: 'user', name };
  }
}

/** Sites lie at one place in every forest (MS-ADTS 6.1.1.2.2.1); units are called as an administrator wished. */
function* namesOfDn(text: string): Generator<Identity> {
  if (!text.includes('=')) return;
  for (const [, name = ''] of text.matchAll(/(?:^|,)OU=([^,=]{2,64})(?=,)/giu)) yield { kind: 'thing', name };
  const [, site] = /(?:^|,)CN=([^,=]{2,64}),CN=Sites,CN=Configuration,/iu.exec(text) ?? [];
  if (site !== undefined) yield { kind: 'site', name: site };
}

const dnKeys = ['distinguishedName', 'onPremisesDistinguishedName'];
const aliasOf = (account: string): string => account.split('@')[0]?.split('\\').at(-1) ?? account;
const commonName = (dn: string): string | undefined =>
  /^CN=((?:\\.|[^,\\]){1,256}),/iu.exec(dn)?.[1]?.replace(/\\(.)/gu, '$1');

const textsAt = (node: Node, keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => {
    const value = Object.hasOwn(node, key) ? node[key] : undefined;
    if (typeof value === 'string') return value === '' ? [] : [value];
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string' && each !== '') : [];
  });

import { describe, expect, it } from 'vitest';
import type { DirectoryContext, DirectoryEntry } from '../../../src-main/evidence/directory/directory-topic';
import { groupPolicyTopic } from '../../../src-main/evidence/directory/group-policy-topic';
import { sidBytes } from '../../../src-main/evidence/sid';
import type { DirectoryGroupPolicy, GroupPolicyObject } from '../../../src-shared/model/evidence/policy';
import { defaultScope } from '../../../src-shared/model/scope';
import { demo, entryOf } from './fixture';

const nc = 'DC=contoso,DC=com';
const [first, second, filter] = [
  '31B2F340-016D-11D2-945F-00C04FB984F9',
  '5B3D86F0-7A14-49C2-B6E8-E20F9D43718A',
  'C1D2E3F4-0000-4000-8000-000000000001',
];
const registry = '35378EAC-683F-11D2-A89A-00C04FBBCFA2';
const preferences = 'B087BE9D-ED37-454F-AF9C-04291E351182';

const contextOf = (origin: DirectoryContext['origin']): DirectoryContext => ({
  forest: 'contoso.com',
  configurationNamingContext: `CN=Configuration,${nc}`,
  schemaNamingContext: `CN=Schema,CN=Configuration,${nc}`,
  rootDomainNamingContext: nc,
  domain: { dnsRoot: 'contoso.com', namingContext: nc },
  scope: defaultScope,
  origin,
  pilotGroups: new Map(),
  authorityHosts: () => [],
});

function read(entries: readonly DirectoryEntry[], origin: DirectoryContext['origin'] = 'search'): DirectoryGroupPolicy {
  const reader = groupPolicyTopic.reader(contextOf(origin));
  // A server has picked already.
  for (const entry of entries)
    if (origin === 'search' || groupPolicyTopic.accepts(entry.dn.toLowerCase(), entry)) reader.add(entry);
  return reader.finish().data;
}
const policy = (guid: string | undefined, more: Record<string, string | Buffer> = {}): DirectoryEntry =>
  entryOf(`CN={${guid}},CN=Policies,CN=System,${nc}`, {
    objectClass: ['top', 'container', 'groupPolicyContainer'],
    displayName: 'WHFB Pilot',
    flags: '0',
    versionNumber: '65537',
    ...more,
  });
const onlyObject = (
  entries: readonly DirectoryEntry[],
  origin?: DirectoryContext['origin'],
): GroupPolicyObject | undefined => read(entries, origin).objects[0];

/** The descriptor of a policy of the demo customer, whose export holds it in base64, folded. */
const demoDescriptor = (): Buffer => {
  const text = demo('directory/domain.ldif')
    .toString('utf8')
    .replaceAll(/\r?\n /gu, '');
  const base64 = /displayName: WHFB Pilot\r?\nnTSecurityDescriptor:: (?<value>\S+)/u.exec(text)?.groups?.value ?? '';
  return Buffer.from(base64, 'base64');
};

describe('group policy objects', () => {
  it('have their filter, extensions and rights', () => {
    const object = onlyObject([
      policy(first, {
        gPCMachineExtensionNames: `[{${registry}}{D02B1F72-3407-48AE-BA88-E8213C6761F1}][{${preferences}}{BEE07A6A-EC9F-4659-B8C9-0B1937907C83}]`,
        gPCWQLFilter: `[contoso.com;{${filter}};0]`,
        nTSecurityDescriptor: demoDescriptor(),
      }),
      entryOf(`CN={${filter}},CN=SOM,CN=WMIPolicy,CN=System,${nc}`, {
        objectClass: ['top', 'msWMI-Som'],
        'msWMI-Name': 'Nur Windows 11 – Größe',
        'msWMI-Parm2': '1;3;10;8;WQL;root\\CIMv2;SELECT 1;',
      }),
    ]);
    expect(object).toMatchObject({
      hasWmiFilter: true,
      wmiFilter: { name: 'Nur Windows 11 – Größe', queries: ['SELECT 1'] },
      machineExtensions: [registry.toLowerCase(), preferences.toLowerCase()],
      userExtensions: [],
    });
    expect(object?.securityDescriptor?.entries.some(({ sid, allows }) => allows && sid === 'S-1-5-11')).toBe(true);
  });

  it('name a filter that is not visible', () => {
    const object = onlyObject([
      policy(first, { gPCWQLFilter: `[contoso.com;{${filter}};0]` }),
      entryOf(`CN={${filter}},CN=SOM,CN=WMIPolicy,CN=System,${nc}`, {}),
    ]);
    expect(object).toMatchObject({ hasWmiFilter: true });
    expect(object?.wmiFilter).toBeUndefined();
  });

  it('that may not be read are kept as hidden', () => {
    const { objects } = read([policy(first), entryOf(`CN={${second}},CN=Policies,CN=System,${nc}`, {})]);
    expect(objects.map(({ guid, isHidden }) => [guid, isHidden])).toEqual([
      [first?.toLowerCase(), undefined],
      [second?.toLowerCase(), true],
    ]);
  });

  it('are sorted, whatever the order they come in', () => {
    const [one, other] = [policy(first), policy(second)];
    const unit = (name: string): DirectoryEntry =>
      entryOf(`OU=${name},${nc}`, { objectClass: ['top', 'organizationalUnit'], gPOptions: '1' });
    expect(read([one, other, unit('b'), unit('a')])).toEqual(read([unit('a'), other, unit('b'), one]));
  });

  it('have no list of extensions in an export that left the attribute out', () => {
    expect(onlyObject([policy(first)], 'export')?.machineExtensions).toBeUndefined();
    const listing = policy(second, { gPCUserExtensionNames: `[{${registry}}]` });
    expect(onlyObject([policy(first), listing], 'export')?.machineExtensions).toEqual([]);
    // An object of which no attribute but the class was returned tells nothing of its extensions.
    expect(
      onlyObject([
        entryOf(`CN={${first}},CN=Policies,CN=System,${nc}`, {
          objectClass: ['top', 'container', 'groupPolicyContainer'],
        }),
      ])?.machineExtensions,
    ).toBeUndefined();
  });

  it('do not count when their descriptor is damaged', () => {
    expect(
      onlyObject([policy(first, { nTSecurityDescriptor: Buffer.from([1, 2, 3]) })])?.securityDescriptor,
    ).toBeUndefined();
  });
});

it('keeps the head of the domain even without links', () => {
  const head = entryOf(nc, {
    objectClass: ['top', 'domain', 'domainDNS'],
    objectSid: sidBytes('S-1-5-21-1-2-3') ?? Buffer.alloc(0),
  });
  expect(read([head]).containers).toEqual([{ distinguishedName: nc, links: [], blocksInheritance: false }]);
});

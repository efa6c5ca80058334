import { describe, expect, it } from 'vitest';
import type {
  DirectoryContext,
  DirectoryEntry,
  DirectoryTopic,
} from '../../../src-main/evidence/directory/directory-topic';
import { directoryTopics } from '../../../src-main/evidence/directory/directory-topics';
import { domainControllersTopic } from '../../../src-main/evidence/directory/domain-controllers-topic';
import { pilotComputersTopic } from '../../../src-main/evidence/directory/pilot-computers-topic';
import { GroupIndex, pilotGroupSearches } from '../../../src-main/evidence/directory/pilot-group';
import { pilotUsersTopic, samplesPerSuffix } from '../../../src-main/evidence/directory/pilot-users-topic';
import { registeredDevicesTopic } from '../../../src-main/evidence/directory/registered-devices-topic';
import { rootDse } from '../../../src-main/evidence/directory/root-dse';
import { sidBytes } from '../../../src-main/evidence/sid';
import { evidenceKinds } from '../../../src-shared/model/evidence';
import { defaultScope, type Scope } from '../../../src-shared/model/scope';
import { entryOf } from './fixture';

const nc = 'DC=contoso,DC=com';
const domainSid = 'S-1-5-21-1-2-3';
const contextOf = (scope: Partial<Scope> = {}, more: Partial<DirectoryContext> = {}): DirectoryContext => ({
  forest: 'contoso.com',
  configurationNamingContext: `CN=Configuration,${nc}`,
  schemaNamingContext: `CN=Schema,CN=Configuration,${nc}`,
  rootDomainNamingContext: nc,
  domain: { dnsRoot: 'contoso.com', namingContext: nc },
  scope: { ...defaultScope, ...scope },
  origin: 'export',
  pilotGroups: new Map(),
  authorityHosts: () => [],
  ...more,
});

let nextRid = 2000;
const sid = (rid: number = nextRid++): Buffer => sidBytes(`${domainSid}-${rid}`) ?? Buffer.alloc(0);

const user = (cn: string, upn?: string, more: Record<string, string | Buffer | string[]> = {}): DirectoryEntry =>
  entryOf(`CN=${cn},OU=Staff,${nc}`, {
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    objectCategory: `CN=Person,CN=Schema,CN=Configuration,${nc}`,
    objectSid: sid(),
    sAMAccountName: cn,
    userAccountControl: '512',
    ...(upn === undefined ? {} : { userPrincipalName: upn }),
    ...more,
  });

const group = (cn: string, rid: number, more: Record<string, string | string[]> = {}): DirectoryEntry =>
  entryOf(`CN=${cn},OU=Groups,${nc}`, { objectClass: ['top', 'group'], objectSid: sid(rid), ...more });

function read<T extends DirectoryTopic>(topic: T, context: DirectoryContext, entries: readonly DirectoryEntry[]) {
  const reader = topic.reader(context);
  for (const entry of entries) if (topic.accepts(entry.dn.toLowerCase(), entry)) reader.add(entry);
  return reader.finish() as ReturnType<ReturnType<T['reader']>['finish']>;
}

it('has a topic for every kind of directory evidence but what single domain controllers say of themselves', () => {
  const ofControllers: readonly string[] = ['ad.root-dse', 'ad.controller-state'];
  const kinds = evidenceKinds.filter((kind) => kind.startsWith('ad.') && !ofControllers.includes(kind));
  expect(directoryTopics.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
});

describe('pilot users', () => {
  it('are enabled person accounts, counted by suffix without regard to case', () => {
    const { data, facts } = read(pilotUsersTopic, contextOf(), [
      user('a', 'a@contoso.com'),
      user('b', 'b@CONTOSO.com'),
      user('c', 'c@fabrikam.com', {
        objectCategory: `CN=Person,CN=Schema,${nc}`,
        objectClass: ['top', 'person', 'organizationalPerson', 'user', 'inetOrgPerson'],
      }),
      user('without'),
      user('disabled', 'd@contoso.com', { userAccountControl: '514' }),
      user('trust$', undefined, { userAccountControl: '2080' }),
      entryOf(`CN=contact,${nc}`, {
        objectClass: ['top', 'person', 'organizationalPerson', 'contact'],
        objectCategory: `CN=Person,${nc}`,
      }),
      entryOf(`CN=gmsa,${nc}`, {
        objectClass: ['top', 'person', 'organizationalPerson', 'user', 'computer', 'msDS-GroupManagedServiceAccount'],
        objectCategory: `CN=ms-DS-Group-Managed-Service-Account,${nc}`,
        objectSid: sid(),
      }),
    ]);
    expect(facts).toBe(4);
    expect(data).toMatchObject({
      total: 4,
      withoutUpn: { count: 1, users: [{ samAccountName: 'without' }] },
      populationFound: true,
    });
    expect(data.suffixes.map(({ suffix, count }) => [suffix, count])).toEqual([
      ['contoso.com', 2],
      ['fabrikam.com', 1],
    ]);
  });

  it('keep examples of a suffix and count the rest', () => {
    const { data } = read(
      pilotUsersTopic,
      contextOf(),
      Array.from({ length: 250 }, (_, index) => user(`u${index}`, `u${index}@contoso.com`)),
    );
    expect([data.total, data.suffixes[0]?.count, data.suffixes[0]?.users.length]).toEqual([250, 250, samplesPerSuffix]);
  });

  it('of a group are its members, nested ones and those by primary group, whatever order the entries have', () => {
    const pilotDn = `CN=Pilot,OU=Groups,${nc}`;
    const entries = [
      user('direct', 'direct@contoso.com', { memberOf: [pilotDn] }),
      user('nested', 'nested@contoso.com', { memberOf: [`cn=inner,ou=groups,${nc.toLowerCase()}`] }),
      user('deep', 'deep@contoso.com', { memberOf: [`CN=Innermost,OU=Groups,${nc}`] }),
      user('primary', 'primary@contoso.com', { primaryGroupID: '1110' }),
      user('listed', 'listed@contoso.com'),
      user('other', 'other@contoso.com', { memberOf: [`CN=Else,OU=Groups,${nc}`] }),
      group('Innermost', 1112, { memberOf: [`CN=Inner,OU=Groups,${nc}`] }),
      group('Inner', 1111, { memberOf: [pilotDn] }),
      // Groups may contain each other in a circle.
      group('Pilot', 1110, {
        member: [`CN=listed,OU=Staff,${nc}`, `CN=Inner,OU=Groups,${nc}`],
        memberOf: [`CN=Innermost,OU=Groups,${nc}`],
      }),
      group('Else', 1113),
    ];
    for (const name of [pilotDn.toUpperCase(), `${domainSid}-1110`]) {
      const index = new GroupIndex([name]);
      for (const entry of entries) index.add(entry);
      const resolved = index.resolve(name);
      expect(resolved?.nestedGroups?.size).toBe(3);
      const scope = { pilotUsers: { kind: 'group', group: name } } as const;
      const { data } = read(
        pilotUsersTopic,
        contextOf(scope, { pilotGroups: new Map(resolved === undefined ? [] : [[name, resolved]]) }),
        entries,
      );
      const names = data.suffixes.flatMap(({ users }) => users.map(({ samAccountName }) => samAccountName));
      expect(names.sort()).toEqual(['deep', 'direct', 'listed', 'nested', 'primary']);
      expect(data.populationFound).toBe(true);
    }
  });

  it('of a group that does not exist are nobody, and that is said', () => {
    const scope = { pilotUsers: { kind: 'group', group: `CN=Gone,${nc}` } } as const;
    expect(read(pilotUsersTopic, contextOf(scope), [user('a', 'a@contoso.com')]).data).toMatchObject({
      total: 0,
      populationFound: false,
    });
    expect(pilotUsersTopic.searches(contextOf(scope, { origin: 'search' }))).toEqual([]);
  });

  it('of a unit are those below it', () => {
    const scope = { pilotUsers: { kind: 'unit', unit: `ou=STAFF,${nc}` } } as const;
    const elsewhere = { ...user('x', 'x@contoso.com'), dn: `CN=x,OU=Other,${nc}` };
    const { data } = read(pilotUsersTopic, contextOf(scope), [user('a', 'a@contoso.com'), elsewhere]);
    expect(data.total).toBe(1);
    expect(pilotUsersTopic.span(contextOf(scope))).toEqual([`ou=staff,${nc.toLowerCase()}`]);
  });

  it('are not judged on when the export lacks what tells them', () => {
    const withoutUpn = read(pilotUsersTopic, contextOf(), [user('a'), user('b')]);
    expect(withoutUpn.incomplete).toContain('userPrincipalName');
    const { objectsid: _, ...rest } = Object.fromEntries(user('a', 'a@contoso.com').attributes);
    const withoutSid = read(pilotUsersTopic, contextOf(), [
      { dn: `CN=a,${nc}`, attributes: new Map(Object.entries(rest)) },
    ]);
    expect(withoutSid.incomplete).toContain('objectSid');
    const name = `${domainSid}-1110`;
    const scope = { pilotUsers: { kind: 'group', group: name } } as const;
    const pilotGroups = new Map([
      [name, { dn: `CN=Pilot,${nc}`, nestedGroups: new Set([`cn=pilot,${nc}`]), directMembers: new Set<string>() }],
    ]);
    expect(read(pilotUsersTopic, contextOf(scope, { pilotGroups }), [user('a', 'a@contoso.com')]).incomplete).toContain(
      'memberOf',
    );
  });
});

describe('searches on a live server', () => {
  const live = (scope: Partial<Scope>, more: Partial<DirectoryContext> = {}) =>
    contextOf(scope, { origin: 'search', ...more });

  it('leave out disabled accounts and walk the group with the matching rule', () => {
    const name = `${domainSid}-1110`;
    const pilotGroups = new Map([[name, { dn: `CN=Pilot (x),${nc}`, sid: name }]]);
    const [search] = pilotUsersTopic.searches(live({ pilotUsers: { kind: 'group', group: name } }, { pilotGroups }));
    expect(search?.filter).toBe(
      '(&(&(objectCategory=person)(objectClass=user)(!(userAccountControl:1.2.840.113556.1.4.803:=2))(!(userAccountControl:1.2.840.113556.1.4.803:=2048)))' +
        `(|(memberOf:1.2.840.113556.1.4.1941:=CN=Pilot \\28x\\29,${nc})(primaryGroupID=1110)))`,
    );
    expect(search?.base).toBe(nc);
  });

  it('find a group by its SID or name before, and a unit by itself', () => {
    const scope: Scope = {
      ...defaultScope,
      pilotUsers: { kind: 'group', group: `${domainSid}-1110` },
      pilotComputers: { kind: 'group', group: `CN=PCs,${nc}` },
    };
    expect(pilotGroupSearches(scope).map(({ search }) => search.base)).toEqual([
      `<SID=${domainSid}-1110>`,
      `CN=PCs,${nc}`,
    ]);
    const unit = live({ pilotComputers: { kind: 'unit', unit: `OU=PCs,${nc}` } });
    expect(pilotComputersTopic.searches(unit).map(({ scope: depth }) => depth)).toEqual(['base', 'sub']);
    const reader = pilotComputersTopic.reader(unit);
    expect(reader.finish().data.populationFound).toBe(false);
    reader.add(entryOf(`ou=pcs,${nc}`, { objectClass: ['top', 'organizationalUnit'] }));
    expect(reader.finish().data).toMatchObject({ populationFound: true, total: 0 });
    expect(
      pilotComputersTopic.searches(live({ pilotComputers: { kind: 'unit', unit: 'OU=PCs,DC=other,DC=com' } })),
    ).toEqual([]);
  });
});

describe('domain controllers', () => {
  const controller = (more: Record<string, string | Buffer | string[]>): DirectoryEntry =>
    entryOf(`CN=DC,OU=Domain Controllers,${nc}`, {
      objectClass: ['top', 'user', 'computer'],
      objectGUID: Buffer.alloc(16, 1),
      dNSHostName: 'DC.contoso.com',
      ...more,
    });

  it('are writable or read-only', () => {
    const { data } = read(domainControllersTopic, contextOf(), [
      controller({ userAccountControl: '532480', operatingSystemVersion: '10.0 (20348)' }),
      controller({ userAccountControl: '83890176', primaryGroupID: '521' }),
      controller({ userAccountControl: '4096', primaryGroupID: '515' }),
    ]);
    expect(data.controllers.map(({ readOnly, build, dnsHostName }) => [readOnly, build, dnsHostName])).toEqual([
      [false, 20348, 'dc.contoso.com'],
      [true, undefined, 'dc.contoso.com'],
    ]);
  });

  it('are never none', () => {
    expect(read(domainControllersTopic, contextOf(), []).incomplete).toContain('every domain has one');
  });
});

describe('written-back devices', () => {
  it('give the thumbprint of their certificate and the decoded id', () => {
    const dn = `CN=5820fbe9-60c8-43b0-bb11-44aee233e4e7,CN=RegisteredDevices,${nc}`;
    const { data } = read(registeredDevicesTopic, contextOf(), [
      entryOf(`CN=RegisteredDevices,${nc}`, { objectClass: ['top', 'msDS-DeviceContainer'] }),
      entryOf(dn, {
        objectClass: ['top', 'msDS-Device'],
        objectGUID: Buffer.alloc(16, 2),
        displayName: 'PC0417',
        'msDS-DeviceID': Buffer.from('6fsgWMhgsEO7EUSu4jPk5w==', 'base64'),
        'msDS-IsEnabled': 'TRUE',
        altSecurityIdentities: [
          'X509:<SHA1-TP-PUBKEY>3b0c2b7f5e1a94d0b8c6a1f2d3e4958677a0c1d2lJf1s0cV7=',
          'X509:<I>other',
        ],
      }),
    ]);
    expect(data).toMatchObject({
      container: { objectClasses: ['top', 'msDS-DeviceContainer'] },
      devices: [
        {
          deviceId: '5820fbe9-60c8-43b0-bb11-44aee233e4e7',
          isEnabled: true,
          certificateThumbprints: ['3B0C2B7F5E1A94D0B8C6A1F2D3E4958677A0C1D2'],
          hasKeyCredential: false,
        },
      ],
    });
  });

  it('leave the container out when there is none', () => {
    expect('container' in read(registeredDevicesTopic, contextOf(), []).data).toBe(false);
  });
});

describe('rootDse', () => {
  it('refuses the rootDSE of another directory service', () => {
    expect(() => rootDse(entryOf('', { namingContexts: 'dc=x', vendorName: 'y' }))).toThrow('not a domain controller');
  });
});

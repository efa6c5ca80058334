import { describe, expect, it } from 'vitest';
import type {
  DirectoryContext,
  DirectoryEntry,
  DirectoryTopic,
} from '../../../src-main/evidence/directory/directory-topic';
import { pilotComputersTopic } from '../../../src-main/evidence/directory/pilot-computers-topic';
import { pilotUsersTopic } from '../../../src-main/evidence/directory/pilot-users-topic';
import { registeredDevicesTopic } from '../../../src-main/evidence/directory/registered-devices-topic';
import { sidBytes } from '../../../src-main/evidence/sid';
import { defaultScope, type Scope } from '../../../src-shared/model/scope';
import { entryOf } from './fixture';
import { keyValue, sampleDevice, sampleValue } from './key-values';

const nc = 'DC=contoso,DC=com';
const domainSid = 'S-1-5-21-1-2-3';
type Values = Readonly<Record<string, string | Buffer | readonly (string | Buffer)[]>>;

const contextOf = (scope: Partial<Scope> = {}, more: Partial<DirectoryContext> = {}): DirectoryContext => ({
  forest: 'contoso.com',
  configurationNamingContext: `CN=Configuration,${nc}`,
  schemaNamingContext: `CN=Schema,CN=Configuration,${nc}`,
  rootDomainNamingContext: nc,
  domain: { dnsRoot: 'contoso.com', namingContext: nc },
  scope: { ...defaultScope, ...scope },
  origin: 'search',
  pilotGroups: new Map(),
  authorityHosts: () => [],
  ...more,
});

let nextRid = 2000;
const account = (name: string, classes: readonly string[], category: string, more: Values): DirectoryEntry =>
  entryOf(`CN=${name},OU=Staff,${nc}`, {
    objectClass: classes,
    objectCategory: `CN=${category},CN=Schema,CN=Configuration,${nc}`,
    objectSid: sidBytes(`${domainSid}-${nextRid++}`) ?? Buffer.alloc(0),
    objectGUID: Buffer.alloc(16, nextRid),
    sAMAccountName: name,
    userAccountControl: '512',
    ...more,
  });
const user = (name: string, more: Values = {}): DirectoryEntry =>
  account(name, ['top', 'person', 'organizationalPerson', 'user'], 'Person', {
    userPrincipalName: `${name}@contoso.com`,
    ...more,
  });
const computer = (name: string, more: Values = {}): DirectoryEntry =>
  account(name, ['top', 'person', 'organizationalPerson', 'user', 'computer'], 'Computer', { name, ...more });

function read<T extends DirectoryTopic>(topic: T, context: DirectoryContext, entries: readonly DirectoryEntry[]) {
  const reader = topic.reader(context);
  for (const entry of entries) reader.add(entry);
  return reader.finish() as ReturnType<ReturnType<T['reader']>['finish']>;
}
const traitsOf = (entries: readonly DirectoryEntry[], context = contextOf()) =>
  read(pilotUsersTopic, context, entries).data.traits;

const unitScope = { pilotUsers: { kind: 'unit', unit: `OU=Staff,${nc}` } } as const;

describe('traits of pilot users', () => {
  it('are their identities, sorted by name', () => {
    const anchor = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
    const traits = traitsOf([user('berta', { 'mS-DS-ConsistencyGuid': anchor, adminCount: '1' }), user('anton')]);
    expect(traits?.identities.map(({ samAccountName }) => samAccountName)).toEqual(['anton', 'berta']);
    expect(traits?.identities[1]).toMatchObject({
      consistencyGuid: 'ABEiM0RVZneImaq7zN3u/w==',
      adminCount: true,
      userPrincipalName: 'berta@contoso.com',
    });
    expect(traits?.identities[0]).toMatchObject({ adminCount: false });
    expect(traits?.identities[0]).not.toHaveProperty('consistencyGuid');
    expect(traits?.protectedUsers).toMatchObject({ count: 1, users: [{ samAccountName: 'berta' }] });
  });

  it('are counted in full where examples are kept', () => {
    const traits = traitsOf(Array.from({ length: 20_050 }, (_, index) => user(`u${index}`, { adminCount: '1' })));
    expect([traits?.identities.length, traits?.protectedUsers.count, traits?.protectedUsers.users.length]).toEqual([
      20_000, 20_050, 100,
    ]);
  });

  it('are the keys, those of privileged accounts and damaged ones before others', () => {
    const traits = traitsOf([
      user('a', { 'msDS-KeyCredentialLink': [sampleValue, keyValue({ usage: 7 })] }),
      user('b', { 'msDS-KeyCredentialLink': keyValue(), adminCount: '1' }),
      user('c', { 'msDS-KeyCredentialLink': keyValue({ damaged: true }) }),
      user('d', { 'msDS-KeyCredentialLink': 'B:4:zzzz:CN=d' }),
      user('e'),
    ]);
    expect(traits?.keys).toMatchObject({
      holderCount: 4,
      countByUsage: { 1: 3, 7: 1 },
      rocaWeakCount: 0,
      invalidHashCount: 1,
      unreadableCount: 1,
    });
    expect(traits?.keys.holders.map(({ name, unreadable }) => [name, unreadable])).toEqual([
      ['b', 0],
      ['c', 0],
      ['d', 1],
      ['a', 0],
    ]);
    expect(traits?.keys.holders.at(-1)?.keys[0]).toMatchObject({ deviceId: sampleDevice, usage: 1 });
  });

  it('are certificate mappings by form; weak ones are kept', () => {
    const traits = traitsOf([
      user('a', { altSecurityIdentities: ['X509:<I>DC=com,CN=CA<S>CN=a', 'X509:<SKI>00ff'] }),
      user('b', { altSecurityIdentities: 'x509:<i>DC=com,CN=CA<sr>0011', adminCount: '1' }),
      user('c', { altSecurityIdentities: ['X509:<RFC822>c@contoso.com', 'X509:<rfc822>d@contoso.com'] }),
      user('d', {
        altSecurityIdentities: ['X509:<S>CN=d', 'Kerberos:d@REALM', 'X509:<SHA1-PUKEY>aa'],
        adminCount: '1',
      }),
      user('e', { altSecurityIdentities: 'X509:<I>only an issuer' }),
    ]);
    expect(traits?.mappings.countByForm).toEqual({
      'issuer-subject': 1,
      'subject-key-identifier': 1,
      'issuer-serial': 1,
      rfc822: 1,
      subject: 1,
      other: 2,
      'public-key-hash': 1,
    });
    expect(traits?.mappings.weak.map(({ samAccountName, adminCount }) => [samAccountName, adminCount])).toEqual([
      ['d', true],
      ['a', false],
      ['c', false],
    ]);
  });

  it('are names a certificate has trouble with', () => {
    const named = (cn: string) => ({ ...user('x'), dn: `CN=${cn},OU=Staff,${nc}` });
    const traits = traitsOf([
      named('Müller\\, Jörg'),
      named('a\\+b'),
      named('Zoë Ångström'),
      named('x'.repeat(65)),
      named('y'.repeat(35)),
      named('z'.repeat(34)),
    ]);
    expect([traits?.awkwardNames.count, traits?.longNames?.count]).toEqual([3, 2]);
  });

  it('count groups of a pilot that is a unit only', () => {
    const entries = [
      user('a', { memberOf: [`CN=One,${nc}`, `CN=Two,${nc}`], primaryGroupID: '513' }),
      user('b', { memberOf: [`cn=one,${nc}`], primaryGroupID: '513' }),
    ];
    const inUnit = traitsOf(entries, contextOf(unitScope));
    const one = `CN=One,${nc}`.toLowerCase();
    expect(inUnit?.countByGroup).toEqual({ [one]: 2, [`CN=Two,${nc}`.toLowerCase()]: 1 });
    expect(inUnit?.countByPrimaryGroup).toEqual({ 513: 2 });
    expect(traitsOf(entries)?.countByGroup).toEqual({});
    const asks = (scope: Partial<Scope>) =>
      pilotUsersTopic.searches(contextOf(scope)).some(({ attributes }) => attributes.includes('memberOf'));
    expect([asks(unitScope), asks({})]).toEqual([true, false]);
  });

  it('are not known from an export of chosen attributes', () => {
    const context = contextOf({}, { origin: 'export' });
    const chosen = read(pilotUsersTopic, context, [user('a')]);
    expect(chosen.data).not.toHaveProperty('traits');
    expect(chosen.notes.join()).toContain('chosen attributes');
    expect(traitsOf([user('a', { whenChanged: '20261122145811.0Z' }), user('b')], context)?.identities).toHaveLength(2);
  });
});

it('names the pilot group and its type', () => {
  const group = `${domainSid}-1110`;
  const context = contextOf(
    { pilotUsers: { kind: 'group', group } },
    { pilotGroups: new Map([[group, { dn: `CN=Pilot,${nc}`, sid: group, groupType: 0x80000002 }]]) },
  );
  expect(read(pilotUsersTopic, context, []).data.group).toEqual({
    distinguishedName: `CN=Pilot,${nc}`,
    objectSid: group,
    groupType: 0x80000002,
  });
  expect(read(pilotUsersTopic, contextOf(), []).data).not.toHaveProperty('group');
});

describe('pilot computers', () => {
  const windows = { operatingSystem: 'Windows 11 Enterprise', operatingSystemVersion: '10.0 (26100)' };
  const inUnit = contextOf({ pilotComputers: { kind: 'unit', unit: `OU=Staff,${nc}` } });

  it('have a release, a last sign-in, keys and a certificate or none', () => {
    const { data } = read(pilotComputersTopic, inUnit, [
      computer('PC2', { ...windows, lastLogonTimestamp: '134083591530000000', primaryGroupID: '515' }),
      computer('PC1', { ...windows, userCertificate: Buffer.from([1]), 'msDS-KeyCredentialLink': keyValue() }),
      computer('MAC', {}),
    ]);
    expect(data.computers.map(({ name, build, hasUserCertificate }) => [name, build, hasUserCertificate])).toEqual([
      ['MAC', undefined, false],
      ['PC1', 26100, true],
      ['PC2', 26100, false],
    ]);
    expect(data.computers[2]).toMatchObject({ lastLogon: '2025-11-23T08:12:33.000Z', primaryGroupId: 515 });
    expect(data.releases).toEqual([
      { operatingSystem: 'Windows 11 Enterprise', build: 26100, count: 2 },
      { operatingSystem: '', count: 1 },
    ]);
    expect(data.keys).toMatchObject({ holderCount: 1, countByUsage: { 1: 1 } });
  });

  it('are not asked for certificates when they are all of a domain', () => {
    const { data } = read(pilotComputersTopic, contextOf(), [computer('PC1', windows)]);
    expect(data.computers[0]).not.toHaveProperty('hasUserCertificate');
    const asked = (context: DirectoryContext) =>
      pilotComputersTopic.searches(context).some(({ attributes }) => attributes.includes('userCertificate'));
    expect([asked(contextOf()), asked(inUnit)]).toEqual([false, true]);
  });

  it('have keys that are not known from an export of chosen attributes', () => {
    const context = contextOf({}, { origin: 'export' });
    expect(read(pilotComputersTopic, context, [computer('PC1')]).data).not.toHaveProperty('keys');
    const full = read(pilotComputersTopic, context, [computer('PC1', { whenChanged: '20261122145811.0Z' })]);
    expect(full.data.keys?.holderCount).toBe(0);
    expect(full.data.computers[0]?.hasUserCertificate).toBe(false);
  });
});

it('registered devices have their keys, times and the link to the cloud', () => {
  const device = (more: Values): DirectoryEntry =>
    entryOf(`CN=${sampleDevice},CN=RegisteredDevices,${nc}`, {
      objectClass: ['top', 'msDS-Device'],
      objectGUID: Buffer.alloc(16, 2),
      ...more,
    });
  const { data } = read(registeredDevicesTopic, contextOf(), [
    device({
      'msDS-KeyCredentialLink': [sampleValue, 'B:2:00:x'],
      'msDS-CloudAnchor': Buffer.from([1]),
      'msDS-ApproximateLastLogonTimeStamp': '134083591530000000',
      whenChanged: '20261122145811.0Z',
    }),
    device({ whenChanged: '20261122145811.0Z' }),
    device({}),
  ]);
  expect(data.devices[0]).toMatchObject({
    hasKeyCredential: true,
    hasCloudAnchor: true,
    lastLogon: '2025-11-23T08:12:33.000Z',
    whenChanged: '2026-11-22T14:58:11.000Z',
    keys: [{ deviceId: sampleDevice }],
  });
  expect(data.devices[1]).toMatchObject({ hasKeyCredential: false, hasCloudAnchor: false });
  expect(data.devices[2]).not.toHaveProperty('hasCloudAnchor');
});

import { describe, expect, it } from 'vitest';
import type {
  DirectoryContext,
  DirectoryEntry,
  DirectoryTopic,
} from '../../../src-main/evidence/directory/directory-topic';
import { domainControllersTopic } from '../../../src-main/evidence/directory/domain-controllers-topic';
import { domainTopic } from '../../../src-main/evidence/directory/domain-topic';
import { neededSchemaObjects, schemaObjectsTopic } from '../../../src-main/evidence/directory/schema-objects-topic';
import { serverLimit, serversTopic } from '../../../src-main/evidence/directory/servers-topic';
import { sitesTopic } from '../../../src-main/evidence/directory/sites-topic';
import { trustsTopic } from '../../../src-main/evidence/directory/trusts-topic';
import { normalDn } from '../../../src-main/evidence/distinguished-name';
import { sidBytes } from '../../../src-main/evidence/sid';
import { defaultScope } from '../../../src-shared/model/scope';
import { entryOf } from './fixture';

const nc = 'DC=contoso,DC=com';
const configuration = `CN=Configuration,${nc}`;
const context: DirectoryContext = {
  forest: 'contoso.com',
  configurationNamingContext: configuration,
  schemaNamingContext: `CN=Schema,${configuration}`,
  rootDomainNamingContext: nc,
  domain: { dnsRoot: 'contoso.com', namingContext: nc },
  scope: defaultScope,
  origin: 'export',
  pilotGroups: new Map(),
  authorityHosts: () => [],
};
const sid = (rid: number): Buffer => sidBytes(`S-1-5-21-1-2-3-${rid}`) ?? Buffer.alloc(0);

/** What a topic makes of an export that holds these entries among others. */
function read<T extends DirectoryTopic>(topic: T, entries: readonly DirectoryEntry[]) {
  const reader = topic.reader(context);
  const others = [entryOf(`OU=Elsewhere,${nc}`, { objectClass: ['top', 'organizationalUnit'] })];
  for (const entry of [...entries, ...others]) if (topic.accepts(normalDn(entry.dn), entry)) reader.add(entry);
  return reader.finish() as ReturnType<ReturnType<T['reader']>['finish']>;
}

describe('schema objects', () => {
  const attribute = (name: string, more: Record<string, string | Buffer> = {}): DirectoryEntry =>
    entryOf(`CN=${name},CN=Schema,${configuration}`, {
      objectClass: ['top', 'attributeSchema'],
      lDAPDisplayName: name,
      ...more,
    });
  const user = entryOf(`CN=User,CN=Schema,${configuration}`, {
    objectClass: ['top', 'classSchema'],
    lDAPDisplayName: 'user',
  });

  it('are those the deployment needs, in one order', () => {
    const { data, incomplete } = read(schemaObjectsTopic, [
      attribute('msDS-KeyCredentialLink', {
        attributeID: '1.2.840.113556.1.4.2328',
        schemaIDGUID: Buffer.from('0FD6475B9060B2409F372A4DE88F3063', 'hex'),
      }),
      attribute('sAMAccountName'),
      user,
      attribute('msds-cloudanchor', { isDefunct: 'TRUE' }),
    ]);
    expect(data.objects).toEqual([
      { ldapDisplayName: 'msds-cloudanchor', isDefunct: true },
      {
        ldapDisplayName: 'msDS-KeyCredentialLink',
        isDefunct: false,
        oid: '1.2.840.113556.1.4.2328',
        schemaIdGuid: '5b47d60f-6090-40b2-9f37-2a4de88f3063',
      },
    ]);
    expect(incomplete).toBeUndefined();
  });

  it('are not told to be missing by an answer that lacks what every schema has', () => {
    expect(read(schemaObjectsTopic, []).incomplete).toContain('user');
    expect(schemaObjectsTopic.searches(context)[0]?.filter).toBe(
      `(|${neededSchemaObjects.map((name) => `(lDAPDisplayName=${name})`).join('')}(lDAPDisplayName=user))`,
    );
  });
});

describe('sites', () => {
  const container = `CN=Sites,${configuration}`;
  const site = (name: string, more: Record<string, string> = {}) =>
    entryOf(`CN=${name},${container}`, { objectClass: ['top', 'site'], ...more });
  const server = (name: string, at: string, more: Record<string, string> = {}) =>
    entryOf(`CN=${name},CN=Servers,CN=${at},${container}`, { objectClass: ['top', 'server'], ...more });
  const settings = (name: string, at: string, options: string, classes: readonly string[] = []) =>
    entryOf(`CN=NTDS Settings,CN=${name},CN=Servers,CN=${at},${container}`, {
      objectClass: ['top', 'applicationSettings', 'nTDSDSA', ...classes],
      options,
    });
  const subnet = (name: string, at?: string) =>
    entryOf(`CN=${name},CN=Subnets,${container}`, {
      objectClass: ['top', 'subnet'],
      ...(at === undefined ? {} : { siteObject: `CN=${at},${container}` }),
    });

  it('are put together from entries in any order', () => {
    const { data, facts } = read(sitesTopic, [
      settings('DC9', 'Zürich', '0', ['nTDSDSARO']),
      settings('DC1', 'Berlin\\, Mitte', '1'),
      subnet('10.1.0.0/16', 'Berlin\\2C Mitte'),
      subnet('10.9.0.0/16'),
      subnet('10.8.0.0/16', 'Gone'),
      server('DC9', 'Zürich', { dNSHostName: 'DC9.contoso.com' }),
      server('OLD', 'Berlin\\, Mitte'),
      server('DC1', 'Berlin\\, Mitte', {
        dNSHostName: 'dc1.contoso.com',
        serverReference: `CN=DC1,OU=Domain Controllers,${nc}`,
      }),
      site('Zürich'),
      site('Berlin\\, Mitte', { gPLink: '[LDAP://cn={1},cn=policies;0]' }),
      entryOf(`CN=DEFAULTIPSITELINK,CN=IP,CN=Inter-Site Transports,${container}`, {
        objectClass: ['top', 'siteLink'],
        cost: '100',
        replInterval: '180',
        siteList: `CN=Zürich,${container}`,
      }),
      entryOf(container, { objectClass: ['top', 'sitesContainer'] }),
    ]);
    expect(data.containerFound).toBe(true);
    expect(facts).toBe(9);
    expect(data.sites).toMatchObject([
      {
        name: 'Berlin, Mitte',
        subnets: ['10.1.0.0/16'],
        groupPolicyLink: '[LDAP://cn={1},cn=policies;0]',
        servers: [
          { name: 'DC1', directoryService: 'writable', isGlobalCatalog: true, dnsHostName: 'dc1.contoso.com' },
          { name: 'OLD', directoryService: 'none', isGlobalCatalog: false },
        ],
      },
      {
        name: 'Zürich',
        subnets: [],
        servers: [{ name: 'DC9', directoryService: 'read-only', isGlobalCatalog: false }],
      },
    ]);
    expect(data.subnetsWithoutSite).toEqual(['10.8.0.0/16', '10.9.0.0/16']);
    expect(data.siteLinks).toMatchObject([{ name: 'DEFAULTIPSITELINK', cost: 100, replicationIntervalMinutes: 180 }]);
  });

  it('are never none', () => {
    expect(read(sitesTopic, [entryOf(container, { objectClass: ['top', 'sitesContainer'] })]).incomplete).toContain(
      'every forest has one',
    );
  });
});

it('reads trusts with their attributes without a sign', () => {
  const { data } = read(trustsTopic, [
    entryOf(`CN=fabrikam.com,CN=System,${nc}`, {
      objectClass: ['top', 'leaf', 'trustedDomain'],
      trustPartner: 'Fabrikam.com',
      flatName: 'FABRIKAM',
      trustDirection: '3',
      trustType: '2',
      trustAttributes: '-2147483640',
      securityIdentifier: sid(1),
    }),
  ]);
  expect(data.trusts).toMatchObject([
    { partner: 'fabrikam.com', direction: 3, type: 2, attributes: 0x80000008, partnerSid: 'S-1-5-21-1-2-3-1' },
  ]);
});

describe('servers', () => {
  const computer = (name: string, rid: number, operatingSystem?: string, more: Record<string, string> = {}) =>
    entryOf(`CN=${name},CN=Computers,${nc}`, {
      objectClass: ['top', 'person', 'organizationalPerson', 'user', 'computer'],
      objectCategory: `CN=Computer,CN=Schema,${configuration}`,
      objectSid: sid(rid),
      name,
      userAccountControl: '4096',
      ...(operatingSystem === undefined ? {} : { operatingSystem }),
      ...more,
    });

  it('are computers with a server release', () => {
    const { data } = read(serversTopic, [
      computer('SRV2', 2, 'Windows Server® 2008 Standard', { userAccountControl: '4098' }),
      computer('PC1', 3, 'Windows 11 Enterprise'),
      computer('NAS', 4, 'Samba'),
      computer('SRV1', 1, 'Windows Server 2022 Standard', {
        operatingSystemVersion: '10.0 (20348)',
        lastLogonTimestamp: '134000000000000000',
      }),
      computer('BARE', 5),
    ]);
    expect(data.total).toBe(2);
    expect(data.servers).toMatchObject([
      { name: 'SRV1', build: 20348, enabled: true, lastLogon: '2025-08-18T14:13:20.000Z' },
      { name: 'SRV2', enabled: false },
    ]);
  });

  it('are counted in full where not all are kept', () => {
    const many = Array.from({ length: serverLimit + 5 }, (_, index) =>
      computer(`S${index}`, index + 1, 'Windows Server 2019'),
    );
    const { data, notes } = read(serversTopic, many);
    expect([data.total, data.servers.length]).toEqual([serverLimit + 5, serverLimit]);
    expect(notes[0]).toContain(String(serverLimit));
  });

  it('are not judged on without SIDs', () => {
    const bare = entryOf(`CN=S,${nc}`, { objectClass: ['computer'], operatingSystem: 'Windows Server 2019' });
    expect(read(serversTopic, [bare]).incomplete).toContain('objectSid');
  });
});

it('reads the lock-out policy of a domain', () => {
  const head = (window: string): DirectoryEntry =>
    entryOf(nc, {
      objectClass: ['top', 'domain', 'domainDNS'],
      objectSid: sid(0),
      lockoutThreshold: '10',
      lockOutObservationWindow: window,
    });
  expect(read(domainTopic, [head('-18000000000')]).data).toMatchObject({
    lockoutThreshold: 10,
    lockoutObservationSeconds: 1800,
  });
  expect('lockoutObservationSeconds' in read(domainTopic, [head('-9223372036854775808')]).data).toBe(false);
});

it('tells the account of cloud Kerberos trust from a domain controller', () => {
  const account = (name: string, more: Record<string, string>): DirectoryEntry =>
    entryOf(`CN=${name},OU=Domain Controllers,${nc}`, {
      objectClass: ['top', 'user', 'computer'],
      objectGUID: Buffer.alloc(16, name.length),
      sAMAccountName: `${name}$`,
      ...more,
    });
  const controllers = ['DC2', 'DC1'].map((name) =>
    account(name, { userAccountControl: '532480', dNSHostName: `${name}.contoso.com` }),
  );
  const cloud = account('AzureADKerberos', { primaryGroupID: '521', userAccountControl: '83890176' });
  const { data, notes } = read(domainControllersTopic, [...controllers, cloud]);
  expect(data.controllers.map(({ dnsHostName }) => dnsHostName)).toEqual(['dc1.contoso.com', 'dc2.contoso.com']);
  expect([data.hasCloudKerberosServer, notes]).toEqual([true, []]);
  expect(read(domainControllersTopic, controllers).data.hasCloudKerberosServer).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { accessControlTopic, unitLimit } from '../../../src-main/evidence/directory/access-control-topic';
import { certificateTemplatesTopic } from '../../../src-main/evidence/directory/certificate-templates-topic';
import type {
  DirectoryContext,
  DirectoryEntry,
  DirectoryTopic,
} from '../../../src-main/evidence/directory/directory-topic';
import { groupLimit, groupsTopic } from '../../../src-main/evidence/directory/groups-topic';
import { pkiAccessControlTopic } from '../../../src-main/evidence/directory/pki-access-control-topic';
import { privilegedGroupsTopic } from '../../../src-main/evidence/directory/privileged-groups-topic';
import { serviceAccountsTopic } from '../../../src-main/evidence/directory/service-accounts-topic';
import { sidBytes } from '../../../src-main/evidence/sid';
import { defaultScope, type Scope } from '../../../src-shared/model/scope';
import { ace, descriptorBytes } from './descriptor-bytes';
import { entryOf } from './fixture';

const nc = 'DC=contoso,DC=com';
const configuration = `CN=Configuration,${nc}`;
const services = `CN=Public Key Services,CN=Services,${configuration}`;
const contextOf = (scope: Partial<Scope> = {}): DirectoryContext => ({
  forest: 'contoso.com',
  configurationNamingContext: configuration,
  schemaNamingContext: `CN=Schema,${configuration}`,
  rootDomainNamingContext: nc,
  domain: { dnsRoot: 'contoso.com', namingContext: nc },
  scope: { ...defaultScope, ...scope },
  origin: 'export',
  pilotGroups: new Map(),
  authorityHosts: () => [],
});

type Values = Record<string, string | Buffer | readonly string[]>;
const sid = (text: string): Buffer => sidBytes(text) ?? Buffer.alloc(0);
const sidOf = (rid: number): Buffer => sid(`S-1-5-21-1-2-3-${rid}`);
const descriptor = descriptorBytes({ owner: 'S-1-5-18', aces: [ace({ type: 0, mask: 0x2_0094, sid: 'S-1-5-11' })] });
const secured = (dn: string, ...objectClass: readonly string[]): DirectoryEntry =>
  entryOf(dn, { objectClass: ['top', ...objectClass], nTSecurityDescriptor: descriptor });
const hidden = (dn: string): DirectoryEntry => entryOf(dn, {});
const group = (name: string, rid: number, more: Values = {}, dn = `CN=${name},CN=Users,${nc}`): DirectoryEntry =>
  entryOf(dn, {
    objectClass: ['top', 'group'],
    objectSid: sidOf(rid),
    sAMAccountName: name,
    groupType: '-2147483646',
    ...more,
  });
const account = (name: string, rid: number, more: Values = {}): DirectoryEntry =>
  entryOf(`CN=${name},CN=Users,${nc}`, {
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    objectCategory: `CN=Person,CN=Schema,${configuration}`,
    objectSid: sidOf(rid),
    sAMAccountName: name,
    userAccountControl: '512',
    ...more,
  });

/** What a topic makes of entries: of an export when it picks its own, of a live server when the server has picked them. */
function read<T extends DirectoryTopic>(topic: T, context: DirectoryContext, entries: readonly DirectoryEntry[]) {
  const reader = topic.reader(context);
  for (const entry of entries)
    if (context.origin === 'search' || topic.accepts(entry.dn.toLowerCase(), entry)) reader.add(entry);
  return reader.finish() as ReturnType<ReturnType<T['reader']>['finish']>;
}

describe('security groups', () => {
  it('keep what they are members of; distribution groups and members stay out', () => {
    const { data, incomplete } = read(groupsTopic, contextOf(), [
      group('Zweig', 1102, { memberOf: [`CN=Wurzel,CN=Users,${nc}`], member: [`CN=x,${nc}`] }),
      group('Verteiler', 1103, { groupType: '2' }),
      group('Wurzel', 1101, { adminCount: '1' }),
      account('anna', 1104),
    ]);
    expect(incomplete).toBeUndefined();
    expect(data.total).toBe(2);
    expect(
      data.groups.map(({ samAccountName, memberOf, adminCount, groupType }) => [
        samAccountName,
        memberOf,
        adminCount,
        groupType,
      ]),
    ).toEqual([
      ['Wurzel', [], true, 0x8000_0002],
      ['Zweig', [`CN=Wurzel,CN=Users,${nc}`], false, 0x8000_0002],
    ]);
  });

  it('tell of Everyone and the like in groups, but not of accounts of other forests', () => {
    const foreign = (text: string): DirectoryEntry =>
      entryOf(`CN=${text},CN=ForeignSecurityPrincipals,${nc}`, {
        objectClass: ['top', 'foreignSecurityPrincipal'],
        objectSid: sid(text),
        memberOf: [`CN=Users,CN=Builtin,${nc}`],
      });
    const { data } = read(groupsTopic, contextOf(), [
      group('Users', 545),
      foreign('S-1-5-11'),
      foreign('S-1-5-21-9-9-9-1'),
    ]);
    expect(data.wellKnownMembers?.map(({ objectSid }) => objectSid)).toEqual(['S-1-5-11']);
    expect(data.total).toBe(1);
  });

  it('of a large domain are those that nesting passes through, and others until the limit', () => {
    const many = Array.from({ length: groupLimit + 50 }, (_, index) =>
      group(`G${String(index).padStart(6, '0')}`, 10_000 + index),
    );
    const last = `CN=G${String(groupLimit + 49).padStart(6, '0')},CN=Users,${nc}`;
    const { data, notes } = read(groupsTopic, contextOf(), [...many, group('Zzz', 9999, { memberOf: [last] })]);
    expect([data.groups.length, data.total]).toEqual([groupLimit, groupLimit + 51]);
    const kept = new Set(data.groups.map(({ distinguishedName }) => distinguishedName));
    expect([kept.has(last), kept.has(`CN=Zzz,CN=Users,${nc}`), kept.has(`CN=G000000,CN=Users,${nc}`)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(notes[0]).toContain('counted');
  });

  it('are never none, and not judged on without SIDs', () => {
    expect(read(groupsTopic, contextOf(), []).incomplete).toContain('every domain');
    const bare = entryOf(`CN=x,${nc}`, { objectClass: ['top', 'group'], groupType: '-2147483646' });
    expect(read(groupsTopic, contextOf(), [bare]).incomplete).toContain('objectSid');
  });
});

describe('privileged groups', () => {
  const domainAdmins = group('Domänen-Admins', 512, { member: [`CN=b,${nc}`, `CN=a,${nc}`], adminCount: '1' });

  it('are known by RID or by AdminSDHolder, with their members', () => {
    const builtin = entryOf(`CN=Konten-Operatoren,CN=Builtin,${nc}`, {
      objectClass: ['top', 'group'],
      objectSid: sid('S-1-5-32-548'),
      sAMAccountName: 'Konten-Operatoren',
    });
    const { data, incomplete } = read(privilegedGroupsTopic, contextOf(), [
      domainAdmins,
      group('Schlüssel-Admins', 526),
      group('Domänen-Benutzer', 513),
      group('Ebene 0', 1101, { adminCount: '1' }),
      group('Helpdesk', 1102),
      builtin,
    ]);
    expect(incomplete).toBeUndefined();
    expect(data.groups.map(({ samAccountName, members }) => [samAccountName, members])).toEqual([
      ['Domänen-Admins', [`CN=a,${nc}`, `CN=b,${nc}`]],
      ['Ebene 0', []],
      ['Konten-Operatoren', []],
      ['Schlüssel-Admins', []],
    ]);
  });

  it('count members beyond those kept', () => {
    const member = Array.from({ length: 2100 }, (_, index) => `CN=u${index},${nc}`);
    const { data } = read(privilegedGroupsTopic, contextOf(), [group('Domain Admins', 512, { member })]);
    expect(data.groups.map(({ members, memberCount }) => [members.length, memberCount])).toEqual([[2000, 2100]]);
  });

  it('are not judged on without the administrators of the domain', () => {
    expect(read(privilegedGroupsTopic, contextOf(), [group('Key Admins', 526)]).incomplete).toContain('every domain');
  });
});

describe('service accounts', () => {
  it('are managed accounts, users with names of hosts or sites, accounts of Connect, and protected users', () => {
    const managed = (name: string, rid: number, objectClass: string): DirectoryEntry =>
      entryOf(`CN=${name},CN=Managed Service Accounts,${nc}`, {
        objectClass: ['top', 'person', 'organizationalPerson', 'user', 'computer', objectClass],
        objectSid: sidOf(rid),
        sAMAccountName: `${name}$`,
        userAccountControl: '4096',
      });
    const { data } = read(serviceAccountsTopic, contextOf(), [
      account('svc-adfs', 1201, {
        servicePrincipalName: ['host/fs.contoso.com'],
        userAccountControl: '512',
        primaryGroupID: '513',
      }),
      account('svc-sql', 1202, { servicePrincipalName: ['MSSQLSvc/db.contoso.com'] }),
      account('svc-ndes', 1203, {
        servicePrincipalName: ['HTTP/ndes', 'HTTP/ndes.contoso.com'],
        'msDS-AllowedToDelegateTo': ['rpcss/ca', 'HOST/ca'],
        userAccountControl: '514',
      }),
      account('msol_4f1c', 1204, { description: 'tenant contoso.onmicrosoft.com' }),
      account('anna.admin', 1205, { adminCount: '1', lastLogonTimestamp: '134083591530000000' }),
      account('anna', 1206),
      managed('gmsa', 1207, 'msDS-GroupManagedServiceAccount'),
      managed('smsa', 1208, 'msDS-ManagedServiceAccount'),
      entryOf(`CN=PC1,CN=Computers,${nc}`, {
        objectClass: ['top', 'person', 'organizationalPerson', 'user', 'computer'],
        objectSid: sidOf(1209),
        servicePrincipalName: ['HOST/pc1'],
      }),
    ]);
    expect(
      data.accounts.map(({ samAccountName, accountClass, enabled }) => [samAccountName, accountClass, enabled]),
    ).toEqual([
      ['anna.admin', 'user', true],
      ['gmsa$', 'group-managed', true],
      ['msol_4f1c', 'user', true],
      ['smsa$', 'standalone-managed', true],
      ['svc-adfs', 'user', true],
      ['svc-ndes', 'user', false],
    ]);
    expect(data.accounts.find(({ samAccountName }) => samAccountName === 'svc-ndes')?.allowedToDelegateTo).toEqual([
      'HOST/ca',
      'rpcss/ca',
    ]);
  });
});

describe('rights on objects of a domain', () => {
  const head = entryOf(nc, {
    objectClass: ['top', 'domain', 'domainDNS'],
    objectSid: sid('S-1-5-21-1-2-3'),
    nTSecurityDescriptor: descriptor,
  });
  const places = [
    head,
    secured(`CN=AdminSDHolder,CN=System,${nc}`, 'container'),
    secured(`CN=Users,${nc}`, 'container'),
    secured(`CN=RegisteredDevices,${nc}`, 'msDS-DeviceContainer'),
    secured(`CN=x,CN=RegisteredDevices,${nc}`, 'msDS-Device'),
    secured(`CN=ADFS,CN=Microsoft,CN=Program Data,${nc}`, 'container'),
    hidden(`CN=key,CN=farm,CN=ADFS,CN=Microsoft,CN=Program Data,${nc}`),
    secured(`OU=Staff,${nc}`, 'organizationalUnit'),
    secured(`OU=Inner,OU=Staff,${nc}`, 'organizationalUnit'),
    secured(`OU=Else,${nc}`, 'organizationalUnit'),
    entryOf(`CN=krbtgt,CN=Users,${nc}`, {
      objectClass: ['top', 'user'],
      isCriticalSystemObject: 'TRUE',
      adminCount: '1',
    }),
    account('anna', 1206),
  ];

  it('are those of the places that matter, and say where nothing could be seen', () => {
    const { data } = read(accessControlTopic, contextOf(), places);
    const short = data.objects.map(
      ({ distinguishedName, role, securityDescriptor }) =>
        `${distinguishedName.split(',')[0]} ${role}${securityDescriptor === undefined ? ' not visible' : ''}`,
    );
    expect(short.sort()).toEqual(
      [
        'DC=contoso domain-head',
        'CN=AdminSDHolder admin-sd-holder',
        'CN=Users organizational-unit',
        'CN=RegisteredDevices registered-devices',
        'CN=ADFS adfs-key-container',
        'CN=key adfs-key-container not visible',
        'OU=Staff organizational-unit',
        'OU=Inner organizational-unit',
        'OU=Else organizational-unit',
        'CN=krbtgt tier-zero-principal not visible',
      ].sort(),
    );
    expect(data.unitCount).toBe(4);
  });

  it('of a pilot unit are those above, in and below it', () => {
    const unit = `OU=Staff,${nc}`;
    const context = contextOf({ pilotUsers: { kind: 'unit', unit: `OU=Inner,${unit}` } });
    const units = read(accessControlTopic, context, places).data.objects.filter(
      ({ role }) => role === 'organizational-unit',
    );
    expect(units.map(({ distinguishedName }) => distinguishedName)).toEqual([
      `CN=Users,${nc}`,
      `OU=Inner,${unit}`,
      unit,
    ]);
    const bases = accessControlTopic.searches(context).map(({ base, scope }) => `${scope} ${base}`);
    expect(bases).toEqual(expect.arrayContaining([`base ${unit}`, `base OU=Inner,${unit}`, `sub OU=Inner,${unit}`]));
    expect(bases.filter((base) => base === `sub ${nc}`)).toHaveLength(1);
  });

  it('show a unit and a head that may not be read, and are not judged on without a head', () => {
    const context = {
      ...contextOf({ pilotUsers: { kind: 'unit', unit: `OU=Staff,${nc}` } }),
      origin: 'search' as const,
    };
    const { data, incomplete } = read(accessControlTopic, context, [hidden(nc), hidden(`OU=Staff,${nc}`)]);
    expect(data.objects.map(({ role }) => role)).toEqual(['domain-head', 'organizational-unit']);
    expect(incomplete).toBeUndefined();
    expect(read(accessControlTopic, contextOf(), places.slice(1)).incomplete).toContain('head');
  });

  it('of very many units are those of the first, and the rest is counted', () => {
    const many = Array.from({ length: unitLimit + 10 }, (_, index) =>
      secured(`OU=u${index},${nc}`, 'organizationalUnit'),
    );
    const { data, notes } = read(accessControlTopic, contextOf(), [head, ...many]);
    expect([data.objects.length, data.unitCount]).toEqual([unitLimit + 1, unitLimit + 10]);
    expect(notes[0]).toContain('units');
  });
});

describe('rights on PKI objects', () => {
  it('are those of containers and CAs, not of templates and lists', () => {
    const { data } = read(pkiAccessControlTopic, contextOf(), [
      secured(services, 'container'),
      secured(`CN=NTAuthCertificates,${services}`, 'certificationAuthority'),
      secured(`CN=Enrollment Services,${services}`, 'container'),
      secured(`CN=CA 1,CN=Enrollment Services,${services}`, 'pKIEnrollmentService'),
      hidden(`CN=CA 2,CN=Enrollment Services,${services}`),
      secured(`CN=Certificate Templates,${services}`, 'container'),
      secured(`CN=User,CN=Certificate Templates,${services}`, 'pKICertificateTemplate'),
      secured(`CN=CDP,${services}`, 'container'),
      secured(`CN=host,CN=CDP,${services}`, 'container'),
      secured(`CN=1.2,CN=OID,${services}`, 'msPKI-Enterprise-Oid'),
      secured(`CN=KRA,${services}`, 'container'),
      secured(`CN=Device Registration Configuration,CN=Services,${configuration}`, 'container'),
      secured(`CN=Services,${configuration}`, 'container'),
    ]);
    expect(
      data.objects.map(({ distinguishedName, role, securityDescriptor }) => [
        distinguishedName.split(',')[0],
        role,
        securityDescriptor !== undefined,
      ]),
    ).toEqual([
      ['CN=CA 1', 'enrollment-services', true],
      ['CN=CA 2', 'enrollment-services', false],
      ['CN=CDP', 'crl-distribution-points', true],
      ['CN=Certificate Templates', 'certificate-templates', true],
      ['CN=Device Registration Configuration', 'device-registration', true],
      ['CN=Enrollment Services', 'enrollment-services', true],
      ['CN=KRA', 'public-key-services', true],
      ['CN=NTAuthCertificates', 'nt-auth', true],
      ['CN=Public Key Services', 'public-key-services', true],
    ]);
  });
});

describe('certificate templates', () => {
  it('carry their rights, and those that may not be read are named', () => {
    const container = `CN=Certificate Templates,${services}`;
    const context = { ...contextOf(), origin: 'search' as const };
    const { data } = read(certificateTemplatesTopic, context, [
      secured(container, 'container'),
      secured(`CN=User,${container}`, 'pKICertificateTemplate'),
      hidden(`CN=Secret,${container}`),
    ]);
    expect(data.templates.map(({ cn, securityDescriptor }) => [cn, securityDescriptor?.entries.length])).toEqual([
      ['User', 1],
    ]);
    expect(data.hidden).toEqual([`CN=Secret,${container}`]);
    expect(read(certificateTemplatesTopic, context, [secured(container, 'container')]).data).not.toHaveProperty(
      'hidden',
    );
  });
});

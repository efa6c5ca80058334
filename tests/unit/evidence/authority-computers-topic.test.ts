import { describe, expect, it } from 'vitest';
import {
  authorityComputersTopic,
  candidateLimit,
} from '../../../src-main/evidence/directory/authority-computers-topic';
import { AuthorityHosts } from '../../../src-main/evidence/directory/authority-hosts';
import type { DirectoryContext, DirectoryEntry } from '../../../src-main/evidence/directory/directory-topic';
import { sidBytes } from '../../../src-main/evidence/sid';
import { defaultScope } from '../../../src-shared/model/scope';
import { ace, descriptorBytes } from './descriptor-bytes';
import { entryOf } from './fixture';

const nc = 'DC=contoso,DC=com';
const configuration = `CN=Configuration,${nc}`;
const enrollmentServices = `CN=Enrollment Services,CN=Public Key Services,CN=Services,${configuration}`;

const contextOf = (hosts: readonly string[] | undefined): DirectoryContext => ({
  forest: 'contoso.com',
  configurationNamingContext: configuration,
  schemaNamingContext: `CN=Schema,${configuration}`,
  rootDomainNamingContext: nc,
  domain: { dnsRoot: 'contoso.com', namingContext: nc },
  scope: defaultScope,
  origin: 'export',
  pilotGroups: new Map(),
  authorityHosts: () => hosts,
});

type Values = Parameters<typeof entryOf>[1];
const descriptor = descriptorBytes({ owner: 'S-1-5-18', aces: [ace({ type: 0, mask: 0x2_0094, sid: 'S-1-5-11' })] });
const computer = (name: string, more: Values = {}, dn = `CN=${name},OU=Server,${nc}`): DirectoryEntry =>
  entryOf(dn, {
    objectClass: ['top', 'person', 'organizationalPerson', 'user', 'computer'],
    objectCategory: `CN=Computer,CN=Schema,${configuration}`,
    objectSid: sidBytes('S-1-5-21-1-2-3-1800') ?? '',
    operatingSystem: 'Windows Server 2022 Standard',
    dNSHostName: `${name.toLowerCase()}.contoso.com`,
    nTSecurityDescriptor: descriptor,
    ...more,
  });

function read(hosts: readonly string[] | undefined, entries: Iterable<DirectoryEntry>) {
  const reader = authorityComputersTopic.reader(contextOf(hosts));
  for (const entry of entries) if (authorityComputersTopic.accepts(entry.dn.toLowerCase(), entry)) reader.add(entry);
  return reader.finish();
}
const found = (result: ReturnType<typeof read>) =>
  result.data.computers.map(({ distinguishedName, hosts }) => [distinguishedName.split(',')[0], ...hosts]);

describe('computer accounts of CAs', () => {
  it('are told by DNS name and by service principal name, in whatever case', () => {
    const result = read(
      ['ca01.contoso.com', 'pki.contoso.com'],
      [
        computer('FS01'),
        computer('CA01', { dNSHostName: 'CA01.Contoso.com.', servicePrincipalName: ['HTTP/pki.contoso.com'] }),
        computer('CLUSTER', { dNSHostName: [], servicePrincipalName: ['host/PKI.contoso.com', 'HOST/CLUSTER'] }),
      ],
    );
    expect(found(result)).toEqual([
      ['CN=CA01', 'ca01.contoso.com'],
      ['CN=CLUSTER', 'pki.contoso.com'],
    ]);
    expect(result.data.computers[0]).toMatchObject({
      role: 'authority-computer',
      objectSid: 'S-1-5-21-1-2-3-1800',
      securityDescriptor: { owner: 'S-1-5-18', entries: [{ sid: 'S-1-5-11', mask: 0x2_0094 }] },
    });
    expect(result.data.hosts).toEqual(['ca01.contoso.com', 'pki.contoso.com']);
    expect(result).not.toHaveProperty('incomplete');
  });

  it('have names and places outside ASCII', () => {
    const dn = `CN=ZERTIFIKAT-Ä,OU=Büro \\"Süd\\"\\, 2,${nc}`;
    const result = read(['zertifikat-ä.contoso.com'], [computer('ZERTIFIKAT-Ä', {}, dn)]);
    expect(result.data.computers.map(({ distinguishedName }) => distinguishedName)).toEqual([dn]);
  });

  it('show one whose permissions may not be read', () => {
    const { data } = read(['ca01.contoso.com'], [computer('CA01', { nTSecurityDescriptor: [] })]);
    expect(data.computers).toHaveLength(1);
    expect(data.computers[0]).not.toHaveProperty('securityDescriptor');
  });

  it('are no clients, users or managed accounts', () => {
    const managed = entryOf(`CN=svc,${nc}`, {
      objectClass: ['top', 'user', 'computer', 'msDS-GroupManagedServiceAccount'],
      dNSHostName: 'ca01.contoso.com',
    });
    const entries = [
      managed,
      computer('CA01', { operatingSystem: 'Windows 11 Enterprise' }),
      entryOf(`CN=user,${nc}`, { objectClass: ['top', 'user'], servicePrincipalName: ['HOST/ca01.contoso.com'] }),
    ];
    expect(found(read(['ca01.contoso.com'], entries))).toEqual([]);
    expect(found(read(['ca01.contoso.com'], [computer('CA01', { operatingSystem: [] })]))).toHaveLength(1);
  });

  it('are not judged on while the CAs are not known', () => {
    expect(read(undefined, [computer('CA01')])).toMatchObject({
      data: { hosts: [], computers: [] },
      incomplete: expect.stringContaining('Enrollment Services'),
    });
    expect(read([], [computer('CA01')])).not.toHaveProperty('incomplete');
  });

  it('of very many servers may be missing, which is said only when one is', () => {
    const many = function* () {
      for (let index = 0; index < candidateLimit; index += 1) yield computer(`SRV${index}`);
      yield computer('CA01');
    };
    expect(read(['ca01.contoso.com'], many()).incomplete).toContain(
      '20001 servers were seen, of which 20000 were kept',
    );
    expect(read(['srv7.contoso.com'], many())).not.toHaveProperty('incomplete');
  });

  it('are searched for by name, twenty hosts at once, with every character escaped', () => {
    const hosts = Array.from({ length: 21 }, (_, index) => `ca${index}.contoso.com`);
    const searches = authorityComputersTopic.searches(contextOf(hosts));
    expect(searches.map(({ base, scope, securityDescriptor }) => [base, scope, securityDescriptor])).toEqual([
      [nc, 'sub', true],
      [nc, 'sub', true],
    ]);
    expect(searches[1]?.filter).toBe(
      '(&(objectCategory=computer)(|(dNSHostName=ca20.contoso.com)(servicePrincipalName=HOST/ca20.contoso.com)))',
    );
    expect(authorityComputersTopic.searches(contextOf(['a*)(b=\\']))[0]?.filter).toContain(
      '(dNSHostName=a\\2a\\29\\28b=\\5c)',
    );
    expect(authorityComputersTopic.searches(contextOf(undefined))).toEqual([]);
  });
});

describe('hosts of CAs', () => {
  const ca = (name: string, dNSHostName: string) =>
    entryOf(`CN=${name},${enrollmentServices}`, { objectClass: ['top', 'pKIEnrollmentService'], dNSHostName });

  it('are those the configuration names, each once', () => {
    const hosts = new AuthorityHosts();
    expect(hosts.list()).toBeUndefined();
    hosts.add(entryOf(`CN=Services,${configuration}`, { objectClass: 'container', dNSHostName: 'x' }));
    expect(hosts.list()).toBeUndefined();
    hosts.add(entryOf(enrollmentServices, { objectClass: 'container' }));
    expect(hosts.list()).toEqual([]);
    hosts.add(ca('Société Générale', 'CA02.contoso.com'));
    hosts.add(ca('CA 1', 'ca01.contoso.com'));
    hosts.add(ca('CA 1 new', 'ca01.contoso.com.'));
    hosts.add(entryOf(`CN=hidden,${enrollmentServices}`, {}));
    expect(hosts.list()).toEqual(['ca01.contoso.com', 'ca02.contoso.com']);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DirectoryEntry, DirectorySearch } from '../../src-main/evidence/directory/directory-topic';
import { type SearchSummary, searchAll } from '../../src-main/probes/ldap/search';
import { type DirectoryConnection, signIn } from '../../src-main/probes/ldap/sign-in';
import { openNetwork } from '../../src-main/probes/net/network';
import { labDirectory, labSources } from './collect-target';
import { testLab } from './test-lab';

const lab = testLab();
let connection: DirectoryConnection;

beforeAll(async () => {
  connection = await signIn(
    labDirectory(lab),
    lab.users.reader.password,
    openNetwork(labSources(lab), new AbortController().signal),
  );
});
afterAll(() => connection.close());

async function search(
  more: Partial<DirectorySearch>,
): Promise<{ entries: readonly DirectoryEntry[]; summary: SearchSummary }> {
  const entries: DirectoryEntry[] = [];
  const usual: DirectorySearch = {
    base: lab.dc.baseDn,
    scope: 'base',
    filter: '(objectClass=*)',
    attributes: ['objectClass'],
  };
  const summary = await searchAll(connection.session, { ...usual, ...more }, (entry) => entries.push(entry));
  return { entries, summary };
}

const values = (entries: readonly DirectoryEntry[], name: string): readonly Buffer[] =>
  entries[0]?.attributes.get(name) ?? [];

it('gives every value as the bytes of the directory', async () => {
  const { entries } = await search({
    base: lab.groups.warehouseStaff.dn,
    attributes: ['objectSid', 'objectGUID', 'sAMAccountName'],
  });
  const [sid] = values(entries, 'objectsid');
  expect(sid?.subarray(0, 8).toString('hex')).toBe('0105000000000005');
  expect(sid?.readUInt32LE(24)).toBe(Number(lab.groups.warehouseStaff.sid.split('-').at(-1)));
  expect(values(entries, 'objectguid')[0]).toHaveLength(16);
});

it('reads a group of more members than one range, when the server sends ranges', async () => {
  const { entries } = await search({ base: lab.groups.warehouseStaff.dn, attributes: ['member;range=0-499'] });
  const members = values(entries, 'member').map((value) => value.toString('utf8'));
  expect(members).toHaveLength(lab.warehouseStaffCount);
  expect(new Set(members).size).toBe(lab.warehouseStaffCount);
});

it('reads as many entries by pages as the server has', async () => {
  const { entries } = await search({
    base: lab.units.warehouse,
    scope: 'one',
    filter: '(objectClass=user)',
    attributes: ['sAMAccountName'],
  });
  expect(new Set(entries.map(({ dn }) => dn)).size).toBe(lab.warehouseStaffCount);
});

it('gets security descriptors only by asking for them without the SACL', async () => {
  const base = `CN=Certificate Templates,${lab.pki.publicKeyServicesDn}`;
  const wanted = {
    base,
    scope: 'one',
    filter: '(objectClass=pKICertificateTemplate)',
    attributes: ['nTSecurityDescriptor'],
  } as const;
  const without = await search(wanted);
  const asked = await search({ ...wanted, securityDescriptor: true });
  expect(values(without.entries, 'ntsecuritydescriptor')).toEqual([]);
  expect(values(asked.entries, 'ntsecuritydescriptor')[0]?.readUInt8(0)).toBe(1);
});

it('notes references to other partitions', async () => {
  const { summary } = await search({ scope: 'sub', filter: '(objectClass=domainDNS)' });
  expect(summary.references.join(' ')).toContain('DC=DomainDnsZones');
});

it('tells that a base does not exist', async () => {
  const { summary, entries } = await search({ base: `CN=Nothing,${lab.dc.baseDn}` });
  expect({ summary, entries }).toEqual({ summary: { baseFound: false, references: [] }, entries: [] });
});

it('finds an object by its SID', async () => {
  const { entries } = await search({ base: `<SID=${lab.groups.whfbUsers.sid}>` });
  expect(entries[0]?.dn).toBe(lab.groups.whfbUsers.dn);
});

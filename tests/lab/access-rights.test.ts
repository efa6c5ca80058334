import { afterEach, describe, expect, it } from 'vitest';
import { accountsServing, connectAccounts } from '../../src-main/evidence/derived/bridge-accounts';
import {
  autoEnrollRight,
  enrollRight,
  isGranted,
  readAccess,
  trusteesWith,
} from '../../src-main/evidence/derived/effective-rights';
import { type PrincipalView, viewPrincipals } from '../../src-main/evidence/derived/principals';
import directoryProbe from '../../src-main/probes/ldap/directory.probe';
import type { EvidenceDataByKind, EvidenceKind } from '../../src-shared/model/evidence';
import { certificateTemplates } from './build/content/certificate-templates';
import { adfsKeyContainer } from './build/content/service-accounts';
import { type Collected, collectAll, labDirectory, labSources } from './collect-target';
import { adfsServiceAccount, administrator, certificationAuthority, groups, units, web } from './facts';
import { testLab } from './test-lab';

const lab = testLab();
const forest = lab.dc.domain;

const read = (): Promise<Collected> =>
  collectAll(directoryProbe, labSources(lab, { directory: [labDirectory(lab)] }), {
    password: () => lab.users.reader.password,
  });

/** The data of a kind that was read completely. */
function dataOf<K extends EvidenceKind>({ drafts }: Collected, kind: K): EvidenceDataByKind[K] {
  const found = drafts.find((draft) => draft.kind === kind && draft.target === forest);
  expect(found?.status, JSON.stringify(found?.failure)).toBe('complete');
  return found?.data as EvidenceDataByKind[K];
}

function principalsOf(collected: Collected): PrincipalView {
  const one = <K extends EvidenceKind>(kind: K) => [{ target: forest, data: dataOf(collected, kind) }];
  return viewPrincipals({
    groups: one('ad.groups'),
    privilegedGroups: one('ad.privileged-groups'),
    serviceAccounts: one('ad.service-accounts'),
    domains: one('ad.domain'),
    partitions: one('ad.partitions'),
  });
}

describe('rights as an ordinary user reads them', () => {
  it('to enrol are those the templates were built with', async () => {
    const { templates } = dataOf(await read(), 'ad.certificate-templates');
    const built = certificateTemplates.map(({ cn, enrollers, autoEnrollers }) => ({ cn, enrollers, autoEnrollers }));
    const found = templates.map(({ cn, securityDescriptor }) => ({
      cn,
      enrollers: securityDescriptor && trusteesWith(securityDescriptor, enrollRight).map(({ sid }) => sid),
      autoEnrollers: securityDescriptor && trusteesWith(securityDescriptor, autoEnrollRight).map(({ sid }) => sid),
    }));
    for (const { cn, enrollers, autoEnrollers } of built) {
      const template = found.find((one) => one.cn === cn);
      expect([...(template?.enrollers ?? [])].sort(), `${cn}: enrol`).toEqual([...enrollers].sort());
      expect([...(template?.autoEnrollers ?? [])].sort(), `${cn}: autoenrol`).toEqual([...autoEnrollers].sort());
    }
    expect(built.length).toBeGreaterThan(5);
  });

  it('of a CA, and of objects that may not be read', async () => {
    const collected = await read();
    const [authority] = dataOf(collected, 'ad.certification-authorities').authorities;
    const everybody = new Set(['S-1-5-11', 'S-1-1-0']);
    expect(authority?.securityDescriptor && isGranted(authority.securityDescriptor, readAccess, everybody)).toBe(true);
    const { objects } = dataOf(collected, 'ad.access-control');
    const hidden = objects.find(({ distinguishedName }) => distinguishedName === adfsKeyContainer.dn);
    expect(hidden).toEqual({ distinguishedName: adfsKeyContainer.dn, role: 'adfs-key-container' });
    const roles = dataOf(collected, 'ad.pki-access-control').objects.map(({ role }) => role);
    expect(new Set(roles)).toEqual(
      new Set([
        'authority-information',
        'certificate-templates',
        'certification-authorities',
        'crl-distribution-points',
        'device-registration',
        'enrollment-services',
        'nt-auth',
        'object-identifiers',
        'public-key-services',
      ]),
    );
  });

  it('of the computer account of a CA are those the schema gives a computer', async () => {
    const { hosts, computers } = dataOf(await read(), 'ad.authority-computers');
    expect(hosts).toEqual([certificationAuthority.hostName]);
    expect(computers.map(({ distinguishedName, hosts: answers }) => [distinguishedName, answers])).toEqual([
      [`CN=CA01,${units.servers}`, hosts],
    ]);
    const [descriptor] = computers.flatMap(({ securityDescriptor }) => securityDescriptor ?? []);
    const holders = descriptor && trusteesWith(descriptor, { kind: 'control' }).map(({ sid }) => sid);
    expect(holders).toEqual(expect.arrayContaining([`${lab.dc.domainSid}-512`, 'S-1-5-18', 'S-1-5-32-548']));
  });
});

describe('principals', () => {
  it('are known by RID in whatever language, and through nested groups', async () => {
    const collected = await read();
    const { tierOf, isIn, titleOf } = principalsOf(collected);
    const domainAdmins = `${lab.dc.domainSid}-512`;
    expect(titleOf(domainAdmins)).toBe(`${lab.dc.netBiosName}\\Domänen-Admins`);
    expect(isIn(administrator.sid, domainAdmins)).toBe(true);
    expect(isIn(adfsServiceAccount.sid, domainAdmins)).toBe(false);
    expect([administrator.sid, groups.tierZeroAdmins.sid, groups.whfbUsers.sid].map(tierOf)).toEqual([
      'zero',
      'zero',
      'other',
    ]);
  });

  it('of AD FS and Entra Connect are found', async () => {
    const { accounts } = dataOf(await read(), 'ad.service-accounts');
    expect(accountsServing(accounts, [web.adfsHost]).accounts.map(({ objectSid }) => objectSid)).toEqual([
      adfsServiceAccount.sid,
    ]);
    expect(connectAccounts(accounts).map(({ role, tenant }) => [role, tenant])).toEqual([
      ['connector', 'contoso.onmicrosoft.com'],
    ]);
  });
});

describe('a template that may not be read', () => {
  afterEach(() => lab.reset());

  it('is named, and the others are kept', async () => {
    const dn = `CN=WHFBAuthentication,CN=Certificate Templates,${lab.pki.publicKeyServicesDn}`;
    await lab.changeDirectory([{ dn, replace: { nTSecurityDescriptor: [{ sddl: 'O:SYG:SYD:P(A;;GA;;;SY)' }] } }]);
    const { templates, hidden } = dataOf(await read(), 'ad.certificate-templates');
    expect(hidden).toEqual([dn]);
    expect(templates.length).toBeGreaterThan(5);
  });

  it('does not become one without a CA: a CA that may not be read makes the list partial', async () => {
    const [ca] = dataOf(await read(), 'ad.certification-authorities').authorities;
    const change = {
      dn: ca?.distinguishedName ?? '',
      replace: { nTSecurityDescriptor: [{ sddl: 'O:SYG:SYD:P(A;;GA;;;SY)' }] },
    };
    await lab.changeDirectory([change]);
    const { draft } = await read();
    expect(draft('ad.certification-authorities')?.status).toBe('partial');
    expect(draft('ad.certification-authorities')?.failure?.reason).toBe('access-denied');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { directoryTopics } from '../../src-main/evidence/directory/directory-topics';
import directoryProbe from '../../src-main/probes/ldap/directory.probe';
import { testDirectory } from '../../src-main/probes/ldap/test-directory';
import { type LiveSources, noLiveSources, type PasswordSource } from '../../src-shared/model/plan';
import { defaultScope, type Scope } from '../../src-shared/model/scope';
import { collectAll, labDirectory, labSources } from './collect-target';
import type { DcCertificateKind } from './lab';
import { testLab } from './test-lab';

const lab = testLab();
const { reader } = lab.users;
const forest = lab.dc.domain;

function read(
  source: Partial<PasswordSource> = {},
  password: string | undefined = reader.password,
  live: Partial<LiveSources> = {},
  scope: Scope = defaultScope,
) {
  return collectAll(directoryProbe, labSources(lab, { directory: [labDirectory(lab, source)], ...live }), {
    scope,
    password: () => password,
  });
}

describe('as an ordinary user', () => {
  it.each(['ldaps', 'starttls'] as const)('reads every topic completely over %s', async (security) => {
    const { drafts, failure } = await read({ security });
    expect(failure).toBeUndefined();
    const incomplete = drafts
      .filter(({ status }) => status !== 'complete')
      .map(({ kind, failure: why }) => `${kind}: ${why?.message}`);
    expect(incomplete).toEqual([]);
    const kinds = ['ad.root-dse', ...directoryTopics.map(({ kind }) => kind)];
    expect([...new Set(drafts.map(({ kind }) => kind))].sort()).toEqual(expect.arrayContaining(kinds.sort()));
  });

  it.each([lab.users.reader.userPrincipalName, `${lab.dc.netBiosName}\\${reader.samAccountName}`])(
    'signs in as %s',
    async (user) => {
      const { draft } = await read({ user });
      expect(draft('ad.root-dse')?.data?.dnsHostName.toLowerCase()).toBe(lab.dc.hostName);
    },
  );

  it('finds what the forest holds', async () => {
    const { draft } = await read();
    expect(draft('ad.partitions')?.data).toMatchObject({ forestFunctionalLevel: 7, domains: [{ dnsRoot: forest }] });
    expect(draft('ad.partitions')?.data?.upnSuffixes).toEqual(expect.arrayContaining([...lab.dc.upnSuffixes]));
    expect(draft('ad.schema')?.data).toEqual({ objectVersion: 88 });
    expect(draft('ad.domain')?.data?.objectSid).toBe(lab.dc.domainSid);
    expect(draft('ad.domain-controllers')?.data?.controllers.map(({ dnsHostName }) => dnsHostName)).toContain(
      lab.dc.hostName,
    );
    expect(draft('ad.certification-authorities')?.data?.authorities[0]?.certificates[0]?.isCa).toBe(true);
    expect(draft('ad.nt-auth')?.data?.certificates.length).toBeGreaterThan(0);
    expect(draft('ad.certificate-templates')?.data?.templates.length).toBeGreaterThan(5);
    expect(draft('ad.device-registration')?.data?.serviceConnectionPoints.length).toBe(1);
    expect(draft('ad.group-policy')?.data?.objects.length).toBeGreaterThan(2);
  });

  it('pages through more users than fit on one page', async () => {
    const { draft } = await read();
    expect(draft('ad.pilot-users')?.data?.total).toBeGreaterThan(lab.warehouseStaffCount);
  });

  it('finds the members of a pilot group', async () => {
    const scope: Scope = { ...defaultScope, pilotUsers: { kind: 'group', group: lab.groups.whfbWave1.sid } };
    const { draft } = await read({}, reader.password, {}, scope);
    const users = draft('ad.pilot-users')?.data;
    expect(users?.populationFound).toBe(true);
    expect(users?.suffixes.map(({ suffix }) => suffix)).toEqual(['contoso.com']);
  });

  it('says that a pilot group does not exist', async () => {
    const scope: Scope = { ...defaultScope, pilotUsers: { kind: 'group', group: `CN=Nobody,${lab.dc.baseDn}` } };
    const { draft } = await read({}, reader.password, {}, scope);
    expect(draft('ad.pilot-users')).toMatchObject({ status: 'complete', data: { populationFound: false, total: 0 } });
  });

  it('tests the connection', async () => {
    const job = { signal: new AbortController().signal, phase: () => undefined };
    expect(await testDirectory(labDirectory(lab), labSources(lab), reader.password, job)).toEqual({
      ok: true,
      facts: {
        dnsHostName: expect.stringMatching(/^dc1\./iu),
        defaultNamingContext: lab.dc.baseDn,
        rootDomain: forest,
      },
    });
    expect(await testDirectory(labDirectory(lab), labSources(lab), '', job)).toMatchObject({
      ok: false,
      failure: { code: 'ldap-password-missing' },
    });
  });
});

describe('refused sign-ins', () => {
  it.each([
    ['wrong password', reader, 'wrong', 'ldap-invalid-credentials'],
    ['disabled account', lab.users.disabled, lab.users.disabled.password, 'ldap-account-disabled'],
    [
      'password to be changed',
      lab.users.mustChangePassword,
      lab.users.mustChangePassword.password,
      'ldap-password-must-change',
    ],
  ])('%s', async (_what, user, password, code) => {
    const { drafts, failure } = await read({ user: user.userPrincipalName }, password);
    expect(failure).toMatchObject({ reason: 'access-denied', code });
    expect(drafts).toEqual([]);
  });
});

describe('certificates of the domain controller', () => {
  afterEach(() => lab.switchDcCertificate('good'));

  it.each<[DcCertificateKind, string]>([
    ['expired', 'tls-certificate-expired'],
    ['self-signed', 'tls-certificate-self-signed'],
    ['foreign-ca', 'tls-certificate-not-trusted'],
    ['wrong-name', 'tls-certificate-wrong-name'],
  ])('does not sign in to one that is %s', async (kind, code) => {
    await lab.switchDcCertificate(kind);
    expect((await read()).failure).toMatchObject({ reason: 'unreachable', code });
    expect((await read({ security: 'starttls' })).failure?.code).toBe(code);
  });

  it('does not trust the lab without its root', async () => {
    const { directory, addresses } = labSources(lab, { directory: [labDirectory(lab)] });
    const live: LiveSources = { ...noLiveSources, directory, addresses };
    expect((await collectAll(directoryProbe, live, { password: () => reader.password })).failure?.code).toBe(
      'tls-certificate-not-trusted',
    );
  });
});

describe('access', () => {
  afterEach(() => lab.reset());

  it.each([
    ['ad.certificate-templates', `CN=Certificate Templates,${lab.pki.publicKeyServicesDn}`],
    ['ad.nt-auth', `CN=NTAuthCertificates,${lab.pki.publicKeyServicesDn}`],
    ['ad.group-policy', `CN=Policies,CN=System,${lab.dc.baseDn}`],
  ] as const)('does not take %s for empty when the account may not read it', async (kind, dn) => {
    await lab.changeDirectory([{ dn, replace: { nTSecurityDescriptor: [{ sddl: 'O:SYG:SYD:P(A;;GA;;;SY)' }] } }]);
    const { draft } = await read();
    expect(draft(kind)?.status).not.toBe('complete');
    expect(draft(kind)?.failure).toMatchObject({ reason: 'access-denied', code: 'directory-access-denied' });
    expect(draft('ad.partitions')?.status).toBe('complete');
  });
});

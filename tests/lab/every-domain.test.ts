import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceHeader, EvidenceKind } from '../../src-shared/model/evidence';
import { planSchema } from '../../src-shared/model/plan';
import { type Assessment, assessPlan } from '../support/assess-plan';
import { labDirectory } from './collect-target';
import type { DirectoryChange } from './lab';
import { labPlan } from './live-plan';
import { testLab } from './test-lab';

const lab = testLab();
const { domain, configurationDn, baseDn } = lab.dc;
const asia = { dnsRoot: `asia.${domain}`, dn: `DC=asia,${baseDn}`, host: `asia1.asia.${domain}` };

/** A domain of the forest whose only controller does not answer. */
const silentDomain: readonly DirectoryChange[] = [
  {
    dn: `CN=ASIA,CN=Partitions,${configurationDn}`,
    add: {
      objectClass: ['crossRef'],
      nCName: [asia.dn],
      dnsRoot: [asia.dnsRoot],
      nETBIOSName: ['ASIA'],
      systemFlags: ['3'],
    },
  },
  ...controllerObjects('ASIA1', asia.host),
];

/** A server object of the first site with NTDS Settings. */
function controllerObjects(name: string, host: string): readonly DirectoryChange[] {
  const dn = `CN=${name},CN=Servers,CN=${lab.sites.headquarters.name},CN=Sites,${configurationDn}`;
  return [
    { dn, add: { objectClass: ['server'], dNSHostName: [host] } },
    { dn: `CN=NTDS Settings,${dn}`, add: { objectClass: ['nTDSDSA'], options: ['1'] } },
  ];
}

const recordsOf = ({ records }: Assessment, kind: EvidenceKind, target: string): readonly EvidenceHeader[] =>
  records.map(({ header }) => header).filter((header) => header.kind === kind && header.target === target);

const passwords = { lab: lab.users.reader.password, fabrikam: lab.fabrikam.users.reader.password };

describe('a domain of the forest that does not answer', () => {
  let assessment: Assessment;
  beforeAll(async () => {
    await lab.changeDirectory(silentDomain);
    const plan = labPlan(lab);
    const addresses = { ...plan.live.addresses, [asia.host]: lab.web.address };
    assessment = await assessPlan({ ...plan, live: { ...plan.live, addresses } }, { passwords });
  });
  afterAll(() => lab.reset());

  it('is not known, and its forest is', () => {
    expect(recordsOf(assessment, 'ad.domain', asia.dnsRoot)).toMatchObject([
      {
        status: 'failed',
        failure: {
          reason: 'unreachable',
          code: 'directory-domain-unreachable',
          message: expect.stringContaining('Tried: 1.'),
        },
      },
    ]);
    expect(recordsOf(assessment, 'ad.domain', domain)).toMatchObject([{ status: 'complete' }]);
    expect(recordsOf(assessment, 'ad.partitions', domain)).toHaveLength(1);
  });

  it('takes a pass away, and nothing else', () => {
    const finding = (id: string) => assessment.findings.find(({ checkId }) => checkId === id);
    expect(finding('DIR-004')).toMatchObject({ outcome: 'unknown', unknownReason: 'unreachable' });
    expect(finding('DIR-004')?.summary).toContain(asia.dnsRoot);
    expect(finding('DIR-002')?.outcome).toBe('pass');
    expect(finding('DIR-003')?.outcome).toBe('pass');
  });

  it('is not missed where it cannot hold the pilot', () => {
    // The pilot computers are named by a unit, the pilot users by a global group, both of the other domain.
    expect(recordsOf(assessment, 'ad.pilot-computers', asia.dnsRoot)).toEqual([]);
    expect(recordsOf(assessment, 'ad.pilot-users', asia.dnsRoot)).toEqual([]);
    expect(recordsOf(assessment, 'ad.pilot-users', domain)).toMatchObject([{ status: 'complete' }]);
  });
});

it('looks for a pilot group of another domain in the global catalogue', async () => {
  const plan = labPlan(lab);
  const scope = { ...plan.scope, pilotUsers: { kind: 'group', group: `CN=Pilot,${asia.dn}` } as const };
  const { records } = await assessPlan(
    { ...plan, scope, live: { ...plan.live, sysvol: [], adfs: [], revocationLists: false } },
    { passwords },
  );
  const users = records.find(({ header }) => header.kind === 'ad.pilot-users');
  expect(users?.header).toMatchObject({ status: 'complete' });
  expect(JSON.parse(users?.dataJson ?? '{}')).toMatchObject({ populationFound: false, total: 0 });
});

describe('two forests', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'two-forests-'));
  let assessment: Assessment;
  beforeAll(async () => {
    await lab.startFabrikam();
    const authorities = path.join(folder, 'both-roots.pem');
    writeFileSync(authorities, [lab.caFile, lab.fabrikam.caFile].map((file) => readFileSync(file, 'utf8')).join('\n'));
    const plan = labPlan(lab);
    const fabrikam = labDirectory(lab, {
      id: 'fabrikam',
      server: lab.fabrikam.domainController.hostName,
      user: lab.fabrikam.users.reader.userPrincipalName,
    });
    assessment = await assessPlan(
      planSchema.parse({
        ...plan,
        scope: { ...plan.scope, forests: [] },
        live: { ...plan.live, caFile: authorities, directory: [...plan.live.directory, fabrikam] },
      }),
      { passwords },
    );
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await lab.reset();
  });

  it('are read each through its own controller', () => {
    for (const [target, host] of [
      [domain, lab.dc.hostName],
      [lab.fabrikam.domain.dnsName, lab.fabrikam.domainController.hostName],
    ] as const) {
      expect(recordsOf(assessment, 'ad.sites', target)).toMatchObject([
        { status: 'complete', source: { location: expect.stringContaining(`//${host}:`) } },
      ]);
      expect(recordsOf(assessment, 'ad.trusts', target)).toMatchObject([{ status: 'complete' }]);
    }
  });

  it('have a state for every controller of both', () => {
    const hosts = assessment.records
      .map(({ header }) => header)
      .filter(({ kind }) => kind === 'ad.controller-state')
      .map(({ target, status }) => [target, status]);
    expect(Object.fromEntries(hosts)).toMatchObject({
      [lab.dc.hostName]: 'complete',
      [lab.dc2.hostName]: 'complete',
      [lab.fabrikam.domainController.hostName]: 'complete',
    });
  });
});

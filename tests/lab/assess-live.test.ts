import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src-shared/model/finding';
import { noLiveSources } from '../../src-shared/model/plan';
import { type Assessment, assessPlan } from '../support/assess-plan';
import { temporaryFolder } from '../support/temporary-folder';
import { answerKey, answers, expectAnswers, keyWith } from './answer-key';
import { labDirectory } from './collect-target';
import { exportDirectory } from './export-directory';
import { assessLab, labPlan } from './live-plan';
import { testLab } from './test-lab';

const lab = testLab();
const now = new Date();
let live: Assessment;

beforeAll(async () => {
  live = await assessLab(lab, {}, { now });
});

const find = ({ findings }: Assessment, id: string): Finding | undefined =>
  findings.find(({ checkId }) => checkId === id);

/** Findings without the ids of records, which are new every time, and in an order that does not depend on which probe was first. */
const comparable = (findings: readonly Finding[]): unknown =>
  findings.map(({ evidenceIds: _, objects, observations, ...finding }) => ({
    ...finding,
    observations: [...observations].sort((a, b) => (a.label < b.label ? -1 : 1)),
    objects: objects.map(({ evidenceId: _, ...object }) => object).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }));

describe('the lab over the wire, as an ordinary user', () => {
  it('is read without a failure', () => {
    expect(live.targets.filter(({ state }) => state !== 'done')).toEqual([]);
    expect(live.records.map(({ header }) => header).filter(({ status }) => status !== 'complete')).toEqual([]);
    expect([...new Set(live.targets.map(({ by }) => by))].sort()).toEqual([
      'adfs',
      'authority-information',
      'controller-state',
      'crl',
      'dc-certificate',
      'directory',
      'dns',
      'enrolment-endpoints',
      'ocsp',
      'sysvol',
    ]);
  });

  it('is judged as the key says, check by check', () => expectAnswers(live, answerKey));

  it('names the pilot users whose suffix nobody can register', () => {
    const finding = find(live, 'DIR-016');
    // 20 plain, 10 awkward and 7 other names and alice are enabled; one of them has no name at all, which DIR-015 judges.
    expect(finding?.counts).toEqual({ fail: 5, pass: 32 });
    const users = finding?.objects.filter(({ kind }) => kind === 'user') ?? [];
    expect(users.map(({ name }) => name).sort()).toEqual([
      'alice@corp.contoso.test',
      'iris.corp@corp.contoso.test',
      'karl.corp@corp.contoso.test',
      'lois.local@contoso.local',
      'luke.local@contoso.local',
    ]);
    expect(users.find(({ name }) => name.startsWith('alice@'))?.id).toBe(lab.users.alice.sid);
    expect(
      finding?.objects
        .filter(({ kind }) => kind === 'upn-suffix')
        .map(({ name, outcome }) => [name, outcome])
        .sort(),
    ).toEqual([
      ['contoso.com', 'pass'],
      ['contoso.local', 'fail'],
      ['corp.contoso.test', 'fail'],
      ['fabrikam.com', 'pass'],
    ]);
  });

  it('names the templates only one CA offers', () => {
    const risky = find(live, 'PKI-032')?.objects.filter(({ outcome }) => outcome === 'warning') ?? [];
    expect(risky.map(({ name }) => name).sort()).toEqual(
      lab.pki.publishedTemplates.filter((name) => !['User', 'Machine'].includes(name)).sort(),
    );
  });

  it('finds both revocation lists in the directory and on the web', () => {
    const lists = find(live, 'PKI-017')?.objects ?? [];
    const places = lists.flatMap(({ name }) => /^(?:ldap|http):/u.exec(name)?.[0] ?? []);
    expect(places.sort()).toEqual(['http:', 'http:', 'ldap:', 'ldap:']);
    expect(lists.every(({ outcome }) => outcome === 'pass')).toBe(true);
  });

  it('says of every record where it came from', () => {
    const origins = live.records.map(({ header }) => header.source.location);
    const places = [
      `ldaps://${lab.dc.hostName}:636`,
      `ldaps://${lab.dc2.hostName}:636`,
      `dns://${lab.dc.address}/`,
      `http://${lab.pki.hostName}`,
      `${lab.pki.hostName}:135`,
      `https://${lab.web.adfsHost}`,
      `http://${lab.web.pkiHost}/`,
      lab.sysvolPath,
    ];
    expect(origins.filter((origin) => !places.some((place) => origin.startsWith(place)))).toEqual([]);
    expect(places.filter((place) => !origins.some((origin) => origin.startsWith(place)))).toEqual([]);
  });
});

it('gives the same findings over StartTLS', async () => {
  const directory = [labDirectory(lab, { security: 'starttls' })];
  expect(comparable((await assessLab(lab, { directory }, { now })).findings)).toEqual(comparable(live.findings));
});

/** What hosts have to be asked for: AD FS, DNS, CAs, certificates and clocks of domain controllers, lists and certificates on the web. */
const notInFiles = [
  ...['FED-008', 'FED-010', 'FED-013', 'FED-015', 'FED-016', 'FED-017', 'FED-029', 'PRV-015', 'RA-001', 'SEC-024'],
  ...['PKI-002', 'PKI-007', 'PKI-008', 'PKI-009', 'PKI-010', 'PKI-018', 'SEC-008'],
  // Whether a SYSVOL folder is the whole of it cannot be seen.
  'POL-014',
];
/** The same answer, with less behind it: what DNS said, what LDAPS showed, the lists on the web, the number of open checks. */
const lessInFiles = ['DEV-025', 'FED-007', 'PKI-006', 'PKI-017', 'TRU-009', 'TRU-010'];

it('gives the same findings from an export of the directory and a copy of SYSVOL, but for what hosts have to be asked', async () => {
  const folder = temporaryFolder();
  await exportDirectory(lab, folder);
  const { scope, ...plan } = labPlan(lab);
  const evidence = [{ path: folder }, { path: lab.sysvolPath }];
  const files = await assessPlan({ ...plan, scope, live: noLiveSources, evidence }, { now });
  expect(files.targets.map(({ by, state }) => [by, state])).toEqual([
    ['ldif', 'done'],
    ['registry-pol', 'done'],
  ]);
  expectAnswers(files, keyWith(answers(notInFiles, 'unknown: not-collected')));
  const exceptions = [...notInFiles, ...lessInFiles];
  const alike = ({ findings }: Assessment): unknown =>
    comparable(findings.filter(({ checkId }) => !exceptions.includes(checkId)));
  expect(alike(files)).toEqual(alike(live));
});

import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../src-main/engine/check-registry';
import type { Finding } from '../../src-shared/model/finding';
import { noLiveSources } from '../../src-shared/model/plan';
import { type Assessment, assessPlan } from '../support/assess-plan';
import { temporaryFolder } from '../support/temporary-folder';
import { answerKey, expectAnswers, keyWith } from './answer-key';
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

/** Findings without the ids of records, which are new every time. */
const comparable = (findings: readonly Finding[]): unknown =>
  findings.map(({ evidenceIds: _, objects, ...finding }) => ({
    ...finding,
    objects: objects.map(({ evidenceId: _, ...object }) => object).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }));

describe('the lab over the wire, as an ordinary user', () => {
  it('is read without a failure', () => {
    expect(live.targets.filter(({ state }) => state !== 'done')).toEqual([]);
    expect(live.records.map(({ header }) => header).filter(({ status }) => status !== 'complete')).toEqual([]);
    expect(live.targets.map(({ by }) => by).sort()).toEqual([
      'adfs',
      'crl',
      'crl',
      'dc-certificate',
      'directory',
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

it('gives the same findings about the directory from exported files', async () => {
  const folder = temporaryFolder();
  await exportDirectory(lab, folder);
  const { scope, ...plan } = labPlan(lab);
  const files = await assessPlan({ ...plan, scope, live: noLiveSources, evidence: [{ path: folder }] }, { now });
  expect(files.targets.map(({ by, state }) => [by, state])).toEqual([['ldif', 'done']]);
  const ids = checks.filter(({ needs }) => needs.every((need) => need.startsWith('ad.'))).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(15);
  const ofDirectory = ({ findings }: Assessment): unknown =>
    comparable(findings.filter(({ checkId }) => ids.includes(checkId)));
  expect(ofDirectory(files)).toEqual(ofDirectory(live));
});

describe('a broken template in the place of the right one', () => {
  afterEach(() => lab.reset());

  it.each([
    ['WHFBNoSmartCardLogon', 'PKI-024'],
    ['WHFBSuppliedSubject', 'PKI-025'],
    ['WHFBNoSignature', 'PKI-026'],
  ])('%s fails %s and no other check of the template', async (name, id) => {
    const published = lab.pki.publishedTemplates.map((template) =>
      template === 'WHFBAuthentication' ? name : template,
    );
    const authority = `CN=${lab.pki.name},CN=Enrollment Services,${lab.pki.publicKeyServicesDn}`;
    await lab.changeDirectory([{ dn: authority, replace: { certificateTemplates: published } }]);
    expectAnswers(await assessLab(lab, {}, { now }), keyWith({ [id]: 'fail' }));
  });
});

import { describe, expect, it } from 'vitest';
import { clientsOverview } from '../../../src-main/clients/clients-overview';
import { groupClients, type KnownClient } from '../../../src-main/clients/group-clients';
import { symptoms } from '../../../src-main/clients/symptoms';
import { catalogue } from '../../../src-main/knowledge/catalogue';
import { clientErrorCodes } from '../../../src-main/knowledge/client-error-codes';
import { type ClientGroup, clientsOverviewSchema, groupTitle, troubledFacts } from '../../../src-shared/model/clients';
import { factsInWords, factsThatTellApart } from '../../../src-shared/model/facts-that-tell-apart';
import type { Outcome } from '../../../src-shared/model/outcome';
import { growsLinearly } from '../../support/grows-linearly';
import { known, ready, status } from './known';

const finding = (checkId: string, outcome: Outcome) =>
  ({ checkId, title: `Title of ${checkId}`, outcome, severity: 'blocker', summary: 'A summary.' }) as const;

const overviewOf = (clients: readonly KnownClient[], findings: Parameters<typeof clientsOverview>[1]) =>
  clientsOverview(groupClients(clients), findings);

const noToken = { ...ready, EnterprisePrt: 'NO', AdfsRefreshToken: 'NO', PreReqResult: 'WillNotProvision' };
const noAuthority = { ...ready, AdfsRaIsReady: 'NO', PreReqResult: 'WillNotProvision' };

describe('groups', () => {
  const fleet = [
    status('pc10', noToken),
    status('pc2', noToken),
    status('pc3', ready),
    status('pc4', { NgcSet: 'YES' }),
    status('pc5', noAuthority, '2026-11-20T09:00:00Z'),
    status('pc6', { ...ready, SessionIsNotRemote: 'NO' }),
    status('pc7', { AzureAdJoined: 'YES' }),
  ];

  it('put failing clients first, then by size, with representatives by name', () => {
    const overview = overviewOf(known(...fleet), []);
    clientsOverviewSchema.parse(overview);
    expect(overview.total).toBe(7);
    expect(overview.groups.map(({ state, count, staleCount }) => [state, count, staleCount])).toEqual([
      ['failing', 2, 0],
      ['failing', 1, 1],
      ['open', 1, 0],
      ['mute', 1, 0],
      ['ready', 1, 0],
      ['done', 1, 0],
    ]);
    expect(overview.groups[0]?.representatives.map(({ name }) => name)).toEqual(['pc2', 'pc10']);
    expect(overview.groups[0]?.symptoms).toEqual(['no-enterprise-token']);
    expect(overview.groups[3]?.symptoms).toEqual([]);
  });

  it('are the same whatever the order, and their members can be asked for', () => {
    const clients = known(...fleet);
    const overview = overviewOf(clients, []);
    expect(overviewOf([...clients].reverse(), [])).toEqual(overview);
    const [first] = overview.groups;
    const [set] = groupClients(clients);
    expect(set?.group.id).toBe(first?.id);
    expect(set?.members.map(({ name }) => name)).toEqual(['pc2', 'pc10']);
  });

  it('of thousands of clients take no longer than there are clients', async () => {
    const many = (count: number) =>
      known(...Array.from({ length: count }, (_, index) => status(`pc${index}`, index % 3 === 0 ? noToken : ready)));
    expect(overviewOf(many(5000), []).groups.map(({ count }) => count)).toEqual([1667, 3333]);
    await growsLinearly(many, (clients) => overviewOf(clients, []), { to: 16_000 });
  });
});

describe('chains', () => {
  it('lead from a symptom to the findings that explain it, in the order of the deployment', () => {
    const findings = [
      finding('RA-004', 'unknown'),
      finding('RA-001', 'fail'),
      finding('RA-002', 'pass'),
      finding('FED-011', 'warning'),
      finding('RA-008', 'not-applicable'),
      finding('DEV-010', 'fail'),
    ];
    const { chains } = overviewOf(known(status('pc1', noAuthority), status('pc2', noAuthority)), findings);
    expect(chains).toHaveLength(1);
    expect(chains[0]).toMatchObject({
      symptom: { id: 'authority-not-ready', seenAs: 'AdfsRaIsReady' },
      count: 2,
      cleared: ['RA-002', 'RA-008'],
      notJudged: ['FED-009', 'FED-010', 'FED-014'],
    });
    expect(chains[0]?.causes.map(({ checkId, outcome, why }) => [checkId, outcome, why.length > 10])).toEqual([
      ['FED-011', 'warning', true],
      ['RA-001', 'fail', true],
      ['RA-004', 'unknown', true],
    ]);
  });

  it('go out from codes as well', () => {
    const coded = status('pc1', { AzureAdJoined: 'NO', 'Client ErrorCode': '0x801c001d' });
    const { chains } = overviewOf(known(coded), [finding('DEV-002', 'fail')]);
    expect(chains.map(({ symptom }) => symptom.id)).toEqual(['not-joined', 'code:0x801c001d']);
    expect(chains[1]?.causes.map(({ checkId, why }) => [checkId, why])).toEqual([
      ['DEV-002', 'It can end in 0x801c001d.'],
    ]);
  });

  it('say that nothing explains a symptom when everything passed', () => {
    const { chains } = overviewOf(known(status('pc1', { ...ready, PostLogonEnabled: 'NO' })), [
      finding('POL-013', 'pass'),
    ]);
    expect(chains[0]).toMatchObject({ causes: [], cleared: ['POL-013'], notJudged: [] });
  });

  it('tell the two reasons why a template is not ready apart', () => {
    const of = (value: string) =>
      overviewOf(known(status('pc1', { LogonCertTemplateReady: value })), []).chains.map(({ symptom }) => symptom.id);
    expect(of('NO ( StateNoPolicy )')).toEqual(['template-no-policy']);
    expect(of('NO ( StateNoPermission )')).toEqual(['template-no-permission']);
    expect(of('NO')).toEqual(['template-not-ready']);
    expect(of('YES ( StateReady )')).toEqual([]);
  });
});

describe('the tables', () => {
  const ids = new Set(catalogue.map(({ id }) => id));

  it.each(symptoms)('$id names checks of the catalogue, each once', ({ explainedBy, seenAs }) => {
    const named = explainedBy.map(({ check }) => check);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    expect(seenAs.length).toBeGreaterThan(0);
  });

  it('codes name checks of the catalogue and are sorted', () => {
    expect(clientErrorCodes.flatMap(({ explainedBy }) => explainedBy).filter((id) => !ids.has(id))).toEqual([]);
    const codes = clientErrorCodes.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(clientErrorCodes.filter(({ meaning, step }) => !/\.$/u.test(meaning) || !/\.$/u.test(step))).toEqual([]);
  });
});

it('a group with many symptoms is called by the first', () => {
  const chains = ['a', 'b', 'c', 'd'].map((id) => ({ symptom: { id, title: `Symptom ${id}`, seenAs: id } }));
  expect(groupTitle({ symptoms: ['a', 'b', 'c', 'd'], state: 'failing' }, chains)).toBe(
    'Symptom a; Symptom b; and 2 more',
  );
  expect(groupTitle({ symptoms: ['c'], state: 'failing' }, chains)).toBe('Symptom c');
  expect(groupTitle({ symptoms: [], state: 'ready' }, chains)).toBe('Ready');
});

it('groups of one title are told apart by what they differ in, others by their title', () => {
  const group = (id: string, symptoms: readonly string[], facts: Readonly<Record<string, string>>): ClientGroup => ({
    ...{ id, state: 'ready', symptoms: [...symptoms], count: 1, staleCount: 0, representatives: [] },
    signature: Object.entries(facts).map(([label, value]) => ({ label, value })),
  });
  const chain = {
    ...{ symptom: { id: 'a', title: 'Symptom a', seenAs: 'a' }, count: 1, groups: [], causes: [] },
    ...{ cleared: [], notJudged: [] },
  };
  const apart = factsThatTellApart({
    groups: [
      group('one', [], { AzureAdPrt: 'YES', Codes: '0x1' }),
      group('two', [], { AzureAdPrt: 'YES', CertEnrollment: 'none' }),
      group('three', ['a'], { AzureAdPrt: 'NO' }),
    ],
    chains: [chain],
  });
  expect(new Map([...apart].map(([id, facts]) => [id, factsInWords(facts)]))).toEqual(
    new Map([
      ['one', 'Codes: 0x1, CertEnrollment: not seen'],
      ['two', 'Codes: not seen, CertEnrollment: none'],
    ]),
  );
});

it('what is not as it should be tells groups apart; a capture that tells nothing says only why', () => {
  const of = (signature: Readonly<Record<string, string>>) =>
    troubledFacts({ signature: Object.entries(signature).map(([label, value]) => ({ label, value })) }).map(
      ({ label }) => label,
    );
  expect(
    of({ NgcSet: 'NO', AzureAdPrt: 'YES', AdfsRaIsReady: 'NO', CertEnrollment: 'none', Codes: '0x801c03f2' }),
  ).toEqual(['AdfsRaIsReady', 'CertEnrollment', 'Codes']);
  expect(of({ Capture: 'Captured in a remote session.', PreReqResult: 'WillNotProvision' })).toEqual(['Capture']);
});

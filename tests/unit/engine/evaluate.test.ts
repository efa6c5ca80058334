import { describe, expect, it } from 'vitest';
import { type Check, defineAggregate, defineCheck } from '../../../src-main/checks/define-check';
import { fail, pass, worstOutcome } from '../../../src-main/checks/result';
import { evaluateAggregates, evaluateChecks } from '../../../src-main/engine/evaluate';
import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { HostRole } from '../../../src-shared/model/evidence/host';
import { type Finding, findingSchema, observationLimit } from '../../../src-shared/model/finding';
import { knownOutcomes, type UnknownReason } from '../../../src-shared/model/outcome';
import { defaultScope } from '../../../src-shared/model/scope';
import { failed, record } from '../checks/check-cases';

const context = { now: new Date('2026-11-22T15:00:00Z'), scope: defaultScope };
const remediation = { steps: ['Raise it.'], verify: 'Read it.' };
const text = {
  ...{ revision: 1, why: 'A reason long enough.', sources: ['https://learn.microsoft.com/'], remediation },
  outcomes: knownOutcomes,
};

const schemaCheck = defineCheck({
  ...text,
  id: 'DIR-002',
  needs: ['ad.schema', 'ad.domain?'],
  evaluate: ({ 'ad.schema': schema }) =>
    schema.records.every((head) => (head.data.objectVersion ?? 0) >= 87)
      ? pass({ summary: 'High enough.' })
      : fail({ summary: 'Too low.' }),
});

const judge = (records: readonly EvidenceRecord[], check: Check = schemaCheck): Finding => {
  const [finding] = evaluateChecks([check], records, context);
  if (finding === undefined) throw new Error('no finding');
  return finding;
};

describe('missing evidence', () => {
  it('is unknown, not collected, when nothing was tried', () => {
    expect(judge([])).toMatchObject({ outcome: 'unknown', unknownReason: 'not-collected', missing: ['ad.schema'] });
  });

  it('carries the reason of what was tried', () => {
    const finding = judge([failed('ad.schema', 'contoso.com', 'access-denied')]);
    expect(finding).toMatchObject({ outcome: 'unknown', unknownReason: 'access-denied' });
    expect(finding.summary).toContain('contoso.com');
  });

  it('does not let a pass hide a second forest that could not be read', () => {
    const finding = judge([
      record('ad.schema', 'contoso.com', { objectVersion: 88 }),
      failed('ad.schema', 'fabrikam.com', 'unreachable'),
    ]);
    expect(finding).toMatchObject({ outcome: 'unknown', unknownReason: 'unreachable' });
    expect(finding.summary).toContain('fabrikam.com');
  });

  it('lets a fail stand beside what could not be read', () => {
    const finding = judge([
      record('ad.schema', 'contoso.com', { objectVersion: 69 }),
      failed('ad.schema', 'fabrikam.com', 'unreachable'),
    ]);
    expect(finding.outcome).toBe('fail');
  });

  it('is not held against a pass when a file of unknown content failed', () => {
    const finding = judge([
      record('ad.schema', 'contoso.com', { objectVersion: 88 }),
      failed('ad.schema', '*', 'unreadable'),
    ]);
    expect(finding.outcome).toBe('pass');
  });
});

describe('what machines denied', () => {
  const controllers = defineCheck({
    ...text,
    id: 'DIR-006',
    needs: ['host.system'],
    roles: { 'host.system': ['dc'] },
    evaluate: () => pass({ summary: 'Fine.' }),
  });
  const denied = (
    host: string,
    role: HostRole | undefined,
    reason: UnknownReason = 'access-denied',
  ): EvidenceRecord => {
    const gap = failed('host.system', host, reason);
    return role === undefined || gap.failure === undefined ? gap : { ...gap, failure: { ...gap.failure, role } };
  };
  const read = record('host.system', 'dc1.contoso.com', { host: 'dc1.contoso.com', role: 'dc' });

  it('is not blamed for what another machine would have told', () => {
    const finding = judge([denied('adfs.contoso.com', 'adfs')], controllers);
    expect(finding).toMatchObject({ outcome: 'unknown', unknownReason: 'not-collected', missing: ['host.system'] });
    expect(finding.summary).not.toContain('adfs');
    expect(judge([read, denied('adfs.contoso.com', 'adfs')], controllers).outcome).toBe('pass');
  });

  it('counts where the role is the one that is judged, or is not told', () => {
    for (const role of ['dc', undefined] as const) {
      const finding = judge([read, denied('dc2.contoso.com', role), denied('adfs.contoso.com', 'adfs')], controllers);
      expect(finding).toMatchObject({ outcome: 'unknown', unknownReason: 'access-denied' });
      expect(finding.summary).toContain('dc2.contoso.com');
      expect(finding.summary).not.toContain('adfs');
    }
  });

  it('is counted when it is much, the most frequent reason first', () => {
    const gaps = [
      denied('dc2.contoso.com', 'dc', 'unreachable'),
      ...['dc3', 'dc4', 'dc5'].map((host) => denied(`${host}.contoso.com`, 'dc')),
    ];
    const finding = judge([read, ...gaps], controllers);
    expect(finding.unknownReason).toBe('access-denied');
    expect(finding.summary).toContain(
      '4 of 5 could not be read. Access denied: dc3.contoso.com, dc4.contoso.com, dc5.contoso.com. Unreachable: dc2.contoso.com.',
    );
  });
});

describe('a forest outside the scope', () => {
  const partitions = (...names: readonly string[]): EvidenceRecord =>
    record('ad.partitions', names[0] ?? '', {
      upnSuffixes: [],
      domains: names.map((dnsRoot) => ({ dnsRoot, netBiosName: dnsRoot, namingContext: `DC=${dnsRoot}` })),
    });
  const head = record('ad.schema', 'corp.contoso.com', { objectVersion: 88 });
  const outcomeWith = (...records: readonly EvidenceRecord[]): string | undefined =>
    evaluateChecks([schemaCheck], [head, ...records], {
      ...context,
      scope: { ...defaultScope, forests: ['corp.contoso.com'] },
    })[0]?.outcome;
  const missing = (target: string): EvidenceRecord => failed('ad.schema', target, 'unreachable');

  it('takes nothing away from a pass, nor do its domains and servers', () => {
    const forests = [partitions('corp.contoso.com'), partitions('fabrikam.com', 'emea.fabrikam.com')];
    expect(outcomeWith(...forests, missing('fabrikam.com'))).toBe('pass');
    expect(outcomeWith(...forests, missing('EMEA.fabrikam.com'))).toBe('pass');
    expect(outcomeWith(...forests, missing('dc1.emea.fabrikam.com'))).toBe('pass');
  });

  it('is told from a forest in scope whose name ends alike', () => {
    const forests = [partitions('corp.contoso.com', 'asia.corp.contoso.com'), partitions('contoso.com')];
    expect(outcomeWith(...forests, missing('dc9.contoso.com'))).toBe('pass');
    expect(outcomeWith(...forests, missing('dc9.asia.corp.contoso.com'))).toBe('unknown');
  });

  it('is not assumed of a server that never told its forest', () => {
    expect(outcomeWith(partitions('corp.contoso.com'), missing('dc1.elsewhere.net'))).toBe('unknown');
  });
});

describe('several records of one target', () => {
  const at = (objectVersion: number, collectedAt: string): EvidenceRecord =>
    record('ad.schema', 'contoso.com', { objectVersion }, { collectedAt });

  it('judges the newest', () => {
    expect(judge([at(69, '2026-11-20T09:00:00.000Z'), at(88, '2026-11-22T09:00:00.000Z')]).outcome).toBe('pass');
  });

  it('keeps what was read when a later attempt fails', () => {
    expect(judge([at(88, '2026-11-20T09:00:00.000Z'), failed('ad.schema', 'Contoso.com', 'unreachable')]).outcome).toBe(
      'pass',
    );
  });

  it('turns too old evidence into unknown', () => {
    expect(judge([at(88, '2026-10-01T09:00:00.000Z')])).toMatchObject({ outcome: 'unknown', unknownReason: 'stale' });
  });
});

describe('a check that observes more than a finding holds', () => {
  const clients = Array.from({ length: 5000 }, (_, index) => ({
    ...{ label: `pc${index}`, observed: index === 4999 ? 'another tenant' : 'this tenant', expected: 'this tenant' },
    matches: index !== 4999,
  }));
  const fleetCheck = defineCheck({ ...schemaCheck, evaluate: () => fail({ summary: 'One.', observations: clients }) });

  it('keeps what differs and counts what it leaves out', () => {
    const finding = judge([record('ad.schema', 'contoso.com', { objectVersion: 69 })], fleetCheck);
    expect(findingSchema.safeParse(finding).success).toBe(true);
    expect(finding.observations).toHaveLength(observationLimit);
    expect(finding.observations[0]).toMatchObject({ label: 'pc4999', matches: false });
    expect(finding.observations.at(-1)?.observed).toContain('4501 more');
  });
});

describe('a check that throws', () => {
  const throwing = defineCheck({
    ...text,
    id: 'DIR-004',
    needs: ['ad.schema'],
    evaluate: () => {
      throw new Error('boom');
    },
  });

  it('is unknown and leaves the others alone', () => {
    const seen: string[] = [];
    const records = [record('ad.schema', 'contoso.com', { objectVersion: 88 })];
    const findings = evaluateChecks([throwing, schemaCheck], records, context, (id) => seen.push(id));
    expect(findings.map((finding) => [finding.outcome, finding.unknownReason])).toEqual([
      ['unknown', 'check-error'],
      ['pass', undefined],
    ]);
    expect(seen).toEqual(['DIR-004']);
  });
});

it('answers not applicable without asking for evidence', () => {
  const check = defineCheck({
    ...text,
    id: 'SSO-002',
    needs: ['ad.schema'],
    appliesTo: (scope) => scope.joinTypes.entraJoined || { reason: 'No Entra-joined devices are in scope.' },
    evaluate: () => pass({ summary: 'never' }),
  });
  expect(judge([], check)).toMatchObject({
    outcome: 'not-applicable',
    summary: 'No Entra-joined devices are in scope.',
    missing: [],
  });
});

it('hands the findings and the catalogue to aggregates', () => {
  const aggregate = defineAggregate({
    ...text,
    id: 'TRU-009',
    evaluate: ({ findings, catalogue }) => pass({ summary: `${findings.length} of ${catalogue.length}` }),
  });
  const [finding] = evaluateAggregates([aggregate], [judge([])], context);
  expect(finding?.summary).toBe('1 of 238');
});

it('orders outcomes so that a pass never hides anything', () => {
  expect(worstOutcome([{ outcome: 'pass' }, { outcome: 'unknown' }, { outcome: 'info' }])).toBe('unknown');
  expect(() => worstOutcome([])).toThrow();
});

describe('what was said in the interview', () => {
  const asking = defineCheck({
    ...text,
    id: 'TRU-003',
    needs: ['interview.answer'],
    asks: ['key-trust'],
    evaluate: ({ 'interview.answer': answers }) => pass({ summary: `${answers.records.length} answers.` }),
  });
  const said = (question: string, saidOn = '2026-11-20') =>
    record(
      'interview.answer',
      question,
      { question, answer: 'rejected', saidBy: 'Imke Brandt', saidOn },
      {
        source: { way: 'attested', by: 'interview', location: 'said by Imke Brandt' },
        collectedAt: `${saidOn}T00:00:00.000Z`,
      },
    );

  it('reaches the checks that ask, and marks their findings', () => {
    const finding = judge([said('key-trust'), said('adfs-plan')], asking);
    expect(finding).toMatchObject({
      outcome: 'pass',
      summary: '1 answers.',
      attested: [{ question: 'key-trust', saidBy: 'Imke Brandt', saidOn: '2026-11-20' }],
    });
    expect(finding.evidenceIds).toHaveLength(1);
  });

  it('of another question is no answer', () => {
    const finding = judge([said('adfs-plan')], asking);
    expect(finding).toMatchObject({ outcome: 'unknown', unknownReason: 'not-collected' });
    expect(finding.attested).toBeUndefined();
  });

  it('holds for half a year, not for fourteen days', () => {
    expect(judge([said('key-trust', '2026-06-01')], asking).outcome).toBe('pass');
    expect(judge([said('key-trust', '2026-05-01')], asking)).toMatchObject({
      outcome: 'unknown',
      unknownReason: 'stale',
    });
  });
});

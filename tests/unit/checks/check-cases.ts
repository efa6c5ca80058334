/**
 * Table-driven cases of checks. One case is one object: evidence, scope and instant in; outcome, words of the summary and objects out. Cases run through the
 * engine, so that needs, gaps and staleness behave as in the product.
 *
 *   const schema = (objectVersion?: number) => record('ad.schema', 'contoso.com', { objectVersion });
 *   describeCheck(check, [
 *     { name: 'schema of 2016', evidence: [schema(87)], outcome: 'pass', says: ['87'], objects: { 'contoso.com': 'pass' } },
 *     { name: 'schema of 2012 R2', evidence: [schema(69)], outcome: 'fail', says: ['69'] },
 *     { name: 'denied', evidence: [failed('ad.schema', 'contoso.com', 'access-denied')], outcome: 'unknown', reason: 'access-denied' },
 *   ]);
 *
 * Beside the table, every check is put through what must hold for all of them. The table has a case for each outcome the check declares, and the check gives no
 * other. Starting from the first case that passes, each needed kind is left out, denied and aged, and none of these may pass or fail; optional kinds are denied
 * and must not break the check.
 */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AggregateCheck, Check } from '../../../src-main/checks/define-check';
import { evaluateChecks } from '../../../src-main/engine/evaluate';
import type {
  EvidenceDataByKind,
  EvidenceHeader,
  EvidenceKind,
  EvidenceRecord,
} from '../../../src-shared/model/evidence';
import { type Finding, findingSchema } from '../../../src-shared/model/finding';
import type { Outcome, Severity, UnknownReason } from '../../../src-shared/model/outcome';
import { defaultScope, type Scope } from '../../../src-shared/model/scope';

/** The instant cases are judged at unless they name another; evidence is six hours older. */
export const now = '2026-11-22T15:00:00Z';
export const collectedAt = '2026-11-22T09:00:00Z';

/** What a case expects of the finding. */
export interface Expectation {
  readonly outcome: Outcome;
  /** Why it is unknown; required by the runner for unknown outcomes. */
  readonly reason?: UnknownReason;
  /** Severity of the result when it is not the class of the catalogue. */
  readonly severity?: Severity;
  /** Pieces the summary must contain. */
  readonly says?: readonly string[];
  /** All objects of the finding: id → outcome. */
  readonly objects?: Readonly<Record<string, Outcome>>;
  /** Pieces that the notes of objects must contain: id → text. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly counts?: Readonly<Partial<Record<Outcome, number>>>;
  /** Labels of observations that do not match. */
  readonly differs?: readonly string[];
}

/** A field that a source may leave out of a complete record: its kind and where it is; `*` is every entry of a list. */
export type Field = `${EvidenceKind} ${string}`;

export interface CheckCase extends Expectation {
  readonly name: string;
  readonly evidence: readonly EvidenceRecord[];
  readonly scope?: Partial<Scope>;
  /** Fields of a case that passes whose absence means *not returned*, and without which nobody can tell: then the answer has to be `unknown`. */
  readonly decisive?: readonly Field[];
  /** ISO 8601; {@link now} by default. */
  readonly now?: string;
}

/** A complete record. `header` overrides provenance, e.g. `collectedAt`. */
export function record<K extends EvidenceKind>(
  kind: K,
  target: string,
  data: EvidenceDataByKind[K],
  header: Partial<EvidenceHeader> = {},
): EvidenceRecord {
  return { ...headerOf(kind, target), ...header, data } as EvidenceRecord;
}

/** A record of an attempt that gave nothing. */
export function failed(
  kind: EvidenceKind,
  target: string,
  reason: UnknownReason,
  message = `Reading it gave: ${reason}.`,
): EvidenceRecord {
  return {
    ...headerOf(kind, target),
    status: 'failed',
    facts: 0,
    failure: { reason, code: `test-${reason}`, message, next: 'Collect it again.' },
  } as EvidenceRecord;
}

/** A record that stopped half way. */
export function partial<K extends EvidenceKind>(
  kind: K,
  target: string,
  reason: UnknownReason,
  data: EvidenceDataByKind[K],
): EvidenceRecord {
  return { ...failed(kind, target, reason), status: 'partial', data } as EvidenceRecord;
}

/** Defines the tests of one check; all its cases go into one table. Throws when that has no passing case (`info` for checks that only inform). */
export function describeCheck(check: Check, cases: readonly CheckCase[]): void {
  describe(check.id, () => {
    it.each(cases)('$name → $outcome', (testCase) => {
      expectFinding(judge(check, testCase), testCase);
    });
    itHasCasesForAll(check, cases);
    describeMissingEvidence(check, cases);
    for (const each of cases) describeWithheldFields(check, each);
  });
}

/** A test that the cases come to every outcome the check declares, so that none is only claimed. */
export function itHasCasesForAll({ outcomes }: Check | AggregateCheck, cases: readonly Expectation[]): void {
  it('has a case for every outcome it declares', () => {
    const reached = cases.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => !reached.includes(outcome))).toEqual([]);
  });
}

/** The finding of one check, through the engine; a check that throws, or gives an outcome it does not declare, fails the test. */
export function judge(check: Check, testCase: Pick<CheckCase, 'evidence' | 'scope' | 'now'>): Finding {
  const context = { now: new Date(testCase.now ?? now), scope: { ...defaultScope, ...testCase.scope } };
  const [finding] = evaluateChecks([check], testCase.evidence, context, (_, error) => {
    throw error;
  });
  if (finding === undefined) throw new Error('The engine gave no finding.');
  expectDeclared(check, finding);
  return finding;
}

/** `unknown` is declared by no check: the engine gives it to all of them. */
export function expectDeclared({ id, outcomes }: Check | AggregateCheck, { outcome, summary }: Finding): void {
  if (outcome !== 'unknown') expect(outcomes, `${id} does not declare “${outcome}”: ${summary}`).toContain(outcome);
}

export function expectFinding(finding: Finding, expected: Expectation): void {
  findingSchema.parse(finding);
  expect({ outcome: finding.outcome, reason: finding.unknownReason }, finding.summary).toEqual({
    outcome: expected.outcome,
    reason: expected.reason,
  });
  for (const text of expected.says ?? []) expect(finding.summary).toContain(text);
  if (expected.severity !== undefined) expect(finding.severity).toBe(expected.severity);
  if (expected.counts !== undefined) expect(finding.counts).toEqual(expected.counts);
  expectObjects(finding, expected);
  if (expected.differs !== undefined) {
    expect(finding.observations.filter(({ matches }) => matches === false).map(({ label }) => label)).toEqual(
      expected.differs,
    );
  }
  // The engine's own sentences about missing evidence name the targets, which may be tenant ids.
  if (finding.missing.length === 0) expectReadable(finding.summary);
}

function expectObjects({ objects, evidenceIds }: Finding, expected: Expectation): void {
  const byId = new Map(objects.map((object) => [object.id, object]));
  expect(byId.size, 'objects have distinct ids').toBe(objects.length);
  if (expected.objects !== undefined) {
    expect(Object.fromEntries(objects.map(({ id, outcome }) => [id, outcome]))).toEqual(expected.objects);
  }
  const judgedOn = objects.flatMap(({ evidenceId }) => evidenceId ?? []);
  expect(evidenceIds, 'objects rest on records the check was given').toEqual(expect.arrayContaining(judgedOn));
  for (const [id, text] of Object.entries(expected.notes ?? {})) expect(byId.get(id)?.note).toContain(text);
}

/** A summary is a sentence for a person: it ends as one and shows no GUIDs and no SIDs. */
function expectReadable(summary: string): void {
  expect(summary).toMatch(/^\S[\s\S]*[.!?]$/u);
  expect(summary).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}|\bS-1-\d|\b(?:undefined|NaN)\b/u);
}

function describeMissingEvidence(check: Check, cases: readonly CheckCase[]): void {
  const good = cases.find(({ outcome }) => outcome === 'pass') ?? cases.find(({ outcome }) => outcome === 'info');
  if (good === undefined) throw new Error(`${check.id} has no case that passes`);
  const required = check.needs.filter((need): need is EvidenceKind => !need.endsWith('?'));
  const optional = check.needs.filter((need) => need.endsWith('?')).map((need) => need.slice(0, -1) as EvidenceKind);

  it.each(required)('is unknown without %s', (kind) => {
    const finding = judge(check, { ...good, evidence: good.evidence.filter((piece) => piece.kind !== kind) });
    expect([finding.outcome, finding.unknownReason]).toEqual(['unknown', 'not-collected']);
    expect(finding.missing).toContain(kind);
  });
  it.each(required)('is unknown when %s is denied', (kind) => {
    const finding = judge(check, {
      ...good,
      evidence: good.evidence.map((piece) => (piece.kind === kind ? denied(piece) : piece)),
    });
    expect([finding.outcome, finding.unknownReason]).toEqual(['unknown', 'access-denied']);
  });
  it.each(required)('is unknown when %s is too old', (kind) => {
    const finding = judge(check, {
      ...good,
      evidence: good.evidence.map((piece) => (piece.kind === kind ? aged(piece) : piece)),
    });
    expect([finding.outcome, finding.unknownReason]).toEqual(['unknown', 'stale']);
  });
  it.each(optional)('is never a failure when optional %s is denied', (kind) => {
    const finding = judge(check, {
      ...good,
      evidence: good.evidence.map((piece) => (piece.kind === kind ? denied(piece) : piece)),
    });
    expect(['pass', 'info', 'warning', 'unknown']).toContain(finding.outcome);
  });
}

/** The evidence of the case as a reader leaves it that was not given a field anywhere. */
function describeWithheldFields(check: Check, { name, decisive = [], ...good }: CheckCase): void {
  it.each(decisive)(`${name}: is unknown when %s is not returned`, (field) => {
    const [kind = '', path = ''] = field.split(' ');
    const evidence = good.evidence.map((piece) => withoutField(piece, kind, path.split('.')));
    expect(evidence, 'the case has the field').not.toEqual(good.evidence);
    expect(judge(check, { ...good, evidence }).outcome).toBe('unknown');
  });
}

function withoutField(piece: EvidenceRecord, kind: string, path: readonly string[]): EvidenceRecord {
  if (piece.kind !== kind || piece.status === 'failed') return piece;
  const data = structuredClone(piece.data);
  return removeAt(data, path) === 0 ? piece : ({ ...piece, data } as EvidenceRecord);
}

/** Takes the field out of the clone and tells how often it was there. */
function removeAt(value: unknown, [key, ...rest]: readonly string[]): number {
  if (key === '*') return Array.isArray(value) ? value.reduce((sum, one) => sum + removeAt(one, rest), 0) : 0;
  if (typeof value !== 'object' || value === null || key === undefined || !Object.hasOwn(value, key)) return 0;
  return rest.length > 0 ? removeAt(Reflect.get(value, key), rest) : Number(Reflect.deleteProperty(value, key));
}

const denied = (piece: EvidenceRecord): EvidenceRecord => failed(piece.kind, piece.target, 'access-denied');
const aged = (piece: EvidenceRecord): EvidenceRecord => ({ ...piece, collectedAt: '2026-01-01T09:00:00Z' });

function headerOf<K extends EvidenceKind>(kind: K, target: string): EvidenceHeader & { readonly kind: K } {
  return {
    id: randomUUID(),
    kind,
    target,
    source: { way: 'import', by: 'test', location: `${kind}.txt` },
    collectedAt,
    collector: { user: 'CONTOSO\\imke.brandt', host: 'pc0417', version: '0.1.0' },
    status: 'complete',
    facts: 1,
    notes: [],
  };
}

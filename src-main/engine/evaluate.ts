import { type EvidenceKind, type EvidenceRecord, evidenceKindTitles } from '../../src-shared/model/evidence';
import type { AffectedObject, Attestation, Finding } from '../../src-shared/model/finding';
import type { Outcome } from '../../src-shared/model/outcome';
import type {
  AggregateCheck,
  Check,
  CheckContext,
  CheckResult,
  Collected,
  EvidenceGap,
  Inputs,
  Need,
} from '../checks/define-check';
import { notApplicable, unknown } from '../checks/result';
import { catalogue, catalogueEntry } from '../knowledge/catalogue';
import { type CollectedEvidence, gatherEvidence, unknownTarget } from './collected-evidence';
import { keptObservations } from './kept-observations';
import { withoutForeignGaps } from './scoped-gaps';

const passedObjectsKept = 500;
const nothing: Collected<EvidenceKind> = { records: [], gaps: [] };

/** Judges the evidence with every check, in the order given. Never throws for a check: one that throws is `unknown` (check error). */
export function evaluateChecks(
  checks: readonly Check[],
  records: readonly EvidenceRecord[],
  context: CheckContext,
  reportError: (checkId: string, error: unknown) => void = () => undefined,
): Finding[] {
  const evidence = withoutForeignGaps(gatherEvidence(records, context.now), context.scope);
  return checks.map((check) => evaluateCheck(check, evidence, context, reportError));
}

/** Judges findings with the aggregates; to be called with the result of {@link evaluateChecks}. */
export function evaluateAggregates(
  aggregates: readonly AggregateCheck[],
  findings: readonly Finding[],
  context: CheckContext,
  reportError: (checkId: string, error: unknown) => void = () => undefined,
): Finding[] {
  return aggregates.map((aggregate) => {
    const result = guarded(aggregate.id, reportError, () => aggregate.evaluate({ findings, catalogue }, context));
    return toFinding(aggregate, result, [], []);
  });
}

/** A check that throws is `unknown` and does not touch the others. */
function guarded(
  checkId: string,
  reportError: (checkId: string, error: unknown) => void,
  judge: () => CheckResult,
): CheckResult {
  try {
    return judge();
  } catch (error) {
    reportError(checkId, error);
    return unknown('check-error', {
      summary:
        'This check could not judge the evidence because of an error in the product. The log has the details; the other checks are not affected.',
    });
  }
}

function evaluateCheck(
  check: Check,
  evidence: CollectedEvidence,
  context: CheckContext,
  reportError: (checkId: string, error: unknown) => void,
): Finding {
  const applies = check.appliesTo(context.scope);
  const required = check.needs.filter((need) => !isOptional(need)).map(kindOf);
  const inputs = inputsOf(check, evidence);
  const missing = required.filter((kind) => inputs[kind].records.length === 0);
  const judge = (): CheckResult => {
    if (applies !== true) return notApplicable({ summary: applies.reason });
    if (missing.length > 0) return notCollected(missing, inputs);
    const gaps = required.flatMap((kind) => inputs[kind].gaps);
    return guarded(check.id, reportError, () => withoutHiddenGaps(check.evaluate(inputs, context), gaps));
  };
  const evidenceIds =
    applies === true ? Object.values(inputs).flatMap((input) => input.records.map((record) => record.id)) : [];
  const attested = applies === true ? attestationsOf(inputs) : [];
  const finding = toFinding(check, judge(), evidenceIds, applies === true ? missing : []);
  return attested.length === 0 ? finding : { ...finding, attested };
}

const isOptional = (need: Need): boolean => need.endsWith('?');
/** The kind a need names, with or without its question mark. */
const kindOf = (need: Need): EvidenceKind => need.replace(/\?$/u, '') as EvidenceKind;

/** Of the interview a check gets the answers to its own questions only, so that its finding names no others as evidence. */
function inputsOf({ needs, asks }: Check, evidence: CollectedEvidence): Inputs<Need> {
  const questions: readonly string[] = asks;
  const entries = needs.map(kindOf).map((kind) => {
    const collected = evidence.get(kind) ?? nothing;
    return [kind, kind === 'interview.answer' ? about(collected, questions) : collected] as const;
  });
  return Object.fromEntries(entries) as Inputs<Need>;
}

const about = ({ records, gaps }: Collected<EvidenceKind>, targets: readonly string[]): Collected<EvidenceKind> => ({
  records: records.filter(({ target }) => targets.includes(target)),
  gaps: gaps.filter(({ target }) => targets.includes(target)),
});

/** Whose word a finding rests on. */
function attestationsOf(inputs: Inputs<Need>): Attestation[] {
  const answers: Collected<'interview.answer'> | undefined = inputs['interview.answer'];
  return (answers?.records ?? []).map(({ data: { question, saidBy, saidOn } }) => ({ question, saidBy, saidOn }));
}

/** Needed kinds without a usable record: the reason is the gap's where something was tried, else that nothing was. */
function notCollected(missing: readonly EvidenceKind[], inputs: Inputs<Need>): CheckResult {
  const gaps = missing.flatMap((kind) => inputs[kind].gaps.map((gap) => ({ kind, gap })));
  const untried = missing.filter((kind) => inputs[kind].gaps.length === 0);
  const sentences = [
    ...gaps.slice(0, 5).map(({ kind, gap }) => `${evidenceKindTitles[kind]}${placeOf(gap)}: ${gap.message}`),
    ...untried.map((kind) => `${evidenceKindTitles[kind]}: nothing was collected.`),
  ];
  return unknown(gaps[0]?.gap.reason ?? 'not-collected', { summary: sentences.join(' ') });
}

const placeOf = ({ target }: EvidenceGap): string => (target === unknownTarget ? '' : ` (${target})`);

/** What could not be read must not hide behind a pass of what could: the pass becomes unknown, worse results stand. */
function withoutHiddenGaps(result: CheckResult, gaps: readonly EvidenceGap[]): CheckResult {
  const [first] = gaps;
  if (first === undefined || result.outcome !== 'pass') return result;
  const more = gaps.length > 1 ? ` (and ${gaps.length - 1} more)` : '';
  return {
    ...result,
    outcome: 'unknown',
    unknownReason: first.reason,
    summary: `What was read is in order, but not everything was read. ${first.target}: ${first.message}${more}`,
  };
}

function toFinding(
  check: Check | AggregateCheck,
  result: CheckResult,
  evidenceIds: readonly string[],
  missing: readonly EvidenceKind[],
): Finding {
  const { area, step, title, severity } = catalogueEntry(check.id);
  return {
    checkId: check.id,
    revision: check.revision,
    area,
    step,
    title,
    outcome: result.outcome,
    severity: result.severity ?? severity,
    ...(result.unknownReason === undefined ? {} : { unknownReason: result.unknownReason }),
    summary: result.summary,
    observations: keptObservations(result.observations),
    counts: { ...(result.counts ?? countByOutcome(result.objects)) },
    objects: keptObjects(result.objects),
    evidenceIds: [...new Set(evidenceIds)],
    missing: [...missing],
  };
}

function countByOutcome(objects: readonly AffectedObject[]): Partial<Record<Outcome, number>> {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of objects) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** All objects that need attention, worst first as the check gave them, and a bounded number of the others. */
function keptObjects(objects: readonly AffectedObject[]): AffectedObject[] {
  const isQuiet = (object: AffectedObject): boolean => object.outcome === 'pass' || object.outcome === 'not-applicable';
  return [...objects.filter((object) => !isQuiet(object)), ...objects.filter(isQuiet).slice(0, passedObjectsKept)];
}

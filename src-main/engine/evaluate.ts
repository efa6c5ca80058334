import type { EvidenceKind, EvidenceRecord } from '../../src-shared/model/evidence';
import type { HostRole } from '../../src-shared/model/evidence/host';
import type { AffectedObject, Attestation, Finding } from '../../src-shared/model/finding';
import type { Outcome } from '../../src-shared/model/outcome';
import type {
  AggregateCheck,
  Check,
  CheckContext,
  CheckResult,
  EvidenceGap,
  Inputs,
  Need,
} from '../checks/define-check';
import { notApplicable, unknown } from '../checks/result';
import { catalogue, catalogueEntry } from '../knowledge/catalogue';
import { byTool, worstOfTools } from './by-tool';
import { type CollectedEvidence, gatherEvidence } from './collected-evidence';
import { withSettledStores } from './described-stores';
import { explainedByExcerpts, guardExcerpts, NotRecorded, type Settled, type Taken, withoutExcerpt } from './excerpts';
import { keptObservations } from './kept-observations';
import { notCollected, withoutHiddenGaps } from './missing-evidence';
import { withoutForeignGaps } from './scoped-gaps';

const passedObjectsKept = 500;
const nothing: Settled = { records: [], gaps: [], others: [], behind: [] };

/** Judges the evidence with every check, in the order given. Never throws for a check: one that throws is `unknown` (check error). */
export function evaluateChecks(
  checks: readonly Check[],
  records: readonly EvidenceRecord[],
  context: CheckContext,
  reportError: (checkId: string, error: unknown) => void = () => undefined,
): Finding[] {
  const gathered = withSettledStores(gatherEvidence(records, context.now));
  const evidence = guardExcerpts(withoutForeignGaps(gathered, context.scope));
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
    if (error instanceof NotRecorded) throw error;
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
  const inputs = inputsOf(check, evidence);
  if (applies !== true) return toFinding(check, notApplicable({ summary: applies.reason }), [], []);
  const [first, ...more] = byTool(inputs);
  const judged = (taken: Taken) => judgeInputs(check, taken, context, reportError);
  const { result, missing } = worstOfTools([judged(first), ...more.map(judged)]);
  const evidenceIds = Object.values(inputs).flatMap(({ records, others }) =>
    [...records, ...others].map(({ id }) => id),
  );
  const attested = attestationsOf(inputs);
  const finding = toFinding(check, result, evidenceIds, missing);
  return attested.length === 0 ? finding : { ...finding, attested };
}

/** A check that asks an excerpt for what it does not tell is judged by another tool's, or without it, as if it had not been there. */
function judgeInputs(
  check: Check,
  inputs: Taken,
  context: CheckContext,
  reportError: (checkId: string, error: unknown) => void,
): { readonly result: CheckResult; readonly missing: readonly EvidenceKind[] } {
  const required = check.needs.filter((need) => !isOptional(need)).map(kindOf);
  const needed = required.map((kind) => ({ kind, collected: inputs[kind] ?? nothing, roles: check.roles[kind] ?? [] }));
  const missing = needed.filter(({ collected }) => collected.records.length === 0);
  if (missing.length > 0) return { result: notCollected(missing), missing: missing.map(({ kind }) => kind) };
  try {
    const result = guarded(check.id, reportError, () =>
      check.evaluate(inputs as Partial<Inputs<Need>> as Inputs<Need>, context),
    );
    return { result: explainedByExcerpts(withoutHiddenGaps(result, needed), inputs), missing: [] };
  } catch (error) {
    if (!(error instanceof NotRecorded)) throw error;
    return judgeInputs(check, withoutExcerpt(inputs, error), context, reportError);
  }
}

const isOptional = (need: Need): boolean => need.endsWith('?');
/** The kind a need names, with or without its question mark. */
const kindOf = (need: Need): EvidenceKind => need.replace(/\?$/u, '') as EvidenceKind;

/**
 * Of the interview a check gets the answers to its own questions only, so that its finding names no others as evidence; of machines it gets the gaps of the
 * roles it judges, so that it does not name a machine that it would not have looked at.
 */
function inputsOf({ needs, asks, roles }: Check, evidence: CollectedEvidence): Taken {
  const questions: readonly string[] = asks;
  const entries = needs.map(kindOf).map((kind) => {
    const collected = evidence.get(kind) ?? nothing;
    const concerned = kind === 'interview.answer' ? about(collected, questions) : withGapsOf(collected, roles[kind]);
    return [kind, concerned] as const;
  });
  return Object.fromEntries(entries);
}

const about = ({ records, gaps, ...more }: Settled, targets: readonly string[]): Settled => ({
  ...more,
  records: records.filter(({ target }) => targets.includes(target)),
  gaps: gaps.filter(({ target }) => targets.includes(target)),
});

/** A machine whose role is not told may have any. */
const withGapsOf = (settled: Settled, roles: readonly HostRole[] | undefined): Settled => {
  const isConcerned = ({ role }: EvidenceGap): boolean =>
    roles === undefined || role === undefined || roles.includes(role);
  return { ...settled, gaps: settled.gaps.filter(isConcerned), behind: settled.behind.filter(isConcerned) };
};

/** Whose word a finding rests on. */
function attestationsOf(inputs: Taken): Attestation[] {
  const answers = (inputs as Partial<Inputs<'interview.answer'>>)['interview.answer'];
  return (answers?.records ?? []).map(({ data: { question, saidBy, saidOn } }) => ({ question, saidBy, saidOn }));
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

import { type EvidenceKind, type EvidenceRecord, evidenceKindTitles } from '../../src-shared/model/evidence';
import type { Evidence, EvidenceGap } from '../checks/define-check';
import { excerptOf, type Settled } from './excerpts';
import { staleness } from './freshness';

/** Target of a failure that cannot be tied to a system, such as a file that could not be read at all. */
export const unknownTarget = '*';

/** Evidence of a run, ready for checks: per kind the newest usable record of each target and the targets that have none. */
export type CollectedEvidence = ReadonlyMap<EvidenceKind, Settled>;

/**
 * A complete and fresh record wins over any failed attempt at the same target, however late the failure: what was read once is known. Without one, the last
 * attempt is a gap with its reason. What tells only a part of its target (an excerpt) is used where nothing whole and fresh is there, with the newest of each
 * other tool and the reason why nothing whole is there beside it.
 */
export function gatherEvidence(records: readonly EvidenceRecord[], now: Date): CollectedEvidence {
  const byKind = new Map<EvidenceKind, Map<string, EvidenceRecord[]>>();
  for (const record of records) {
    const targets = byKind.get(record.kind) ?? new Map<string, EvidenceRecord[]>();
    byKind.set(record.kind, targets);
    const key = record.target.toLowerCase();
    targets.set(key, [...(targets.get(key) ?? []), record]);
  }
  return new Map([...byKind].map(([kind, targets]) => [kind, settle([...targets.values()], now)]));
}

function settle(targets: readonly (readonly EvidenceRecord[])[], now: Date): Settled {
  const settled = targets.map((attempts) => settleTarget(attempts, now));
  const records = settled.flatMap((target) => target.records);
  const gaps = settled.flatMap((target) => target.gaps);
  const nowhere = gaps.filter(({ target }) => target === unknownTarget);
  return {
    records,
    gaps: records.length > 0 ? gaps.filter(({ target }) => target !== unknownTarget) : gaps,
    others: settled.flatMap((target) => target.others),
    behind: [...settled.flatMap((target) => target.behind), ...(records.some(isWhole) ? [] : nowhere)],
  };
}

function settleTarget(attempts: readonly EvidenceRecord[], now: Date): Settled {
  const newestFirst = [...attempts].sort((a, b) => b.collectedAt.localeCompare(a.collectedAt));
  const known = newestFirst.filter(isComplete);
  const fresh = known.filter((record) => staleness(record, now) === undefined);
  const none = { records: [], gaps: [], others: [], behind: [] };
  const whole = fresh.find(isWhole);
  if (whole !== undefined) return { ...none, records: [whole] };
  const failed = newestFirst.filter((record) => !isComplete(record)).map(gapOf);
  const stale = [...known.filter(isWhole), ...known].flatMap((record) => staleGapOf(record, now));
  const [newest, ...others] = newestOfEachTool(fresh);
  if (newest !== undefined) return { ...none, records: [newest], others, behind: [...failed, ...stale].slice(0, 1) };
  return { ...none, gaps: [...stale, ...failed].slice(0, 1) };
}

function newestOfEachTool(newestFirst: readonly Evidence<EvidenceKind>[]): readonly Evidence<EvidenceKind>[] {
  const toolOf = ({ data }: Evidence<EvidenceKind>) => excerptOf(data)?.tool;
  return newestFirst.filter(
    (record, index) => newestFirst.findIndex((one) => toolOf(one) === toolOf(record)) === index,
  );
}

function staleGapOf(record: EvidenceRecord, now: Date): readonly EvidenceGap[] {
  const message = staleness(record, now);
  return message === undefined ? [] : [{ target: record.target, reason: 'stale', message }];
}

const isComplete = (record: EvidenceRecord): record is Evidence<EvidenceKind> & EvidenceRecord =>
  record.status === 'complete' && record.data !== undefined;

const isWhole = ({ data }: Evidence<EvidenceKind>): boolean => excerptOf(data) === undefined;

function gapOf(record: EvidenceRecord): EvidenceGap {
  return {
    target: record.target,
    reason: record.failure?.reason ?? 'not-collected',
    message: record.failure?.message ?? `${evidenceKindTitles[record.kind]} could not be read completely.`,
    ...(record.failure?.role === undefined ? {} : { role: record.failure.role }),
  };
}

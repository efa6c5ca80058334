import { type EvidenceKind, type EvidenceRecord, evidenceKindTitles } from '../../src-shared/model/evidence';
import type { Collected, Evidence, EvidenceGap } from '../checks/define-check';
import { excerptOf } from './excerpts';
import { staleness } from './freshness';

/** Target of a failure that cannot be tied to a system, such as a file that could not be read at all. */
export const unknownTarget = '*';

/** Evidence of a run, ready for checks: per kind the newest usable record of each target and the targets that have none. */
export type CollectedEvidence = ReadonlyMap<EvidenceKind, Collected<EvidenceKind>>;

/**
 * A complete and fresh record wins over any failed attempt at the same target, however late the failure: what was read once is known. Without one, the last
 * attempt is a gap with its reason. What tells only a part of its target (an excerpt) is used where nothing whole and fresh is there.
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

function settle(targets: readonly (readonly EvidenceRecord[])[], now: Date): Collected<EvidenceKind> {
  const usable: Evidence<EvidenceKind>[] = [];
  const gaps: EvidenceGap[] = [];
  for (const attempts of targets) {
    const newestFirst = [...attempts].sort((a, b) => b.collectedAt.localeCompare(a.collectedAt));
    const known = newestFirst.filter(isComplete);
    const inOrder = [...known.filter(isWhole), ...known.filter((record) => !isWhole(record))];
    const complete = inOrder.find((record) => staleness(record, now) === undefined) ?? inOrder[0];
    const stale = complete === undefined ? undefined : staleness(complete, now);
    if (complete !== undefined && stale === undefined) usable.push(complete);
    else if (complete !== undefined) gaps.push({ target: complete.target, reason: 'stale', message: stale ?? '' });
    else gaps.push(...newestFirst.slice(0, 1).map(gapOf));
  }
  return { records: usable, gaps: usable.length > 0 ? gaps.filter((gap) => gap.target !== unknownTarget) : gaps };
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

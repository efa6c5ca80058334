import { steps } from './area';
import type { FindingRow } from './finding';
import { outcomeRank, severityRank } from './outcome';
import type { ReadinessGroup } from './readiness';

/** Fails and warnings are fixed; unknowns are found out. */
export interface Lever {
  readonly row: FindingRow;
  readonly kind: 'fix' | 'find-out';
}

/**
 * The findings whose settling would change the verdict most: failed blockers, then blocker-class unknowns, then the rest by severity. Among equals the
 * earlier deployment step comes first (it is a gate for the later ones), then the one with more affected objects. What sums up others is settled when those are,
 * so it is never among them.
 */
export function whatWouldChange(
  rows: readonly FindingRow[],
  { blockers, warnings, unknown }: Pick<ReadinessGroup, 'blockers' | 'warnings' | 'unknown'>,
  most = 3,
): Lever[] {
  const open = new Set([...blockers, ...warnings, ...unknown]);
  return rows
    .filter(({ checkId }) => open.has(checkId))
    .sort(
      (a, b) =>
        severityRank(a.severity) - severityRank(b.severity) ||
        rankOf(a) - rankOf(b) ||
        steps.indexOf(a.step) - steps.indexOf(b.step) ||
        b.affectedCount - a.affectedCount ||
        a.checkId.localeCompare(b.checkId),
    )
    .slice(0, most)
    .map((row) => ({ row, kind: row.outcome === 'unknown' ? 'find-out' : 'fix' }));
}

/** A warning on a blocker-class check never stands before an unknown one that may block. */
function rankOf(row: FindingRow): number {
  if (row.severity !== 'blocker') return outcomeRank(row.outcome);
  return row.outcome === 'fail' ? 0 : row.outcome === 'unknown' ? 1 : 2;
}

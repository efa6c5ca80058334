import type { Finding, FindingRow } from '../../src-shared/model/finding';
import { type Outcome, outcomes } from '../../src-shared/model/outcome';

/** Outcomes that ask for something to be done or found out. */
const openOutcomes: readonly Outcome[] = ['fail', 'warning', 'unknown'];

/** The finding as the findings list counts it, so that report and screen name the same actions. */
export function findingRow(finding: Finding): FindingRow {
  const { checkId, area, step, title, outcome, severity, summary, unknownReason, attested, counts } = finding;
  const countOf = (wanted: readonly Outcome[]): number => wanted.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
  return {
    ...{ checkId, area, step, title, outcome, severity, summary },
    ...(unknownReason === undefined ? {} : { unknownReason }),
    ...(attested === undefined ? {} : { attested }),
    objectCount: countOf(outcomes),
    affectedCount: countOf(openOutcomes),
  };
}

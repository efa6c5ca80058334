import type { FindingFilter, ListedFinding } from '../../../src-shared/ipc/findings';
import { areas, steps } from '../../../src-shared/model/area';
import type { FindingRow } from '../../../src-shared/model/finding';
import { outcomeRank, severityRank } from '../../../src-shared/model/outcome';

/** An empty list in the filter means all. */
export function filterFindings(rows: readonly ListedFinding[], filter: FindingFilter): ListedFinding[] {
  const words = filter.search.toLowerCase().split(/\s+/u).filter(Boolean);
  const isChosen = <T>(chosen: readonly T[], value: T): boolean => chosen.length === 0 || chosen.includes(value);
  return rows.filter((row) => {
    const text = `${row.checkId} ${row.title} ${row.summary}`.toLowerCase();
    return (
      isChosen(filter.areas, row.area) &&
      isChosen(filter.steps, row.step) &&
      isChosen(filter.outcomes, row.outcome) &&
      isChosen(filter.severities, row.severity) &&
      isChosen(filter.countedAs, row.countedAs) &&
      isChosen(filter.standings, row.standing) &&
      words.every((word) => text.includes(word))
    );
  });
}

export type FindingSort = 'urgency' | 'id' | 'title' | 'area' | 'step' | 'objects';
type Compare = (a: FindingRow, b: FindingRow) => number;

const byId: Compare = (a, b) => a.checkId.localeCompare(b.checkId);

const comparisons: Readonly<Record<FindingSort, Compare>> = {
  /** The most urgent first: outcome, then severity. */
  urgency: (a, b) =>
    outcomeRank(a.outcome) - outcomeRank(b.outcome) || severityRank(a.severity) - severityRank(b.severity),
  id: byId,
  title: (a, b) => a.title.localeCompare(b.title),
  area: (a, b) => areas.indexOf(a.area) - areas.indexOf(b.area),
  step: (a, b) => steps.indexOf(a.step) - steps.indexOf(b.step),
  objects: (a, b) => a.affectedCount - b.affectedCount,
};

/** Sorted; equal ones by id, whatever the direction. */
export function sortFindings<Row extends FindingRow>(
  rows: readonly Row[],
  by: FindingSort,
  descending: boolean,
): Row[] {
  const direction = descending ? -1 : 1;
  return [...rows].sort((a, b) => direction * comparisons[by](a, b) || byId(a, b));
}

import type { FindingFilter } from '../../../src-shared/ipc/findings';
import { undecided } from '../../../src-shared/model/decision-standing';
import { emptyFilter } from './findings-store';

export interface SavedView {
  readonly title: string;
  readonly filter: Omit<FindingFilter, 'search'>;
}

const { search: _search, ...everything } = emptyFilter;

/** Those of blockers, warnings and unknowns hold what the overview counts as such, check by check. */
export const savedViews: readonly SavedView[] = [
  { title: 'All', filter: everything },
  { title: 'Blockers', filter: { ...everything, countedAs: ['blocker'] } },
  { title: 'Warnings', filter: { ...everything, countedAs: ['warning'] } },
  { title: 'Mine to decide', filter: { ...everything, standings: [...undecided] } },
  { title: 'Not known', filter: { ...everything, countedAs: ['unknown'] } },
];

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));

/** The saved view a filter equals, whatever is searched for. */
export function viewOf(filter: FindingFilter): SavedView | undefined {
  return savedViews.find(
    (view) =>
      sameSet(view.filter.areas, filter.areas) &&
      sameSet(view.filter.steps, filter.steps) &&
      sameSet(view.filter.outcomes, filter.outcomes) &&
      sameSet(view.filter.severities, filter.severities) &&
      sameSet(view.filter.countedAs, filter.countedAs) &&
      sameSet(view.filter.standings, filter.standings),
  );
}

export const isFiltered = (filter: FindingFilter): boolean =>
  filter.search.trim() !== '' ||
  [filter.areas, filter.steps, filter.outcomes, filter.severities, filter.countedAs, filter.standings].some(
    (chosen) => chosen.length > 0,
  );

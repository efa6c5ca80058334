import type { VirtualItem } from '@tanstack/react-virtual';
import { create } from 'zustand';
import type { FindingFilter } from '../../../src-shared/ipc/findings';
import { type ChosenRows, noneChosen } from './choose-rows';
import type { GroupBy } from './group-rows';

export type SortBy = 'urgency' | 'id' | 'title' | 'area' | 'step' | 'objects';

export interface Sort {
  readonly by: SortBy;
  readonly descending: boolean;
}

export const emptyFilter: FindingFilter = {
  areas: [],
  steps: [],
  outcomes: [],
  severities: [],
  countedAs: [],
  standings: [],
  search: '',
};
export const mostUrgentFirst: Sort = { by: 'urgency', descending: false };

export interface FindingsState {
  readonly filter: FindingFilter;
  readonly sort: Sort;
  readonly groupBy: GroupBy;
  /** Where the list was scrolled to when it was left, and the heights its rows had. */
  readonly scrollTop: number;
  readonly measured: readonly VirtualItem[];
  /** The finding selected last, so that coming back finds it again. */
  readonly lastCheckId: string | undefined;
  /** Several findings to be decided on together. */
  readonly chosen: ChosenRows;
  readonly setFilter: (part: Partial<FindingFilter>) => void;
  readonly toggleSort: (by: SortBy) => void;
  readonly setGroupBy: (groupBy: GroupBy) => void;
  readonly remember: (part: {
    readonly scrollTop?: number;
    readonly measured?: readonly VirtualItem[];
    readonly lastCheckId?: string;
    readonly chosen?: ChosenRows;
  }) => void;
  /** Another engagement was opened. */
  readonly clear: () => void;
}

const untouched = {
  filter: emptyFilter,
  sort: mostUrgentFirst,
  groupBy: 'none',
  scrollTop: 0,
  measured: [],
  lastCheckId: undefined,
  chosen: noneChosen,
} as const;

/** How the findings list is looked at; outlives the screen. */
export const useFindings = create<FindingsState>()((set) => ({
  ...untouched,
  setFilter: (part) => set(({ filter }) => ({ filter: { ...filter, ...part }, scrollTop: 0, measured: [] })),
  toggleSort: (by) => set(({ sort }) => ({ sort: { by, descending: sort.by === by ? !sort.descending : false } })),
  setGroupBy: (groupBy) => set({ groupBy, scrollTop: 0, measured: [] }),
  remember: (part) => set(part),
  clear: () => set(untouched),
}));

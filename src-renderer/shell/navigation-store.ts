import { create } from 'zustand';
import type { EngagementSummary } from '../../src-shared/model/engagement';

/** Steps of the wizard that have a page; `finished` leads to the run. */
export type SetupStep = 'customer' | 'scope' | 'targets' | 'sources' | 'consent';

export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'settings' }
  /** `topicId` opens that page; that of a check is its id. */
  | { readonly screen: 'help'; readonly topicId?: string }
  | { readonly screen: 'run' }
  | { readonly screen: 'interview' }
  | { readonly screen: 'overview' }
  | { readonly screen: 'clients' }
  | { readonly screen: 'compare' }
  | { readonly screen: 'report' }
  | { readonly screen: 'setup'; readonly step: SetupStep }
  /** `checkId` opens that finding's detail. */
  | { readonly screen: 'findings'; readonly checkId?: string };

const home: Route = { screen: 'library' };

interface NavigationState {
  readonly past: readonly Route[];
  readonly current: Route;
  readonly future: readonly Route[];
  readonly go: (route: Route) => void;
  /** Changes where one is without a new entry in the history, e.g. the selected finding. */
  readonly replace: (route: Route) => void;
  readonly back: () => void;
  readonly forward: () => void;
  /** Forgets the history: another engagement was opened. */
  readonly restart: (route: Route) => void;
}

const isSame = (a: Route, b: Route): boolean => JSON.stringify(a) === JSON.stringify(b);

/** In-app history behind the back button and Alt+←/→. */
export const useNavigation = create<NavigationState>()((set) => ({
  past: [],
  current: home,
  future: [],
  go: (route) =>
    set(({ past, current }) =>
      isSame(route, current) ? {} : { past: [...past, current].slice(-100), current: route, future: [] },
    ),
  replace: (route) => set({ current: route }),
  back: () =>
    set(({ past, current, future }) => {
      const previous = past.at(-1);
      return previous === undefined ? {} : { past: past.slice(0, -1), current: previous, future: [current, ...future] };
    }),
  forward: () =>
    set(({ past, current, future }) => {
      const [next, ...later] = future;
      return next === undefined ? {} : { past: [...past, current], current: next, future: later };
    }),
  restart: (route) => set({ past: isSame(route, home) ? [] : [home], current: route, future: [] }),
}));

/** Shorthand for handlers outside of components and for links. */
export const go = (route: Route): void => useNavigation.getState().go(route);

/** Where an engagement opens: at the run that was cut short, at the step the wizard was left at, or at its overview. */
export function startOf(engagement: EngagementSummary): Route {
  if (engagement.lastRun?.state === 'interrupted') return { screen: 'run' };
  const { wizardStep } = engagement.draft;
  if (engagement.lastRun !== undefined || engagement.evidenceCount > 0 || wizardStep === 'finished')
    return { screen: 'overview' };
  return { screen: 'setup', step: wizardStep };
}

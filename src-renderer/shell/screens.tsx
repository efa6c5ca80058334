import {
  ArrowSwap20Regular,
  ClipboardTaskListLtr20Regular,
  Database20Regular,
  DataTrending20Regular,
  DocumentPdf20Regular,
  Laptop20Regular,
  Library20Regular,
  PersonVoice20Regular,
  Play20Regular,
  QuestionCircle20Regular,
  Settings20Regular,
  Target20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Route, SetupStep } from './navigation-store';

/** A place of the left rail. */
export interface Place {
  readonly title: string;
  readonly icon: ReactElement;
  readonly route: Route;
  readonly isAt: (route: Route) => boolean;
}

const isScreen =
  (screen: Route['screen']) =>
  (route: Route): boolean =>
    route.screen === screen;

/** Other steps of the wizard have no place of their own: the list of steps marks them. */
const isStep =
  (step: SetupStep) =>
  (route: Route): boolean =>
    route.screen === 'setup' && route.step === step;

export const libraryPlace: Place = {
  title: 'Library',
  icon: <Library20Regular />,
  route: { screen: 'library' },
  isAt: isScreen('library'),
};

export const settingsPlace: Place = {
  title: 'Settings',
  icon: <Settings20Regular />,
  route: { screen: 'settings' },
  isAt: isScreen('settings'),
};

export const helpPlace: Place = {
  title: 'Help',
  icon: <QuestionCircle20Regular />,
  route: { screen: 'help' },
  isAt: isScreen('help'),
};

/** Places of an open engagement, in the order of the work. */
export const engagementPlaces: readonly Place[] = [
  { title: 'Overview', icon: <DataTrending20Regular />, route: { screen: 'overview' }, isAt: isScreen('overview') },
  {
    title: 'Scope',
    icon: <Target20Regular />,
    route: { screen: 'setup', step: 'scope' },
    isAt: isStep('scope'),
  },
  {
    title: 'Sources',
    icon: <Database20Regular />,
    route: { screen: 'setup', step: 'sources' },
    isAt: isStep('sources'),
  },
  { title: 'Interview', icon: <PersonVoice20Regular />, route: { screen: 'interview' }, isAt: isScreen('interview') },
  { title: 'Run', icon: <Play20Regular />, route: { screen: 'run' }, isAt: isScreen('run') },
  {
    title: 'Findings',
    icon: <ClipboardTaskListLtr20Regular />,
    route: { screen: 'findings' },
    isAt: isScreen('findings'),
  },
  { title: 'Clients', icon: <Laptop20Regular />, route: { screen: 'clients' }, isAt: isScreen('clients') },
  { title: 'Compare', icon: <ArrowSwap20Regular />, route: { screen: 'compare' }, isAt: isScreen('compare') },
  { title: 'Report', icon: <DocumentPdf20Regular />, route: { screen: 'report' }, isAt: isScreen('report') },
];

import { assertNever } from '../../src-shared/model/assert-never';
import { ClientsScreen } from '../features/clients/clients-screen';
import { CompareScreen } from '../features/compare/compare-screen';
import { FindingsScreen } from '../features/findings/findings-screen';
import { HelpScreen } from '../features/help/help-screen';
import { InterviewScreen } from '../features/interview/interview-screen';
import { LibraryScreen } from '../features/library/library-screen';
import { OverviewScreen } from '../features/overview/overview-screen';
import { ReportScreen } from '../features/report/report-screen';
import { RunScreen } from '../features/run/run-screen';
import { SettingsScreen } from '../features/settings/settings-screen';
import { SetupScreen } from '../features/setup/setup-screen';
import { useEngagement } from './engagement-store';
import { useNavigation } from './navigation-store';

/** The screen of the current route. Without an open engagement only the library, the settings and the first wizard step make sense. */
export function Screen() {
  const route = useNavigation((state) => state.current);
  const path = useEngagement((state) => state.engagement?.path);
  if (route.screen === 'library') return <LibraryScreen />;
  if (route.screen === 'settings') return <SettingsScreen />;
  if (route.screen === 'help') return <HelpScreen topicId={route.topicId} />;
  if (route.screen === 'setup' && (path !== undefined || route.step === 'customer')) {
    return <SetupScreen key={path ?? 'new'} step={route.step} />;
  }
  if (path === undefined) return <LibraryScreen />;
  switch (route.screen) {
    case 'setup':
      return <SetupScreen key={path} step={route.step} />;
    case 'run':
      return <RunScreen key={path} />;
    case 'interview':
      return <InterviewScreen key={path} />;
    case 'overview':
      return <OverviewScreen key={path} />;
    case 'findings':
      return <FindingsScreen key={path} checkId={route.checkId} />;
    case 'clients':
      return <ClientsScreen key={path} />;
    case 'compare':
      return <CompareScreen key={path} />;
    case 'report':
      return <ReportScreen key={path} />;
    default:
      return assertNever(route);
  }
}

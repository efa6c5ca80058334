import { announce } from '../../shell/announcer';
import { useEngagement } from '../../shell/engagement-store';
import { go, useNavigation } from '../../shell/navigation-store';
import { quantity } from '../../text/quantity';
import { useRun } from '../run/run-store';
import { withImports } from './with-imports';

/**
 * Files or folders were dropped on the window. In the wizard and during a run they go on the list of imports, to be read with the next run; elsewhere
 * they are read and judged at once.
 */
export function takeDroppedPaths(paths: readonly string[]): void {
  if (paths.length === 0) return;
  const isInWizard = useNavigation.getState().current.screen === 'setup';
  const isRunning = useRun.getState().active !== null;
  if (isInWizard || isRunning) {
    useEngagement.getState().change((draft) => withImports(draft, paths, new Date().toISOString()));
    announce(`${quantity(paths.length, 'item')} added to the imports.`);
    go({ screen: 'setup', step: 'sources' });
    return;
  }
  go({ screen: 'run' });
  void readNow(paths);
}

/** The main process adds what it reads to the list of imports; an unsaved draft is stored first, so that neither overwrites the other. */
async function readNow(paths: readonly string[]): Promise<void> {
  if (await useEngagement.getState().flush()) await useRun.getState().importPaths(paths);
}

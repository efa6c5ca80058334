import { Button, Text } from '@fluentui/react-components';
import { closeDialog } from '../../shell/dialog-store';
import { useEngagement } from '../../shell/engagement-store';
import { go } from '../../shell/navigation-store';
import { quantity } from '../../text/quantity';
import { AppDialog } from '../../ui/app-dialog';
import { RunForm } from './run-form';
import { useRun } from './run-store';

/** F5: asks before anything is contacted again. */
export function RunAgainDialog() {
  const draft = useEngagement((state) => state.draft);
  const isReadOnly = useEngagement((state) => state.engagement?.readOnly !== false);
  const isRunning = useRun((state) => state.active !== null);
  if (draft === null) return null;
  if (isReadOnly || isRunning) {
    return (
      <AppDialog
        title="Run again"
        onClose={closeDialog}
        actions={
          <Button appearance="primary" onClick={closeDialog}>
            Close
          </Button>
        }
      >
        <Text>
          {isRunning
            ? 'A run goes on already. Wait for it or cancel it on the Run screen.'
            : 'This engagement is read-only here: close the window that holds it to run it again.'}
        </Text>
      </AppDialog>
    );
  }
  const { directory, adfs, sysvol, entra } = draft.live;
  const systems = directory.length + adfs.length + sysvol.length + entra.length;
  return (
    <RunForm
      draft={draft}
      mode="new"
      title="Run again?"
      action="Run again"
      onClose={closeDialog}
      alternative={{ mode: 'judge', words: 'Only judge what is there' }}
    >
      <Text>
        {quantity(systems, 'live source')} will be contacted again and {quantity(draft.imports.length, 'import')} read
        again. What was collected before is kept.
      </Text>
      <div>
        <Button
          onClick={() => {
            closeDialog();
            go({ screen: 'setup', step: 'consent' });
          }}
        >
          Show what will be contacted
        </Button>
      </div>
    </RunForm>
  );
}

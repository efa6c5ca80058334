import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { EngagementDraft } from '../../../src-shared/model/engagement';
import { chosenSources, type RunChoice } from '../../../src-shared/model/run-choice';
import { closeDialog } from '../../shell/dialog-store';
import { useEngagement } from '../../shell/engagement-store';
import { go } from '../../shell/navigation-store';
import { quantity } from '../../text/quantity';
import { AppDialog } from '../../ui/app-dialog';
import { isWhole, wholeChoice } from './choosable';
import { RunChoiceFields } from './run-choice-fields';
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
      <AppDialog title="Run again" onClose={closeDialog}>
        <Text>
          {isRunning
            ? 'A run goes on already. Wait for it or cancel it on the Run screen.'
            : 'This engagement is read-only here: close the window that holds it to run it again.'}
        </Text>
      </AppDialog>
    );
  }
  return <AgainForm draft={draft} />;
}

/** A re-test reads what was changed; the rest is kept, with its age. */
function AgainForm({ draft }: { readonly draft: EngagementDraft }) {
  const targets = useRun((state) => state.targets);
  const [choice, setChoice] = useState<RunChoice>(() => wholeChoice(draft));
  const chosen = chosenSources(draft, choice);
  const { directory, adfs, sysvol, entra } = chosen.live;
  const systems = directory.length + adfs.length + sysvol.length + entra.length;
  return (
    <RunForm
      draft={chosen}
      choice={isWhole(draft, choice) ? undefined : choice}
      mode="new"
      title="Run again?"
      action="Run again"
      onClose={closeDialog}
      alternative={{ mode: 'judge', words: 'Only judge what is there' }}
    >
      <Text>
        {systems === 0 ? 'No live source' : quantity(systems, 'live source')} will be contacted again and{' '}
        {quantity(chosen.imports.length, 'import')} read again. What was collected before is kept.
      </Text>
      <RunChoiceFields draft={draft} targets={[...targets.values()]} choice={choice} onChange={setChoice} />
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

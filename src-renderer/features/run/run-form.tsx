import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { EngagementDraft } from '../../../src-shared/model/engagement';
import type { RunChoice } from '../../../src-shared/model/run-choice';
import { useEngagement } from '../../shell/engagement-store';
import { AppDialog } from '../../ui/app-dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { CredentialFields } from '../setup/consent/credential-fields';
import { useRunForm } from '../setup/consent/use-run-form';
import type { RunMode } from './run-store';

interface RunFormProps {
  readonly draft: Pick<EngagementDraft, 'live'>;
  /** What is read anew; everything when absent. */
  readonly choice?: RunChoice | undefined;
  readonly mode: RunMode;
  readonly title: string;
  readonly action: string;
  readonly alternative?: { readonly mode: RunMode; readonly words: string };
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Dialog that asks for the passwords of one run and starts it. */
export function RunForm({ draft, choice, mode, title, action, alternative, onClose, children }: RunFormProps) {
  const { passwords, setPasswords, isAsked, start } = useRunForm(draft, choice);
  const [isStarting, setIsStarting] = useState(false);
  const saveFailure = useEngagement((state) => state.saveFailure);
  const run = async (chosen: RunMode): Promise<void> => {
    if (isStarting) return;
    setIsStarting(true);
    const hasStarted = await start(chosen);
    setIsStarting(false);
    if (hasStarted) onClose();
  };
  return (
    <AppDialog
      title={title}
      size={alternative === undefined ? 'normal' : 'wide'}
      onClose={onClose}
      onSubmit={() => void run(mode)}
      actions={
        <>
          <Button appearance="primary" type="submit">
            {action}
          </Button>
          {alternative === undefined ? null : (
            <Button onClick={() => void run(alternative.mode)}>{alternative.words}</Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {saveFailure === undefined ? null : (
        <FailureNotice title="The last changes are not saved" failure={saveFailure} />
      )}
      {children}
      <CredentialFields live={draft.live} passwords={passwords} onChange={setPasswords} isAsked={isAsked} />
    </AppDialog>
  );
}

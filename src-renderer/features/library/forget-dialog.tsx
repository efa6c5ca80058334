import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { AppDialog } from '../../ui/app-dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { Untrusted } from '../../ui/untrusted';

interface ForgetDialogProps {
  readonly entry: LibraryEntry;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Takes an engagement off the list after asking; Cancel has the first focus. */
export function ForgetDialog({ entry, onDone, onClose }: ForgetDialogProps) {
  const [failure, setFailure] = useState<Failure>();
  const forget = async (): Promise<void> => {
    const answer = await answerOf(bridge.library.forget({ path: entry.path }));
    if (!answer.ok) return setFailure(answer.error);
    onDone();
    onClose();
  };
  return (
    <AppDialog
      title="Remove from the list?"
      kind="alert"
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={() => void forget()}>
            Remove
          </Button>
          <Button data-safe-action="" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      {failure === undefined ? null : <FailureNotice title="It is still on the list" failure={failure} />}
      <Text>
        <Untrusted>{entry.name}</Untrusted> is taken off this list only. The file <Untrusted>{entry.path}</Untrusted>{' '}
        stays where it is and can be opened again with “Open file”.
      </Text>
    </AppDialog>
  );
}

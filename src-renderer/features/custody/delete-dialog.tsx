import { Button, Field, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { announce } from '../../shell/announcer';
import { useEngagement } from '../../shell/engagement-store';
import { AppDialog } from '../../ui/app-dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { Untrusted } from '../../ui/untrusted';
import { leaveEngagement } from '../library/open-engagement';

interface DeleteDialogProps {
  readonly entry: LibraryEntry;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Deletes an engagement for good once the customer's name was typed. */
export function DeleteDialog({ entry, onDone, onClose }: DeleteDialogProps) {
  const isOpen = useEngagement((state) => state.engagement?.path === entry.path);
  const [typed, setTyped] = useState('');
  const [isDeleting, setIsDeleting] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isNamed = typed.trim() === entry.customer.trim();
  const remove = async (): Promise<void> => {
    if (!isNamed || isDeleting) return;
    setIsDeleting(true);
    const obstacle = isOpen ? await leaveEngagement() : undefined;
    if (obstacle !== undefined) {
      setIsDeleting(false);
      return setFailure(obstacle);
    }
    const answer = await answerOf(bridge.custody.delete({ path: entry.path, customer: typed }));
    setIsDeleting(false);
    if (!answer.ok) return setFailure(answer.error);
    announce(`${entry.name} was deleted.`);
    onDone();
    onClose();
  };
  return (
    <AppDialog
      title={`Delete ${entry.name} for good?`}
      onClose={onClose}
      onSubmit={() => void remove()}
      actions={
        <>
          <Button appearance="primary" type="submit" disabledFocusable={!isNamed || isDeleting}>
            {isDeleting ? 'Deleting…' : 'Delete for good'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {failure === undefined ? null : <FailureNotice title="It was not deleted" failure={failure} />}
      <Text>
        <Untrusted>{entry.path}</Untrusted> and the backups the app made beside it are deleted, with all evidence,
        findings and decisions. Nobody can undo this.
      </Text>
      <Text>
        The start of each file, without which the passphrase does not open it, is overwritten first. A solid-state disk,
        a snapshot or a synchronised folder may keep older copies all the same: these are encrypted and open only with
        the passphrase. Copies you made yourself stay where they are.
      </Text>
      <Field
        label={
          <>
            Type the customer’s name, “<Untrusted>{entry.customer}</Untrusted>”, to confirm
          </>
        }
      >
        <Input autoFocus value={typed} maxLength={200} onChange={(_event, data) => setTyped(data.value)} />
      </Field>
    </AppDialog>
  );
}

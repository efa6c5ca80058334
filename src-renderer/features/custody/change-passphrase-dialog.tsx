import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { WorkProgress } from '../../../src-shared/ipc/custody';
import { bridge } from '../../api/bridge';
import { useJob } from '../../api/use-job';
import { announce } from '../../shell/announcer';
import { useEngagement } from '../../shell/engagement-store';
import { quantity } from '../../text/quantity';
import { isPassphraseReady, NewPassphraseFields, noPassphrase } from '../../ui/new-passphrase-fields';
import { PassphraseField } from '../../ui/passphrase-field';
import { WorkDialog } from './work-dialog';

/** Encrypts the open engagement with another passphrase. */
export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const job = useJob<WorkProgress, { readonly removedBackups: number }>();
  const [present, setPresent] = useState('');
  const [secret, setSecret] = useState(noPassphrase);
  const [isAsked, setIsAsked] = useState(false);
  const failure = job.answer?.ok === false ? job.answer.error : undefined;
  const isWrong = failure?.code === 'wrong-passphrase';
  const changed = job.answer?.ok === true ? job.answer.value : undefined;
  const start = async (): Promise<void> => {
    setIsAsked(true);
    if (present === '' || !isPassphraseReady(secret)) return;
    const { flush, refresh } = useEngagement.getState();
    if (!(await flush())) return;
    const request = { present, next: secret.passphrase };
    const answer = await job.start((onProgress) => bridge.custody.changePassphrase(request, onProgress));
    await refresh();
    if (answer.ok) announce('The passphrase was changed.');
  };
  return (
    <WorkDialog
      title="Change the passphrase"
      action="Change the passphrase"
      failed="The passphrase was not changed"
      job={job}
      onStart={() => void start()}
      onClose={onClose}
      isSaidBelow={isWrong}
      outcome={changed === undefined ? undefined : <Outcome {...changed} />}
    >
      <Text>
        The file is encrypted anew beside the old one, then takes its place in one step: if the computer stops in
        between, the old file is still there with its old passphrase.
      </Text>
      <PassphraseField
        label="Present passphrase"
        autoFocus
        value={present}
        onChange={setPresent}
        problem={isWrong ? `${failure.message} ${failure.next}` : presentProblem(isAsked, present)}
      />
      <NewPassphraseFields label="New passphrase" value={secret} onChange={setSecret} isAsked={isAsked} />
    </WorkDialog>
  );
}

const presentProblem = (isAsked: boolean, present: string): string | undefined =>
  isAsked && present === '' ? 'Enter the passphrase that the engagement has now.' : undefined;

const Outcome = ({ removedBackups }: { readonly removedBackups: number }) => (
  <>
    <Text>The passphrase was changed. Keep the new one in your password safe: it cannot be recovered.</Text>
    {removedBackups === 0 ? null : (
      <Text>
        {quantity(removedBackups, 'copy', 'copies')} made before an update of the app had the old passphrase and
        {removedBackups === 1 ? ' was' : ' were'} deleted.
      </Text>
    )}
    <Text>
      Copies you made yourself – backups, files handed over, duplicates – keep the passphrase they had. Remains of the
      old file may stay on the disk until they are overwritten; only the old passphrase opens them.
    </Text>
  </>
);

import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { WorkProgress } from '../../../src-shared/ipc/custody';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { bridge } from '../../api/bridge';
import { useJob } from '../../api/use-job';
import { announce } from '../../shell/announcer';
import { PassphraseField } from '../../ui/passphrase-field';
import { Untrusted } from '../../ui/untrusted';
import { Sentences } from './sentences';
import { WorkDialog } from './work-dialog';

interface RecoverDialogProps {
  readonly entry: LibraryEntry;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface Recovered {
  readonly name: string;
  readonly sentences: readonly string[];
}

/** Saves what a damaged engagement still holds into a new one, and says what was lost. */
export function RecoverDialog({ entry, onDone, onClose }: RecoverDialogProps) {
  const job = useJob<WorkProgress, Recovered>();
  const [passphrase, setPassphrase] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const recovered = job.answer?.ok === true ? job.answer.value : undefined;
  const start = async (): Promise<void> => {
    setIsAsked(true);
    if (passphrase === '') return;
    const answer = await job.start((onProgress) =>
      bridge.custody.recover({ path: entry.path, passphrase }, onProgress),
    );
    if (!answer.ok) return;
    announce(`${answer.value.name} was made.`);
    onDone();
  };
  return (
    <WorkDialog
      title={`Save what can be read of ${entry.name}`}
      action="Save what can be read"
      failed="Nothing was saved"
      job={job}
      onStart={() => void start()}
      onClose={onClose}
      outcome={
        recovered === undefined ? undefined : (
          <>
            <Text>
              <Untrusted>{recovered.name}</Untrusted> is in the library now, with the same passphrase.
            </Text>
            <Sentences sentences={recovered.sentences} />
          </>
        )
      }
    >
      <Text>
        If you have a backup, use that instead. Otherwise everything that can still be read is copied into a new
        engagement beside the damaged file, which is not changed; what is missing is counted.
      </Text>
      <PassphraseField
        label="Passphrase"
        autoFocus
        value={passphrase}
        onChange={setPassphrase}
        problem={isAsked && passphrase === '' ? 'Enter the passphrase of the engagement.' : undefined}
      />
    </WorkDialog>
  );
}

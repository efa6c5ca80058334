import { Checkbox, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { WorkProgress } from '../../../src-shared/ipc/custody';
import { bridge } from '../../api/bridge';
import { useJob } from '../../api/use-job';
import { quantity } from '../../text/quantity';
import { isPassphraseReady, NewPassphraseFields, noPassphrase } from '../../ui/new-passphrase-fields';
import { WorkDialog } from './work-dialog';
import { Written, type WrittenFile } from './written';

/** Writes the open engagement into one encrypted file for somebody else, with a passphrase of its own. */
export function HandOverDialog({ onClose }: { readonly onClose: () => void }) {
  const job = useJob<WorkProgress, WrittenFile & { readonly leftOut: number }>();
  const [secret, setSecret] = useState(noPassphrase);
  const [leaveOutInputs, setLeaveOutInputs] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const written = job.answer?.ok === true ? job.answer.value : undefined;
  const start = (): void => {
    setIsAsked(true);
    if (!isPassphraseReady(secret)) return;
    const request = { passphrase: secret.passphrase, leaveOutInputs };
    void job.start((onProgress) => bridge.custody.handOver(request, onProgress));
  };
  return (
    <WorkDialog
      title="Hand over this engagement"
      action="Choose where…"
      failed="Nothing was handed over"
      job={job}
      onStart={start}
      onClose={onClose}
      outcome={
        written?.path == null ? undefined : (
          <Written file={written}>
            {written.leftOut === 0 ? '' : `${quantity(written.leftOut, 'received file')} were left out. `}
            The receiver opens it with “Open file” and the passphrase you set; tell it by another way than the file.
          </Written>
        )
      }
    >
      <Text>
        Writes one encrypted file with everything in this engagement: scope, evidence, answers, findings and decisions.
        Your own passphrase is not needed to open it, and passwords were never stored.
      </Text>
      <NewPassphraseFields label="Passphrase for the receiver" value={secret} onChange={setSecret} isAsked={isAsked} />
      <Checkbox
        label="Leave out the files that were received or read; what was read from them stays"
        checked={leaveOutInputs}
        onChange={(_event, data) => setLeaveOutInputs(data.checked === true)}
      />
    </WorkDialog>
  );
}

import { Text } from '@fluentui/react-components';
import type { WorkProgress } from '../../../src-shared/ipc/custody';
import { bridge } from '../../api/bridge';
import { useJob } from '../../api/use-job';
import { WorkDialog } from './work-dialog';
import { Written, type WrittenFile } from './written';

/** Writes a copy of the open engagement with the same passphrase. */
export function BackUpDialog({ onClose }: { readonly onClose: () => void }) {
  const job = useJob<WorkProgress, WrittenFile>();
  const written = job.answer?.ok === true ? job.answer.value : undefined;
  return (
    <WorkDialog
      title="Back up this engagement"
      action="Choose where…"
      failed="No backup was made"
      job={job}
      onStart={() => void job.start((onProgress) => bridge.custody.backUp({}, onProgress))}
      onClose={onClose}
      outcome={
        written?.path == null ? undefined : (
          <Written file={written}>It opens with the passphrase that the engagement has now.</Written>
        )
      }
    >
      <Text>
        Writes a copy as it is at this moment, encrypted with the same passphrase. Keep it on another disk: it is what
        helps when this file is damaged.
      </Text>
    </WorkDialog>
  );
}

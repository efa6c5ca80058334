import { Text } from '@fluentui/react-components';
import type { WorkProgress } from '../../../src-shared/ipc/custody';
import { bridge } from '../../api/bridge';
import { useJob } from '../../api/use-job';
import { announce } from '../../shell/announcer';
import { OutcomeLabel } from '../../ui/outcome-label';
import { Sentences } from './sentences';
import { WorkDialog } from './work-dialog';

/** Reads every page, row and received file of the open engagement and says what it found. */
export function CheckDialog({ onClose }: { readonly onClose: () => void }) {
  const job = useJob<WorkProgress, { readonly isSound: boolean; readonly sentences: readonly string[] }>();
  const found = job.answer?.ok === true ? job.answer.value : undefined;
  const check = async (): Promise<void> => {
    const answer = await job.start((onProgress) => bridge.custody.check({}, onProgress));
    if (answer.ok) announce(answer.value.sentences[0] ?? '');
  };
  return (
    <WorkDialog
      title="Check this engagement"
      action="Check"
      failed="The engagement was not checked"
      job={job}
      onStart={() => void check()}
      onClose={onClose}
      outcome={
        found === undefined ? undefined : (
          <>
            <OutcomeLabel
              outcome={found.isSound ? 'pass' : 'fail'}
              word={found.isSound ? 'Everything is in order' : 'Not everything is in order'}
            />
            <Sentences sentences={found.sentences} />
          </>
        )
      }
    >
      <Text>
        Reads the whole file: the seal of every encrypted page, the tables and their references, and whether each
        received file still has the content it was received with. Nothing is changed.
      </Text>
    </WorkDialog>
  );
}

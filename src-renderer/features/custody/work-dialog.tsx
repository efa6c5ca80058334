import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WorkProgress } from '../../../src-shared/ipc/custody';
import type { JobControl } from '../../api/use-job';
import { AppDialog } from '../../ui/app-dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { WorkStatus } from './work-status';

interface WorkDialogProps<T> {
  readonly title: string;
  /** Of the button that starts it. */
  readonly action: string;
  /** Title of the notice when it fails: "No backup was made". */
  readonly failed: string;
  readonly job: JobControl<WorkProgress, T>;
  readonly onStart: () => void;
  readonly onClose: () => void;
  /** Shown in place of the question once it has ended well; undefined while it has not. */
  readonly outcome: ReactNode | undefined;
  /** A failure that is said at a field is not said again above. */
  readonly isSaidBelow?: boolean;
  readonly children: ReactNode;
}

/** Asks, works with progress and a way to cancel, and says what came of it. */
export function WorkDialog<T>(props: WorkDialogProps<T>) {
  const { title, action, failed, job, onStart, onClose, outcome, isSaidBelow = false, children } = props;
  const failure = job.answer?.ok === false && job.answer.error.code !== 'cancelled' ? job.answer.error : undefined;
  if (outcome !== undefined)
    return (
      <AppDialog
        title={title}
        onClose={onClose}
        actions={
          <Button appearance="primary" autoFocus onClick={onClose}>
            Close
          </Button>
        }
      >
        {outcome}
      </AppDialog>
    );
  return (
    <AppDialog
      title={title}
      onClose={onClose}
      onSubmit={() => job.isRunning || onStart()}
      actions={
        <>
          <Button appearance="primary" type="submit" disabledFocusable={job.isRunning}>
            {action}
          </Button>
          <Button onClick={job.isRunning ? job.cancel : onClose}>Cancel</Button>
        </>
      }
    >
      {failure === undefined || isSaidBelow ? null : <FailureNotice title={failed} failure={failure} />}
      {children}
      {job.isRunning ? <WorkStatus progress={job.progress} /> : null}
    </AppDialog>
  );
}

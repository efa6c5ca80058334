import { Spinner } from '@fluentui/react-components';
import { FailureNotice } from '../../ui/failure-notice';
import type { DocumentFormat, Writing } from './use-writing';
import { WrittenNotice } from './written-notice';

interface WritingStatusProps {
  /** Begins a sentence: "The report". */
  readonly what: string;
  readonly job: Writing<DocumentFormat>['job'];
}

/** How far the writing of a document is, and where it lies in the end. */
export function WritingStatus({ what, job: { isRunning, progress, answer } }: WritingStatusProps) {
  if (isRunning) return <Spinner size="tiny" label={progress?.phase ?? `${what} is being written`} />;
  if (answer === undefined) return null;
  if (!answer.ok)
    return answer.error.code === 'cancelled' ? null : (
      <FailureNotice title={`${what} was not written`} failure={answer.error} />
    );
  return answer.value.path === null ? null : <WrittenNotice {...answer.value} path={answer.value.path} />;
}

import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Failure } from '../api/answer';
import { Untrusted } from './untrusted';

interface FailureNoticeProps {
  /** What could not be done, in a few words: "The report could not be written". */
  readonly title: string;
  readonly failure: Failure | { readonly message: string; readonly next: string };
  readonly onRetry?: () => void;
}

/** What happened, what was kept, what to do next. */
export function FailureNotice({ title, failure, onRetry }: FailureNoticeProps) {
  const logId = 'logId' in failure ? failure.logId : undefined;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <Untrusted>{failure.message}</Untrusted> <Untrusted>{failure.next}</Untrusted>
        {logId === undefined ? null : <> (Log entry {logId})</>}
      </MessageBarBody>
      {onRetry === undefined ? null : (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

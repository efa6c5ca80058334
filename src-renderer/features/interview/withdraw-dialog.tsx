import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { InterviewQuestion } from '../../../src-shared/interview/question';
import type { Failure } from '../../api/answer';
import { AppDialog } from '../../ui/app-dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { useInterview } from './interview-store';

/** Asks once: the answer and its attachment are gone afterwards. */
export function WithdrawDialog({
  question,
  onClose,
}: {
  readonly question: InterviewQuestion;
  readonly onClose: () => void;
}) {
  const withdraw = useInterview((state) => state.withdraw);
  const [failure, setFailure] = useState<Failure>();
  const confirm = async (): Promise<void> => {
    const wrong = await withdraw(question.id);
    setFailure(wrong);
    if (wrong === undefined) onClose();
  };
  return (
    <AppDialog
      title="Withdraw the answer?"
      kind="alert"
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={() => void confirm()}>
            Withdraw
          </Button>
          <Button data-safe-action="" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <Text>
        “{question.text}” counts as not answered afterwards. The answer, its note and its attachment are removed from
        the engagement.
      </Text>
      {failure === undefined ? null : <FailureNotice title="The answer was not withdrawn" failure={failure} />}
    </AppDialog>
  );
}

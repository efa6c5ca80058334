import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { printable } from '../../src-shared/model/printable';
import { answerOf, type Failure } from '../api/answer';
import { bridge } from '../api/bridge';
import { announce } from '../shell/announcer';
import { FailureNotice } from './failure-notice';

interface KeptFileButtonsProps {
  readonly sha256: string;
  /** Proposed when it is saved. */
  readonly name: string;
}

/** Saves a file kept in the engagement and shows where it lies. What is saved is never opened from here. */
export function KeptFileButtons({ sha256, name }: KeptFileButtonsProps) {
  const [saved, setSaved] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [isLost, setIsLost] = useState(false);
  const save = async (): Promise<void> => {
    const answer = await answerOf(bridge.attachments.save({ sha256, name }));
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok || answer.value.path === null) return;
    setSaved(answer.value.path);
    setIsLost(false);
    announce('The file was saved.');
  };
  const show = async (path: string): Promise<void> => {
    const answer = await answerOf(bridge.report.reveal({ path }));
    setIsLost(!answer.ok || !answer.value.shown);
  };
  return (
    <>
      <Button size="small" aria-label={`Save ${printable(name)} as…`} onClick={() => void save()}>
        Save as…
      </Button>
      {saved === undefined ? null : (
        <>
          <Button size="small" aria-label={`Show ${printable(name)} in its folder`} onClick={() => void show(saved)}>
            Show in folder
          </Button>
          <span>{isLost ? 'The saved file is gone; save it again.' : 'Saved.'}</span>
        </>
      )}
      {failure === undefined ? null : <FailureNotice title="The file was not saved" failure={failure} />}
    </>
  );
}

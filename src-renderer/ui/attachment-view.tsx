import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Attachment } from '../../src-shared/model/attachment';
import { printable } from '../../src-shared/model/printable';
import { answerOf, type Failure } from '../api/answer';
import { bridge } from '../api/bridge';
import { announce } from '../shell/announcer';
import { fileSize } from '../text/quantity';
import { CodeValue } from './code-value';
import { FailureNotice } from './failure-notice';
import { Untrusted } from './untrusted';

const useStyles = makeStyles({
  root: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    display: 'flex',
    gap: '6px',
    alignItems: 'center',
    flexWrap: 'wrap',
  },
});

/** Name, size and hash of a file kept in the engagement; it can be saved. What is saved is never opened from here. */
export function AttachmentView({ attachment }: { readonly attachment: Attachment }) {
  const styles = useStyles();
  const { name, sha256, size } = attachment;
  const [saved, setSaved] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [isLost, setIsLost] = useState(false);
  const save = async (): Promise<void> => {
    const answer = await answerOf(bridge.attachments.save({ sha256, name }));
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok || answer.value.path === null) return;
    setSaved(answer.value.path);
    setIsLost(false);
    announce('The attachment was saved.');
  };
  const show = async (path: string): Promise<void> => {
    const answer = await answerOf(bridge.report.reveal({ path }));
    setIsLost(!answer.ok || !answer.value.shown);
  };
  return (
    <>
      <span className={styles.root}>
        <Attach16Regular aria-hidden="true" />
        <Untrusted>{name}</Untrusted> ({fileSize(size)}), SHA-256{' '}
        <CodeValue value={sha256} what="SHA-256 of the attachment" length={20} />
        <Button size="small" aria-label={`Save ${printable(name)} as…`} onClick={() => void save()}>
          Save as…
        </Button>
        {saved === undefined ? null : (
          <Button size="small" aria-label={`Show ${printable(name)} in its folder`} onClick={() => void show(saved)}>
            Show in folder
          </Button>
        )}
        {saved === undefined ? null : <span>Saved.</span>}
        {isLost ? <span>The saved file is gone; save it again.</span> : null}
      </span>
      {failure === undefined ? null : <FailureNotice title="The attachment was not saved" failure={failure} />}
    </>
  );
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ShownPicture } from '../../src-shared/ipc/attachments';
import type { Attachment } from '../../src-shared/model/attachment';
import { printable } from '../../src-shared/model/printable';
import { answerOf, type Failure } from '../api/answer';
import { bridge } from '../api/bridge';
import { fileSize } from '../text/quantity';
import { CodeValue } from './code-value';
import { FailureNotice } from './failure-notice';
import { KeptFileButtons } from './kept-file-buttons';
import { PictureDialog } from './picture-dialog';
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

/** Its content decides; the name only tells whether it is worth asking. */
const mayBePicture = (name: string): boolean => /\.(?:png|jpe?g)$/iu.test(name);

/** Name, size and hash of a file kept in the engagement; a picture can be looked at, any file saved. */
export function AttachmentView({ attachment }: { readonly attachment: Attachment }) {
  const styles = useStyles();
  const { name, sha256, size } = attachment;
  return (
    <span className={styles.root}>
      <Attach16Regular aria-hidden="true" />
      <Untrusted>{name}</Untrusted> ({fileSize(size)}), SHA-256{' '}
      <CodeValue value={sha256} what="SHA-256 of the attachment" length={20} />
      {mayBePicture(name) ? <ShowPicture attachment={attachment} /> : null}
      <KeptFileButtons sha256={sha256} name={name} />
    </span>
  );
}

function ShowPicture({ attachment: { name, sha256 } }: { readonly attachment: Attachment }) {
  const [picture, setPicture] = useState<ShownPicture | null>();
  const [failure, setFailure] = useState<Failure>();
  const show = async (): Promise<void> => {
    const answer = await answerOf(bridge.attachments.show({ sha256 }));
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) setPicture(answer.value.picture);
  };
  return (
    <>
      <Button size="small" aria-label={`Look at ${printable(name)}`} onClick={() => void show()}>
        Look at it
      </Button>
      {picture === null ? (
        <span role="status">This is no PNG or JPEG picture of at most 50 million pixels; save it to look at it.</span>
      ) : null}
      {failure === undefined ? null : <FailureNotice title="The picture was not shown" failure={failure} />}
      {picture == null ? null : (
        <PictureDialog title={name} alternative={name} picture={picture} onClose={() => setPicture(undefined)} />
      )}
    </>
  );
}

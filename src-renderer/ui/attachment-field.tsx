import { Button, makeStyles, Text } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Envelope } from '../../src-shared/ipc/define';
import { answerOf, type Failure } from '../api/answer';
import { FailureNotice } from './failure-notice';
import { Untrusted } from './untrusted';

const useStyles = makeStyles({ row: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' } });

export type ChosenAttachment =
  | { readonly is: 'none' }
  /** Attached before; stays as it is. */
  | { readonly is: 'kept'; readonly name: string }
  | { readonly is: 'chosen'; readonly path: string };

interface AttachmentFieldProps {
  readonly value: ChosenAttachment;
  /** System dialog for the file; null when cancelled. */
  readonly choose: () => Promise<Envelope<{ readonly path: string | null }>>;
  readonly onChange: (value: ChosenAttachment) => void;
}

/** A document that proves what is said; its bytes go into the engagement. */
export function AttachmentField({ value, choose: ask, onChange }: AttachmentFieldProps) {
  const styles = useStyles();
  const [failure, setFailure] = useState<Failure>();
  const choose = async (): Promise<void> => {
    const answer = await answerOf(ask());
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok && answer.value.path !== null) onChange({ is: 'chosen', path: answer.value.path });
  };
  return (
    <div>
      <div className={styles.row}>
        <Text weight="semibold">Attachment:</Text>
        <Text>
          {value.is === 'none' ? 'none' : <Untrusted>{value.is === 'kept' ? value.name : value.path}</Untrusted>}
        </Text>
        <Button size="small" icon={<Attach16Regular />} onClick={() => void choose()}>
          Choose a file
        </Button>
        {value.is === 'none' ? null : (
          <Button size="small" onClick={() => onChange({ is: 'none' })}>
            Remove the attachment
          </Button>
        )}
      </div>
      <Text size={200}>At most 10 MiB. The file is copied into the encrypted engagement.</Text>
      {failure === undefined ? null : <FailureNotice title="No file was chosen" failure={failure} />}
    </div>
  );
}

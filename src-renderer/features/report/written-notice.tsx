import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { printable } from '../../../src-shared/model/printable';
import { answerOf } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { fileSize } from '../../text/quantity';
import { shortenMiddle } from '../../text/shorten-middle';
import { Untrusted } from '../../ui/untrusted';

const useStyles = makeStyles({
  path: { overflowWrap: 'anywhere', whiteSpace: 'normal', display: 'block', marginBottom: '6px' },
});

interface WrittenNoticeProps {
  readonly path: string;
  readonly sizeBytes: number | null;
  /** What to know about the file before it is handed over. */
  readonly remark: string | null;
}

/** Where a report was written, with the way there. */
export function WrittenNotice({ path, sizeBytes, remark }: WrittenNoticeProps) {
  const styles = useStyles();
  const [isLost, setIsLost] = useState(false);
  const reveal = async (): Promise<void> => {
    const answer = await answerOf(bridge.report.reveal({ path }));
    setIsLost(!answer.ok || !answer.value.shown);
  };
  return (
    <MessageBar intent={remark === null ? 'success' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Written</MessageBarTitle>
        <span className={styles.path} title={printable(path, 4096)}>
          <Untrusted>{shortenMiddle(path, 60)}</Untrusted>
        </span>
        {sizeBytes === null ? null : <> ({fileSize(sizeBytes)})</>}{' '}
        <Button size="small" onClick={() => void reveal()}>
          Show in folder
        </Button>
        {remark === null ? null : <p>{remark}</p>}
        {isLost ? <> The file is not there any more; export it again.</> : null}
      </MessageBarBody>
    </MessageBar>
  );
}

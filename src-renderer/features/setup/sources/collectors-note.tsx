import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowExportUp20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { printable } from '../../../../src-shared/model/printable';
import { answerOf, type Failure } from '../../../api/answer';
import { bridge } from '../../../api/bridge';
import { FailureNotice } from '../../../ui/failure-notice';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px 14px', alignItems: 'center', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The collector scripts, for machines that only the customer's own administrators may read. */
export function CollectorsNote() {
  const styles = useStyles();
  const [told, setTold] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const write = async (): Promise<void> => {
    const answer = await answerOf(bridge.sources.exportCollectors({}));
    if (!answer.ok) return setFailure(answer.error);
    setFailure(undefined);
    const { written } = answer.value;
    if (written !== null) setTold(`${written.count} collectors were written to ${printable(written.folder)}.`);
  };
  return (
    <>
      <div className={styles.row}>
        <Text className={styles.quiet}>
          For AD FS, CAs, Entra Connect, domain controllers, NDES and clients: read-only scripts, one a role, that the
          customer can read, run and hand back one file of.
        </Text>
        <Button icon={<ArrowExportUp20Regular />} onClick={() => void write()}>
          Export collectors
        </Button>
      </div>
      {told === undefined ? null : <Text role="status">{told}</Text>}
      {failure === undefined ? null : <FailureNotice title="No collectors were written" failure={failure} />}
    </>
  );
}

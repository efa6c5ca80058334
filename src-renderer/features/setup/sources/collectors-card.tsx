import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowExportUp20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { printable } from '../../../../src-shared/model/printable';
import type { Failure } from '../../../api/answer';
import { bridge } from '../../../api/bridge';
import { useLoad } from '../../../api/use-load';
import { go } from '../../../shell/navigation-store';
import { quantity } from '../../../text/quantity';
import { Card } from '../../../ui/card';
import { FailureNotice } from '../../../ui/failure-notice';
import { RequestDialog } from './request-dialog';
import { RequestRow } from './request-row';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px 14px', alignItems: 'center', flexWrap: 'wrap' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Scripts for machines that only the customer's own administrators may read: ask for them, and see what has come back. `version` rises with evidence. */
export function CollectorsCard({ version }: { readonly version: number }) {
  const styles = useStyles();
  const { value, failure, reload } = useLoad(`requests:${version}`, () => bridge.sources.collectorRequests({}));
  const [isAsking, setIsAsking] = useState(false);
  const [told, setTold] = useState<string>();
  const [wrong, setWrong] = useState<Failure>();
  const requests = value?.requests ?? [];
  const missing = requests.filter(({ isMissing }) => isMissing).length;
  const forget = async (id: string): Promise<void> => {
    const answer = await bridge.sources.forgetCollectorRequest({ id });
    setWrong(answer.ok ? undefined : answer.error);
    reload();
  };
  return (
    <Card title="Collectors for the customer’s administrators">
      <Text className={styles.quiet}>
        For AD FS, CAs, Entra Connect, domain controllers, NDES and clients: read-only scripts, one a role, that an
        administrator can read, run and hand back one file of. A cover note says what they do.
      </Text>
      <div className={styles.row}>
        <Button icon={<ArrowExportUp20Regular />} onClick={() => setIsAsking(true)}>
          Ask for collectors…
        </Button>
        <Button appearance="subtle" onClick={() => go({ screen: 'help', topicId: 'right-collector-adfs' })}>
          Which right each item needs
        </Button>
      </div>
      {told === undefined ? null : <Text role="status">{told}</Text>}
      {failure === undefined ? null : (
        <FailureNotice title="What was asked for could not be read" failure={failure} onRetry={reload} />
      )}
      {wrong === undefined ? null : <FailureNotice title="The request was not removed" failure={wrong} />}
      {requests.length === 0 ? null : (
        <>
          <Text weight="semibold">
            {missing === 0 ? 'Everything that was asked for is there.' : `${quantity(missing, 'request')} still open.`}
          </Text>
          <ul className={styles.list} aria-label="Collectors asked for">
            {requests.map((progress) => (
              <RequestRow
                key={progress.request.id}
                progress={progress}
                onForget={() => void forget(progress.request.id)}
              />
            ))}
          </ul>
        </>
      )}
      {isAsking ? (
        <RequestDialog
          onWritten={({ folder, count }) => {
            setTold(`${quantity(count, 'script')} and a cover note were written to ${printable(folder)}.`);
            reload();
          }}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </Card>
  );
}

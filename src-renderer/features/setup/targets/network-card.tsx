import { Button, makeStyles, Text } from '@fluentui/react-components';
import { FolderOpen16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { answerOf, type Failure } from '../../../api/answer';
import { bridge } from '../../../api/bridge';
import { Card } from '../../../ui/card';
import { CodeValue } from '../../../ui/code-value';
import { FailureNotice } from '../../../ui/failure-notice';
import { AddressList } from './address-list';
import { DnsServersField } from './dns-servers-field';
import { NetworkSwitches } from './network-switches';
import { ProxyFields } from './proxy-fields';
import type { TargetsProps } from './targets-step';

const useStyles = makeStyles({ row: { display: 'flex', gap: '10px', alignItems: 'center', flexWrap: 'wrap' } });

/** What is contacted because of what was found, whom to trust, and names that DNS here does not know. */
export function NetworkCard({ live, set }: TargetsProps) {
  const styles = useStyles();
  const [failure, setFailure] = useState<Failure>();
  const chooseCaFile = async (): Promise<void> => {
    const answer = await answerOf(bridge.sources.chooseCaFile({}));
    if (!answer.ok) return setFailure(answer.error);
    setFailure(undefined);
    if (answer.value.path !== null) set({ caFile: answer.value.path });
  };
  return (
    <Card title="Further contacts and names">
      <NetworkSwitches live={live} set={set} />
      {live.dns ? <DnsServersField live={live} set={set} /> : null}
      <div className={styles.row}>
        <Text weight="semibold">Additional trusted CAs:</Text>
        {live.caFile === undefined ? (
          <Text>none; the system's list is used</Text>
        ) : (
          <CodeValue value={live.caFile} what="path of the CA file" />
        )}
        <Button size="small" icon={<FolderOpen16Regular />} onClick={() => void chooseCaFile()}>
          Choose PEM file
        </Button>
        {live.caFile === undefined ? null : (
          <Button size="small" onClick={() => set({ caFile: undefined })}>
            Use the system's list only
          </Button>
        )}
      </div>
      {failure === undefined ? null : <FailureNotice title="No file was chosen" failure={failure} />}
      <ProxyFields live={live} set={set} />
      <AddressList live={live} set={set} />
    </Card>
  );
}

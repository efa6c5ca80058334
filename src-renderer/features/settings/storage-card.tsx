import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { Card } from '../../ui/card';
import { CodeValue } from '../../ui/code-value';
import { FailureNotice } from '../../ui/failure-notice';

const useStyles = makeStyles({ actions: { display: 'flex', gap: '8px', flexWrap: 'wrap' } });

interface StorageCardProps {
  readonly folder: string;
  readonly isUsual: boolean;
  readonly onChanged: () => void;
}

/** Where new engagements go. */
export function StorageCard({ folder, isUsual, onChanged }: StorageCardProps) {
  const styles = useStyles();
  const [failure, setFailure] = useState<Failure>();
  const change = async (how: 'chooseStorageFolder' | 'useUsualStorageFolder'): Promise<void> => {
    const answer = await answerOf(bridge.app[how]({}));
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) onChanged();
  };
  return (
    <Card title="Storage">
      {failure === undefined ? null : <FailureNotice title="The folder was not changed" failure={failure} />}
      <Text>
        New engagements are kept here, each as one encrypted file. Existing engagements stay where they are; the library
        goes on listing them.
      </Text>
      <CodeValue value={folder} what="storage folder" length={100} />
      <div className={styles.actions}>
        <Button onClick={() => void change('chooseStorageFolder')}>Choose another folder…</Button>
        {isUsual ? null : <Button onClick={() => void change('useUsualStorageFolder')}>Use the usual folder</Button>}
      </div>
    </Card>
  );
}

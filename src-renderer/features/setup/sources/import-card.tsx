import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Delete16Regular, DocumentAdd20Regular, FolderAdd20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { printable } from '../../../../src-shared/model/printable';
import { answerOf, type Failure } from '../../../api/answer';
import { bridge } from '../../../api/bridge';
import { Card } from '../../../ui/card';
import { CodeValue } from '../../../ui/code-value';
import { FailureNotice } from '../../../ui/failure-notice';
import { TimeAgo } from '../../../ui/time-ago';
import type { StepProps } from '../setup-screen';
import { withImports } from '../with-imports';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    gap: '8px 14px',
    alignItems: 'center',
    flexWrap: 'wrap',
    padding: '18px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '320px', overflowY: 'auto' },
  row: {
    display: 'flex',
    gap: '12px',
    alignItems: 'center',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  path: { flex: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

/** Files and folders handed over by the customer; read with the next run. */
export function ImportCard({ draft, change }: StepProps) {
  const styles = useStyles();
  const [failure, setFailure] = useState<Failure>();
  const choose = async (kind: 'files' | 'folder'): Promise<void> => {
    const answer = await answerOf(bridge.sources.choosePaths({ kind }));
    if (!answer.ok) return setFailure(answer.error);
    setFailure(undefined);
    change((current) => withImports(current, answer.value.paths, new Date().toISOString()));
  };
  const remove = (path: string): void =>
    change((current) => ({ ...current, imports: current.imports.filter((entry) => entry.path !== path) }));
  return (
    <Card title="Files to import">
      <div className={styles.zone}>
        <Text>Drop files or folders anywhere in this window, or</Text>
        <Button icon={<DocumentAdd20Regular />} onClick={() => void choose('files')}>
          Choose files
        </Button>
        <Button icon={<FolderAdd20Regular />} onClick={() => void choose('folder')}>
          Choose folder
        </Button>
      </div>
      {failure === undefined ? null : <FailureNotice title="Nothing was added" failure={failure} />}
      {draft.imports.length === 0 ? (
        <Text>No files yet. The app recognises what a file is; what it cannot read is named after the run.</Text>
      ) : (
        <ul className={styles.list} aria-label="Files to import">
          {draft.imports.map((entry) => (
            <li key={entry.path} className={styles.row}>
              <span className={styles.path}>
                <CodeValue value={entry.path} what="path" length={72} />
              </span>
              <span className={styles.quiet}>
                added <TimeAgo at={entry.addedAt} />
              </span>
              <Button
                appearance="subtle"
                size="small"
                icon={<Delete16Regular />}
                aria-label={`Remove ${printable(entry.path)}`}
                title="Remove from the list (the file stays)"
                onClick={() => remove(entry.path)}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Delete16Regular, Edit16Regular, PlugConnected16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Untrusted } from '../../../ui/untrusted';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px 12px',
    flexWrap: 'wrap',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flex: '1 1 240px', minWidth: 0, display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  below: { flexBasis: '100%' },
});

interface SourceRowProps {
  readonly name: string;
  readonly detail: string;
  readonly onTest?: () => void;
  readonly onEdit?: () => void;
  readonly onRemove: () => void;
  /** Shown below the row, e.g. a running test. */
  readonly children?: ReactNode;
}

/** One target with what can be done with it. */
export function SourceRow({ name, detail, onTest, onEdit, onRemove, children }: SourceRowProps) {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <Text weight="semibold">
          <Untrusted>{name}</Untrusted>
        </Text>
        <span className={styles.quiet}>
          <Untrusted>{detail}</Untrusted>
        </span>
      </div>
      {onTest === undefined ? null : (
        <Button
          size="small"
          icon={<PlugConnected16Regular />}
          onClick={onTest}
          aria-label={`Test connection to ${name}`}
        >
          Test connection
        </Button>
      )}
      {onEdit === undefined ? null : (
        <Button
          size="small"
          appearance="subtle"
          icon={<Edit16Regular />}
          onClick={onEdit}
          aria-label={`Edit ${name}`}
          title="Edit"
        />
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<Delete16Regular />}
        onClick={onRemove}
        aria-label={`Remove ${name}`}
        title="Remove"
      />
      {children === undefined || children === null ? null : <div className={styles.below}>{children}</div>}
    </li>
  );
}

import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Delete16Regular, Document20Regular, FolderOpen16Regular, LockClosed20Regular } from '@fluentui/react-icons';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { printable } from '../../../src-shared/model/printable';
import { fileSize } from '../../text/quantity';
import { shortenMiddle } from '../../text/shorten-middle';
import { surface } from '../../theme/surfaces';
import { OutcomeLabel } from '../../ui/outcome-label';
import { TimeAgo } from '../../ui/time-ago';
import { Untrusted } from '../../ui/untrusted';
import { entryTrouble } from './entry-state';
import { RowMenu, type RowMenuActions } from './row-menu';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto auto',
    alignItems: 'center',
    gap: '4px 14px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: surface.hover },
    '@media (max-width: 720px)': { gridTemplateColumns: '24px minmax(0, 1fr)' },
  },
  open: { border: `1px solid ${tokens.colorBrandStroke1}` },
  icon: { color: tokens.colorNeutralForeground2, display: 'inline-flex' },
  text: { minWidth: 0, display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  facts: { textAlign: 'end', '@media (max-width: 720px)': { gridColumn: 2, textAlign: 'start' } },
  actions: { display: 'flex', gap: '4px', '@media (max-width: 720px)': { gridColumn: 2 } },
  trouble: { gridColumn: '2 / -1', color: tokens.colorNeutralForeground2 },
});

/** What can be done with an entry; the screen does it. */
export interface LibraryRowActions extends RowMenuActions {
  readonly onOpen: (entry: LibraryEntry) => void;
  /** Looks for the file, or another copy of it, elsewhere. */
  readonly onFind: () => void;
  readonly onForget: (entry: LibraryEntry) => void;
  /** Closes the open engagement. */
  readonly onLeave: () => void;
}

interface LibraryRowProps extends LibraryRowActions {
  readonly entry: LibraryEntry;
  readonly isOpen: boolean;
}

/** One engagement on this laptop: name, customer, when it was open last, its size and whether it can be opened. */
export function LibraryRow({ entry, isOpen, onOpen, onFind, onForget, onLeave, ...menu }: LibraryRowProps) {
  const styles = useStyles();
  const trouble = entryTrouble(entry.state);
  return (
    <li className={mergeClasses(styles.row, isOpen && styles.open)}>
      <span className={styles.icon} aria-hidden="true">
        {isOpen ? <Document20Regular /> : <LockClosed20Regular />}
      </span>
      <div className={styles.text}>
        <Text weight="semibold">
          <Untrusted>{entry.name}</Untrusted>
        </Text>
        <span className={styles.quiet} title={printable(entry.path, 4096)}>
          <Untrusted>{entry.customer}</Untrusted> · <Untrusted>{shortenMiddle(entry.path, 70)}</Untrusted>
        </span>
      </div>
      <div className={mergeClasses(styles.quiet, styles.facts)}>
        <div>
          {isOpen ? (
            'Open in this window'
          ) : (
            <>
              Locked · opened <TimeAgo at={entry.lastOpenedAt} />
            </>
          )}
        </div>
        <div>{entry.sizeBytes === null ? 'Size not known' : fileSize(entry.sizeBytes)}</div>
      </div>
      <div className={styles.actions}>
        {isOpen ? (
          <>
            <Button appearance="primary" onClick={() => onOpen(entry)} aria-label={`Continue ${entry.name}`}>
              Continue
            </Button>
            <Button onClick={onLeave} aria-label={`Close ${entry.name}`}>
              Close
            </Button>
          </>
        ) : (
          <>
            {entry.state === 'missing' ? (
              <Button icon={<FolderOpen16Regular />} onClick={onFind} aria-label={`Find file of ${entry.name}`}>
                Find file
              </Button>
            ) : (
              <Button onClick={() => onOpen(entry)} aria-label={`Open ${entry.name}`}>
                Open
              </Button>
            )}
            {entry.state === 'damaged' ? (
              <Button icon={<FolderOpen16Regular />} onClick={onFind} aria-label={`Find another copy of ${entry.name}`}>
                Find file
              </Button>
            ) : null}
            <Button
              appearance="subtle"
              icon={<Delete16Regular />}
              onClick={() => onForget(entry)}
              aria-label={`Remove ${entry.name} from the list`}
              title="Remove from the list (the file stays)"
            />
          </>
        )}
        <RowMenu entry={entry} isOpen={isOpen} {...menu} />
      </div>
      {trouble === undefined ? null : (
        <div className={styles.trouble}>
          <OutcomeLabel outcome="warning" word={trouble.word} /> <span>{trouble.sentence}</span>
        </div>
      )}
    </li>
  );
}

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  ArrowRight20Regular,
  LockClosed16Regular,
  Search16Regular,
  ShieldTask20Filled,
  Warning16Regular,
} from '@fluentui/react-icons';
import { Untrusted } from '../ui/untrusted';
import { openDialog } from './dialog-store';
import { useEngagement } from './engagement-store';
import { useNavigation } from './navigation-store';
import { RunBadge } from './run-badge';

const useStyles = makeStyles({
  row: {
    height: '46px',
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '0 12px 0 8px',
    minWidth: 0,
  },
  mark: { color: tokens.colorBrandForeground1, display: 'inline-flex' },
  name: { minWidth: 0, display: 'flex', alignItems: 'baseline', gap: '10px', overflow: 'hidden' },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2, '@media (max-width: 1120px)': { display: 'none' } },
  lock: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  word: { '@media (max-width: 840px)': { display: 'none' } },
  action: { whiteSpace: 'nowrap', flexShrink: 0, minWidth: 0 },
  space: { flex: 1 },
});

/** Where one is: product or engagement, customer, lock state, run state. */
export function TitleRow() {
  const styles = useStyles();
  const { past, future, back, forward } = useNavigation();
  const engagement = useEngagement((state) => state.engagement);
  const draft = useEngagement((state) => state.draft);
  return (
    <header className={styles.row}>
      <Button
        appearance="subtle"
        icon={<ArrowLeft20Regular />}
        aria-label="Back"
        title="Back (Alt+←)"
        disabledFocusable={past.length === 0}
        onClick={back}
      />
      <Button
        appearance="subtle"
        icon={<ArrowRight20Regular />}
        aria-label="Forward"
        title="Forward (Alt+→)"
        disabledFocusable={future.length === 0}
        onClick={forward}
      />
      <span className={styles.mark} aria-hidden="true">
        <ShieldTask20Filled />
      </span>
      {engagement === null || draft === null ? (
        <Text weight="semibold">Hello Preflight</Text>
      ) : (
        <>
          <span className={styles.name}>
            <Text weight="semibold" className={styles.cut}>
              <Untrusted>{draft.details.customer}</Untrusted>
            </Text>
            {draft.details.title === '' ? null : (
              <Text className={`${styles.cut} ${styles.quiet}`}>
                <Untrusted>{draft.details.title}</Untrusted>
              </Text>
            )}
          </span>
          <LockState readOnly={engagement.readOnly} reason={engagement.readOnlyReason} />
          <RunBadge />
        </>
      )}
      <span className={styles.space} />
      <Button
        appearance="subtle"
        className={styles.action}
        icon={<Search16Regular />}
        title="Actions and checks (Ctrl+K)"
        onClick={() => openDialog('command-palette')}
      >
        <span className={styles.word}>Actions and checks · Ctrl+K</span>
      </Button>
    </header>
  );
}

function LockState({ readOnly, reason }: { readonly readOnly: boolean; readonly reason: string | undefined }) {
  const styles = useStyles();
  return (
    <span
      className={styles.lock}
      title={readOnly ? (reason ?? 'Another window holds this file.') : 'The file is encrypted with your passphrase.'}
    >
      {readOnly ? <Warning16Regular aria-hidden="true" /> : <LockClosed16Regular aria-hidden="true" />}
      <span className={readOnly ? '' : styles.word}>{readOnly ? 'Read-only' : 'Encrypted'}</span>
    </span>
  );
}

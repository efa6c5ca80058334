import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { LockClosed16Regular, LockOpen16Regular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { FailureNotice } from '../../ui/failure-notice';
import { PassphraseField } from '../../ui/passphrase-field';
import { Untrusted } from '../../ui/untrusted';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'flex', alignItems: 'center', gap: '10px', flexWrap: 'wrap', minHeight: '32px' },
  name: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', gap: '8px', alignItems: 'end', flexWrap: 'wrap', padding: '4px 0 8px 26px' },
  title: { margin: 0 },
});

interface UnlockListProps {
  readonly entries: readonly LibraryEntry[];
  /** Paths. */
  readonly unlocked: readonly string[];
  readonly onUnlocked: () => void;
  readonly onLock: (path: string) => void;
}

/** Past engagements with their locks; each is unlocked with its own passphrase. */
export function UnlockList({ entries, unlocked, onUnlocked, onLock }: UnlockListProps) {
  const styles = useStyles();
  const [asked, setAsked] = useState<string>();
  if (entries.length === 0) return null;
  return (
    <>
      <Text as="h3" weight="semibold" className={styles.title}>
        Other engagements
      </Text>
      <ul className={styles.list} aria-label="Other engagements">
        {entries.map(({ path, name, customer }) => (
          <li key={path}>
            <div className={styles.row}>
              {unlocked.includes(path) ? <LockOpen16Regular /> : <LockClosed16Regular />}
              <span className={styles.name}>
                <Untrusted>{name}</Untrusted>{' '}
                <span className={styles.quiet}>
                  <Untrusted>{customer}</Untrusted> · {unlocked.includes(path) ? 'searched' : 'locked'}
                </span>
              </span>
              {unlocked.includes(path) ? (
                <Button size="small" aria-label={`Lock ${name}`} onClick={() => onLock(path)}>
                  Lock
                </Button>
              ) : (
                <Button
                  size="small"
                  aria-label={`Unlock ${name}`}
                  aria-expanded={asked === path}
                  onClick={() => setAsked(asked === path ? undefined : path)}
                >
                  Unlock…
                </Button>
              )}
            </div>
            {asked === path ? (
              <UnlockForm
                path={path}
                onUnlocked={() => {
                  setAsked(undefined);
                  onUnlocked();
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function UnlockForm({ path, onUnlocked }: { readonly path: string; readonly onUnlocked: () => void }) {
  const styles = useStyles();
  const [passphrase, setPassphrase] = useState('');
  const [isOpening, setIsOpening] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isWrong = failure?.code === 'wrong-passphrase';
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '' || isOpening) return;
    setIsOpening(true);
    const answer = await answerOf(bridge.search.unlock({ path, passphrase }));
    setIsOpening(false);
    if (answer.ok) onUnlocked();
    else setFailure(answer.error);
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void unlock(event)}>
      {failure === undefined || isWrong ? null : <FailureNotice title="It stays locked" failure={failure} />}
      <PassphraseField
        label="Passphrase"
        autoFocus
        value={passphrase}
        onChange={setPassphrase}
        problem={isWrong ? `${failure.message} ${failure.next}` : undefined}
      />
      <Button appearance="primary" type="submit" disabledFocusable={passphrase === '' || isOpening}>
        {isOpening ? 'Unlocking…' : 'Unlock'}
      </Button>
    </form>
  );
}

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { announce } from '../../shell/announcer';
import { quantity } from '../../text/quantity';
import { surface } from '../../theme/surfaces';
import { useReviews } from './reviews-store';
import { UndoButton } from './undo-button';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    flexWrap: 'wrap',
    padding: '6px 12px',
    border: 'none',
    margin: 0,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: surface.selected,
  },
  words: { flex: '1 1 auto' },
});

interface ChosenBarProps {
  /** Accessible name: "Chosen findings". */
  readonly label: string;
  /** How much is chosen; said to screen readers whenever it changes. */
  readonly words: string;
  readonly onClear: () => void;
  /** What can be done with all of it. */
  readonly children: ReactNode;
}

/** Several things chosen together. Mounted while there are any. */
export function ChosenBar({ label, words, onClear, children }: ChosenBarProps) {
  const styles = useStyles();
  // A region that comes with its words is not read out; the announcer is there all the time.
  useEffect(() => announce(words), [words]);
  useEffect(() => () => announce('Nothing is chosen any more.'), []);
  return (
    <fieldset className={styles.bar} aria-label={label}>
      <Text weight="semibold" className={styles.words} data-chosen="">
        {words}
      </Text>
      {children}
      <Button size="small" appearance="subtle" onClick={onClear}>
        Choose none
      </Button>
    </fieldset>
  );
}

/** After they were decided on: how many decisions changed, and how to take that back. */
export function ChangedBar({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const last = useReviews((state) => state.lastChange);
  const words = last === null ? undefined : `${quantity(last.count, 'decision')} changed.`;
  useEffect(() => (words === undefined ? undefined : announce(words)), [words]);
  if (words === undefined) return null;
  return (
    <div className={styles.bar}>
      <Text className={styles.words}>{words}</Text>
      <UndoButton onUndone={onClose} />
      <Button size="small" appearance="subtle" onClick={onClose}>
        Close
      </Button>
    </div>
  );
}

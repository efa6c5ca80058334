import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { quantity } from '../../../text/quantity';
import { surface } from '../../../theme/surfaces';
import { FailureNotice } from '../../../ui/failure-notice';
import { ReviewDialog } from '../../reviews/review-dialog';
import { useReviews } from '../../reviews/reviews-store';
import { UndoButton } from '../../reviews/undo-button';
import type { ChosenOfFinding } from './use-chosen-objects';

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

/** What can be done with the objects chosen together; after it was done, how to take it back. */
export function ObjectBar({ checkId, chosen }: { readonly checkId: string; readonly chosen: ChosenOfFinding }) {
  const styles = useStyles();
  const last = useReviews((state) => state.lastChange);
  const [isDeciding, setIsDeciding] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const { count, objects, failure, clear } = chosen;
  if (failure !== undefined) return <FailureNotice title="The objects could not be chosen" failure={failure} />;
  if (count === 0)
    return isDone && last !== null ? (
      <div className={styles.bar}>
        <Text role="status" className={styles.words}>
          {quantity(last.count, 'decision')} changed.
        </Text>
        <UndoButton onUndone={() => setIsDone(false)} />
        <Button size="small" appearance="subtle" onClick={() => setIsDone(false)}>
          Close
        </Button>
      </div>
    ) : null;
  return (
    <fieldset className={styles.bar} aria-label="Chosen objects">
      <Text weight="semibold" role="status" className={styles.words}>
        {quantity(count, 'object')} chosen
      </Text>
      <Button size="small" onClick={() => setIsDeciding(true)}>
        Decide on {quantity(count, 'object')}…
      </Button>
      <Button size="small" appearance="subtle" onClick={clear}>
        Choose none
      </Button>
      {isDeciding ? (
        <ReviewDialog
          subjects={[{ checkId, many: { count, objects } }]}
          onSaved={() => {
            setIsDone(true);
            clear();
          }}
          onClose={() => setIsDeciding(false)}
        />
      ) : null}
    </fieldset>
  );
}

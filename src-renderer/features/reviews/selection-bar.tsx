import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ListedFinding } from '../../../src-shared/ipc/findings';
import { isOfWhole } from '../../../src-shared/model/decision-standing';
import { isOpen } from '../../../src-shared/model/review';
import type { Failure } from '../../api/answer';
import { partOf, quantity } from '../../text/quantity';
import { surface } from '../../theme/surfaces';
import { FailureNotice } from '../../ui/failure-notice';
import { ReviewDialog } from './review-dialog';
import { useReviews } from './reviews-store';
import { UndoButton } from './undo-button';
import { useAuthor } from './use-author';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    flexWrap: 'wrap',
    padding: '6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: surface.selected,
  },
  words: { flex: '1 1 auto' },
});

interface SelectionBarProps {
  /** The findings chosen together. */
  readonly rows: readonly ListedFinding[];
  readonly onClear: () => void;
}

/** What can be done with several findings at once, and after it was done how to take it back. */
export function SelectionBar({ rows, onClear }: SelectionBarProps) {
  const [isDone, setIsDone] = useState(false);
  if (rows.length === 0) return isDone ? <Done onClose={() => setIsDone(false)} /> : null;
  const finish = (): void => {
    setIsDone(true);
    onClear();
  };
  return <Actions rows={rows} onDone={finish} onClear={onClear} />;
}

function Done({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const last = useReviews((state) => state.lastChange);
  if (last === null) return null;
  return (
    <div className={styles.bar}>
      <Text role="status" className={styles.words}>
        {quantity(last.count, 'decision')} changed.
      </Text>
      <UndoButton onUndone={onClose} />
      <Button size="small" appearance="subtle" onClick={onClose}>
        Close
      </Button>
    </div>
  );
}

function Actions({ rows, onDone, onClear }: SelectionBarProps & { readonly onDone: () => void }) {
  const styles = useStyles();
  const reviews = useReviews((state) => state.reviews) ?? [];
  const withdraw = useReviews((state) => state.withdraw);
  const author = useAuthor();
  const [isDeciding, setIsDeciding] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const open = rows.filter(({ outcome }) => isOpen(outcome));
  const chosen = new Set(rows.map(({ checkId }) => checkId));
  const decided = reviews.filter(({ review }) => isOfWhole(review) && chosen.has(review.checkId));
  const takeBack = async (): Promise<void> => {
    const reviewer = author === '' ? (decided[0]?.review.author ?? '') : author;
    const wrong = await withdraw(
      decided.map(({ review: { checkId } }) => ({ checkId })),
      reviewer,
    );
    setFailure(wrong);
    if (wrong === undefined) onDone();
  };
  return (
    <>
      <fieldset className={styles.bar} style={{ border: 'none', margin: 0 }} aria-label="Chosen findings">
        <Text weight="semibold" role="status" className={styles.words}>
          {quantity(rows.length, 'finding')} chosen
          {open.length === rows.length ? '' : `; ${partOf(open.length, rows.length)} can be decided on`}
        </Text>
        <Button size="small" disabledFocusable={open.length === 0} onClick={() => setIsDeciding(open.length > 0)}>
          Decide on {quantity(open.length, 'finding')}…
        </Button>
        {decided.length === 0 ? null : (
          <Button size="small" onClick={() => void takeBack()}>
            Withdraw {quantity(decided.length, 'decision')}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={onClear}>
          Choose none
        </Button>
      </fieldset>
      {failure === undefined ? null : <FailureNotice title="The decisions were not withdrawn" failure={failure} />}
      {isDeciding ? (
        <ReviewDialog
          subjects={open.map(({ checkId }) => ({ checkId }))}
          onSaved={onDone}
          onClose={() => setIsDeciding(false)}
        />
      ) : null}
    </>
  );
}

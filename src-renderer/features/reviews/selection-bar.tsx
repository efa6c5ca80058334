import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ListedFinding } from '../../../src-shared/ipc/findings';
import { isOfWhole } from '../../../src-shared/model/decision-standing';
import { isOpen } from '../../../src-shared/model/review';
import type { Failure } from '../../api/answer';
import { partOf, quantity } from '../../text/quantity';
import { FailureNotice } from '../../ui/failure-notice';
import { ChangedBar, ChosenBar } from './chosen-bar';
import { ReviewDialog } from './review-dialog';
import { useReviews } from './reviews-store';
import { useAuthor } from './use-author';

interface SelectionBarProps {
  /** The findings chosen together. */
  readonly rows: readonly ListedFinding[];
  /** Gives the focus back to the list, too. */
  readonly onClear: () => void;
}

/** What can be done with several findings at once, and after it was done how to take it back. */
export function SelectionBar({ rows, onClear }: SelectionBarProps) {
  const [isDone, setIsDone] = useState(false);
  const close = (): void => {
    setIsDone(false);
    onClear();
  };
  if (rows.length === 0) return isDone ? <ChangedBar onClose={close} /> : null;
  const finish = (): void => {
    setIsDone(true);
    onClear();
  };
  return <Actions rows={rows} onDone={finish} onClear={onClear} />;
}

function Actions({ rows, onDone, onClear }: SelectionBarProps & { readonly onDone: () => void }) {
  const reviews = useReviews((state) => state.reviews) ?? [];
  const withdraw = useReviews((state) => state.withdraw);
  const author = useAuthor();
  const [isDeciding, setIsDeciding] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const open = rows.filter(({ outcome }) => isOpen(outcome));
  const chosen = new Set(rows.map(({ checkId }) => checkId));
  const decided = reviews.filter(({ review }) => isOfWhole(review) && chosen.has(review.checkId));
  const rest = open.length === rows.length ? '' : `; ${partOf(open.length, rows.length)} can be decided on`;
  const words = `${quantity(rows.length, 'finding')} chosen${rest}`;
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
      <ChosenBar label="Chosen findings" words={words} onClear={onClear}>
        <Button size="small" disabledFocusable={open.length === 0} onClick={() => setIsDeciding(open.length > 0)}>
          Decide on {quantity(open.length, 'finding')}…
        </Button>
        {decided.length === 0 ? null : (
          <Button size="small" onClick={() => void takeBack()}>
            Withdraw {quantity(decided.length, 'decision')}
          </Button>
        )}
      </ChosenBar>
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

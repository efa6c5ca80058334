import { makeStyles, tokens } from '@fluentui/react-components';
import { decisionTitles, type Review, type StatedReview } from '../../../src-shared/model/review';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { quantity } from '../../text/quantity';
import { TimeAgo } from '../../ui/time-ago';
import { Untrusted } from '../../ui/untrusted';
import { UndoButton } from './undo-button';

const useStyles = makeStyles({
  root: { color: tokens.colorNeutralForeground2 },
  list: { margin: '6px 0 0', paddingLeft: '20px' },
});

interface ReviewHistoryProps {
  readonly checkId: string;
  /** Reads anew when they change. */
  readonly reviews: readonly StatedReview[];
}

/** Who decided what and took what back; folded, and absent while nothing happened. */
export function ReviewHistory({ checkId, reviews }: ReviewHistoryProps) {
  const styles = useStyles();
  const key = reviews.map(({ review }) => `${review.objectId ?? ''} ${review.decidedAt}`).join();
  const { value } = useLoad(`${checkId}:${key}`, () => bridge.reviews.history({ checkId }));
  if (value === undefined || value.changes.length === 0) return null;
  return (
    <details className={styles.root}>
      <summary>Who changed what ({value.changes.length})</summary>
      <ul className={styles.list}>
        {value.changes.map(({ at, author, objectId, set, before, after, isUndo }) => (
          <li key={`${at} ${objectId ?? set ?? ''} ${after?.decision ?? ''}`}>
            <TimeAgo at={at} /> <Untrusted>{author}</Untrusted>: {isUndo ? 'undone: ' : ''}
            {before === undefined ? '' : `${decisionTitles[before.decision]} → `}
            {after === undefined ? 'withdrawn' : decisionTitles[after.decision]}
            <Untrusted>{aboutObjects(after ?? before)}</Untrusted>
            {after === undefined ? null : (
              <>
                {' – '}
                <Untrusted>{after.reason}</Untrusted>
              </>
            )}
          </li>
        ))}
      </ul>
      <UndoButton checkId={checkId} />
    </details>
  );
}

/** ` on 2,000 objects`, ` on DC1`; nothing for the finding itself. */
function aboutObjects(review: Review | undefined): string {
  if (review?.set !== undefined) return ` on ${quantity(review.set.count, 'object')}`;
  return review?.objectId === undefined ? '' : ` on ${review.objectName ?? review.objectId}`;
}

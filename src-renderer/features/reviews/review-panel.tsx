import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { isOfWhole } from '../../../src-shared/model/decision-standing';
import type { Outcome } from '../../../src-shared/model/outcome';
import { isOpen, type Review, type SetCounts, type StatedReview, setWords } from '../../../src-shared/model/review';
import type { Failure } from '../../api/answer';
import { amount, quantity } from '../../text/quantity';
import { AttachmentView } from '../../ui/attachment-view';
import { FailureNotice } from '../../ui/failure-notice';
import { TimeAgo } from '../../ui/time-ago';
import { Untrusted } from '../../ui/untrusted';
import { ReviewDialog, type ReviewSubject } from './review-dialog';
import { ReviewHistory } from './review-history';
import { ReviewLabel } from './review-label';
import { useReviews } from './reviews-store';
import { useAuthor } from './use-author';
import { useReviewsOf } from './use-reviews-of';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '10px' },
  actions: { display: 'flex', gap: '8px', marginTop: '4px' },
});

/** The decisions on a finding and its objects, with the way to decide. */
export function ReviewPanel({ checkId, outcome }: { readonly checkId: string; readonly outcome: Outcome }) {
  const styles = useStyles();
  const reviews = useReviewsOf(checkId);
  const failure = useReviews((state) => state.failure);
  const [subject, setSubject] = useState<ReviewSubject>();
  const isDecided = reviews.some(({ review }) => isOfWhole(review));
  const canDecide = isOpen(outcome);
  return (
    <>
      {failure === undefined ? null : <FailureNotice title="The decisions could not be read" failure={failure} />}
      {reviews.length === 0 ? (
        <Text>{canDecide ? 'Nothing was decided yet.' : 'There is nothing to decide.'}</Text>
      ) : (
        <ul className={styles.list}>
          {reviews.map((stated) => (
            <Entry
              key={stated.review.objectId ?? stated.review.set?.number ?? ''}
              stated={stated}
              onChange={setSubject}
            />
          ))}
        </ul>
      )}
      {isDecided || !canDecide ? null : (
        <div>
          <Button size="small" onClick={() => setSubject({ checkId })}>
            Decide…
          </Button>
        </div>
      )}
      <ReviewHistory checkId={checkId} reviews={reviews} />
      {subject === undefined ? null : <ReviewDialog subjects={[subject]} onClose={() => setSubject(undefined)} />}
    </>
  );
}

interface EntryProps {
  readonly stated: StatedReview;
  readonly onChange: (subject: ReviewSubject) => void;
}

function Entry({ stated, onChange }: EntryProps) {
  const styles = useStyles();
  const withdraw = useReviews((state) => state.withdraw);
  const author = useAuthor();
  const [failure, setFailure] = useState<Failure>();
  const { review } = stated;
  const { checkId, objectId, objectName, set } = review;
  const object = objectId === undefined ? undefined : { id: objectId, name: objectName ?? objectId };
  return (
    <li>
      {object === undefined ? null : (
        <div>
          <Untrusted>{object.name}</Untrusted>
        </div>
      )}
      {set === undefined ? null : (
        <div>
          {quantity(set.count, 'object')}: <Untrusted>{setWords(set)}</Untrusted>
        </div>
      )}
      <ReviewLabel stated={stated} /> · <TimeAgo at={review.decidedAt} />
      <div>
        <Untrusted>{review.reason}</Untrusted>
      </div>
      {set === undefined || stated.counts === undefined ? null : <div>{countWords(set.count, stated.counts)}</div>}
      {review.attachment === undefined ? null : <AttachmentView attachment={review.attachment} />}
      <div className={styles.actions}>
        <Button size="small" onClick={() => onChange({ checkId, object, known: review })}>
          Change…
        </Button>
        <Button
          size="small"
          onClick={() => void withdraw([keyOf(review)], author === '' ? review.author : author).then(setFailure)}
        >
          Withdraw
        </Button>
      </div>
      {failure === undefined ? null : <FailureNotice title="The decision was not withdrawn" failure={failure} />}
    </li>
  );
}

const keyOf = ({ checkId, objectId, set }: Review) => ({
  checkId,
  ...(objectId === undefined ? {} : { objectId }),
  ...(set === undefined ? {} : { set: set.number }),
});

/** Where the objects of a set stand today. */
function countWords(count: number, { unchanged, changed }: SetCounts): string {
  const rest = count - unchanged - changed;
  return [
    `${amount(unchanged)} as decided on`,
    ...(changed === 0 ? [] : [`${amount(changed)} changed since`]),
    ...(rest === 0 ? [] : [`${amount(rest)} not open any more or decided on otherwise`]),
  ].join(' · ');
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { Gavel16Regular } from '@fluentui/react-icons';
import { decisionTitles, type Review, type ReviewState, reviewStateTitles } from '../../../src-shared/model/review';
import { Untrusted } from '../../ui/untrusted';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground2 },
  open: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface ReviewLabelProps {
  readonly stated: {
    readonly review: Pick<Review, 'decision' | 'author' | 'until'>;
    readonly state: ReviewState;
  };
}

/** `Accepted risk by Ada until 2027-03-31`; a decision that does not hold any more says so instead. */
export function ReviewLabel({ stated: { review, state } }: ReviewLabelProps) {
  const styles = useStyles();
  const end = review.until === undefined ? '' : ` until ${review.until}`;
  return (
    <span className={styles.root}>
      <Gavel16Regular aria-hidden="true" />
      <span>
        {decisionTitles[review.decision]} <Untrusted>{`by ${review.author}${end}`}</Untrusted>
        {state === 'in-force' ? null : <span className={styles.open}> · {reviewStateTitles[state]}</span>}
      </span>
    </span>
  );
}

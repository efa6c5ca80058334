import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { reviewsContract } from '../../../src-shared/ipc/reviews';
import { AppError } from '../../../src-shared/model/error';
import type { GivenReview, Review } from '../../../src-shared/model/review';
import type { EngagementFile } from '../../store/engagement-file';
import { listReviews, reviewHistory, saveReviews, withdrawReviews } from '../../store/reviews';
import type { AppContext } from '../app-context';
import { judgedNow, statedReviews } from './judged-now';

export function reviewsHandlers({ session }: AppContext): HandlersOf<typeof reviewsContract> {
  const list = () => ({ reviews: statedReviews(session.file, listReviews(session.file)) });
  return {
    list,
    save: ({ reviews }) => {
      const decidedAt = new Date().toISOString();
      saveReviews(
        session.file,
        reviews.map((given) => decidedOn(session.file, given, decidedAt)),
      );
      return list();
    },
    withdraw: ({ keys, author }) => {
      withdrawReviews(session.file, keys, author);
      return list();
    },
    history: ({ checkId }) => ({ changes: reviewHistory(session.file, checkId) }),
  };
}

/** The decision with what is judged now, which it rests on. */
function decidedOn(file: EngagementFile, given: GivenReview, decidedAt: string): Review {
  const now = judgedNow(file, given);
  if (now === undefined)
    throw new AppError(
      'nothing-to-decide',
      `The latest run says nothing of ${given.objectId ?? given.checkId}; no decision was stored.`,
      'Look at the findings of the latest run and decide there.',
    );
  const { outcome, fingerprint, name } = now;
  return { ...given, decidedAt, outcome, fingerprint, ...(name === undefined ? {} : { objectName: name }) };
}

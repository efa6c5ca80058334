import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { reviewsContract } from '../../../src-shared/ipc/reviews';
import type { EngagementFile } from '../../store/engagement-file';
import { lastReviewChange, listReviews, reviewHistory, undoReviewChange, withdrawReviews } from '../../store/reviews';
import type { AppContext } from '../app-context';
import { chosenAttachments } from '../attachments/chosen-attachments';
import { decideOnObjects } from './decide-on-objects';
import { statedReviews } from './judged-now';
import { takeDecisions } from './take-decisions';

export function reviewsHandlers({ session, desktop }: AppContext): HandlersOf<typeof reviewsContract> {
  const attachments = chosenAttachments(desktop);
  const list = async () => {
    const { file } = session;
    return { reviews: await statedReviews(file, listReviews(file)), lastChange: lastChange(file) };
  };
  return {
    list,
    chooseAttachment: async () => ({ path: await attachments.choose() }),
    save: async ({ reviews, keepsAttachment }) => {
      for (const { attachment } of reviews) attachments.refuseOthers(attachment);
      await takeDecisions(session.file, reviews, { keepsAttachment });
      return list();
    },
    saveForObjects: async ({ review, objects }) => {
      attachments.refuseOthers(review.attachment);
      await decideOnObjects(session.file, review, objects);
      return list();
    },
    withdraw: ({ keys, author }) => {
      withdrawReviews(session.file, keys, author);
      return list();
    },
    undo: ({ author }) => {
      undoReviewChange(session.file, author);
      return list();
    },
    history: ({ checkId }) => ({ changes: reviewHistory(session.file, checkId) }),
  };
}

function lastChange(file: EngagementFile) {
  const changes = lastReviewChange(file);
  const [latest] = changes ?? [];
  if (changes === undefined || latest === undefined) return null;
  const checkIds = [...new Set(changes.map(({ checkId }) => checkId))];
  const count = changes.reduce((sum, { before, after }) => sum + ((after ?? before)?.set?.count ?? 1), 0);
  return { at: latest.at, author: latest.author, count, checkIds };
}

import type { Attachment } from '../../../src-shared/model/attachment';
import { AppError } from '../../../src-shared/model/error';
import type { GivenReview, Review } from '../../../src-shared/model/review';
import type { EngagementFile } from '../../store/engagement-file';
import { listReviews, type ReviewKey, saveReviews } from '../../store/reviews';
import { latestJudgement } from '../../store/runs';
import { keepAttachment } from '../attachments/keep-attachment';
import { judgedNow } from './judged-now';

/**
 * Decides on all of these or on none. Without an attachment of its own a decision keeps the earlier one when told so.
 * @throws AppError `nothing-to-decide`, `attachment-unreadable`, `attachment-too-large`, and those of the store
 */
export async function takeDecisions(
  file: EngagementFile,
  given: readonly GivenReview[],
  { keepsAttachment }: { readonly keepsAttachment: boolean },
): Promise<void> {
  const decidedAt = new Date().toISOString();
  const runId = latestJudgement(file)?.runId;
  const known = new Map(listReviews(file).map((review) => [nameOf({ ...review, set: review.set?.number }), review]));
  const attached = await keepEach(file, given);
  const reviews = given.map(({ attachment: path, set, ...review }): Review => {
    const before = known.get(nameOf({ ...review, set }));
    const kept = keepsAttachment ? before?.attachment : undefined;
    const attachment = path === undefined ? kept : attached.get(path);
    if (set !== undefined) {
      if (before?.set === undefined) throw nothingToDecide(review.checkId);
      const { outcome, fingerprint } = before;
      return { ...review, ...(attachment && { attachment }), decidedAt, outcome, fingerprint, set: before.set };
    }
    const now = judgedNow(file, review, runId);
    if (now === undefined) throw nothingToDecide(review.objectId ?? review.checkId);
    const { outcome, fingerprint, name } = now;
    const objectName = name === undefined ? {} : { objectName: name };
    return { ...review, ...(attachment && { attachment }), decidedAt, outcome, fingerprint, ...objectName };
  });
  saveReviews(file, reviews);
}

const nameOf = ({ checkId, objectId = '', set = 0 }: ReviewKey): string => `${checkId} ${set} ${objectId}`;

/** A file for many decisions is read once. */
async function keepEach(file: EngagementFile, given: readonly GivenReview[]): Promise<Map<string, Attachment>> {
  const paths = new Set(given.flatMap(({ attachment }) => (attachment === undefined ? [] : [attachment])));
  const kept = new Map<string, Attachment>();
  for (const path of paths) kept.set(path, await keepAttachment(file, path));
  return kept;
}

const nothingToDecide = (about: string): AppError =>
  new AppError(
    'nothing-to-decide',
    `The latest run says nothing of ${about}; no decision was stored.`,
    'Look at the findings of the latest run and decide there.',
  );

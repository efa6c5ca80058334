import type { ChosenObjects } from '../../../src-shared/ipc/reviews';
import { AppError } from '../../../src-shared/model/error';
import { outcomeRank } from '../../../src-shared/model/outcome';
import { type GivenReview, namesOfSet } from '../../../src-shared/model/review';
import type { EngagementFile } from '../../store/engagement-file';
import { type OpenObject, openObjects } from '../../store/every-finding-object';
import { beginSet } from '../../store/review-sets';
import { listReviews, takeSet } from '../../store/reviews';
import { latestJudgement } from '../../store/runs';
import { keepAttachment } from '../attachments/keep-attachment';

/**
 * One decision on many objects of a finding: all that match, all but some, or those named. Objects on which nothing is open are passed over.
 * @throws AppError `nothing-to-decide`, `attachment-unreadable`, `attachment-too-large`, and those of the store
 */
export async function decideOnObjects(
  file: EngagementFile,
  { attachment: path, ...given }: GivenReview,
  chosen: ChosenObjects,
): Promise<void> {
  const objects = await readChosen(file, given.checkId, chosen);
  const [first] = objects;
  if (first === undefined) throw nothingChosen(given.checkId);
  const attachment = path === undefined ? {} : { attachment: await keepAttachment(file, path) };
  const number = await beginSet(file, given.checkId, objects);
  const ids = new Set(objects.map(({ id }) => id));
  takeSet(
    file,
    {
      ...given,
      ...attachment,
      set: { number, count: objects.length, names: objects.slice(0, namesOfSet).map(({ name }) => name) },
      decidedAt: new Date().toISOString(),
      outcome: objects.reduce((worst, each) => (outcomeRank(each.outcome) < outcomeRank(worst.outcome) ? each : worst))
        .outcome,
      fingerprint: '',
    },
    listReviews(file).flatMap(({ checkId, objectId }) =>
      checkId === given.checkId && objectId !== undefined && ids.has(objectId) ? [{ checkId, objectId }] : [],
    ),
  );
}

async function readChosen(
  file: EngagementFile,
  checkId: string,
  { search, outcomes, except, only }: ChosenObjects,
): Promise<readonly OpenObject[]> {
  const runId = latestJudgement(file)?.runId;
  if (runId === undefined) return [];
  const [left, wanted] = [new Set(except), only === undefined ? undefined : new Set(only)];
  const objects: OpenObject[] = [];
  for await (const portion of openObjects(file, runId, checkId, { search, outcomes }))
    for (const object of portion)
      if (!left.has(object.id) && (wanted === undefined || wanted.has(object.id))) objects.push(object);
  return objects;
}

const nothingChosen = (checkId: string): AppError =>
  new AppError(
    'nothing-to-decide',
    `The latest run has none of these objects open in ${checkId}; no decision was stored.`,
    'Choose objects that failed, have a warning or are not known.',
  );

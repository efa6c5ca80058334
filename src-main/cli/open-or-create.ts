import { stat } from 'node:fs/promises';
import { AppError } from '../../src-shared/model/error';
import type { Plan } from '../../src-shared/model/plan';
import { draftOfPlan } from '../features/library/new-draft';
import { saveDraft } from '../store/draft';
import { closeEngagement, createEngagement, type EngagementFile, openEngagement } from '../store/engagement-file';

/** The engagement file of a plan: made when it is not there, else brought up to the plan; earlier runs stay. */
export async function openOrCreate(path: string, passphrase: string, plan: Plan): Promise<EngagementFile> {
  const draft = draftOfPlan(plan);
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (!exists) return await createEngagement(path, passphrase, draft);
  const file = await openWritable(path, passphrase);
  saveDraft(file, draft);
  return file;
}

/** Opens for writing; throws an {@link AppError} that names the holder when another process has the file. */
export async function openWritable(path: string, passphrase: string): Promise<EngagementFile> {
  const file = await openEngagement(path, passphrase);
  if (!file.readOnly) return file;
  closeEngagement(file);
  throw new AppError(
    'engagement-read-only',
    file.readOnlyReason ?? 'The engagement can only be read.',
    'Close it there, or make the file writable, then try again.',
  );
}

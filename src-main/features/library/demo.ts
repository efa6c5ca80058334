import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoName } from '../../../src-shared/model/demo';
import { AppError } from '../../../src-shared/model/error';
import { readPlan } from '../../cli/read-plan';
import { readDraft, saveDraft } from '../../store/draft';
import { closeEngagement, createEngagement, type EngagementFile, openEngagement } from '../../store/engagement-file';
import { takePlannedAnswers } from '../interview/take-answer';
import { draftOfPlan } from './new-draft';

const demoPassphrase = 'demo';

const ownPassphrase = (): AppError =>
  new AppError(
    'demo-locked',
    'The demo does not open with its usual passphrase: it was changed, or the file is damaged.',
    'Open it from the library with the passphrase it has now, or delete it there and try the demo again.',
  );

/**
 * Makes a demo engagement in the storage folder, or opens the one that is there. Its input ships with the app; when the app moved, the paths follow.
 * @throws AppError of the store
 */
export async function openDemo(storageFolder: string, demoFolder: string, name: DemoName): Promise<EngagementFile> {
  const path = join(storageFolder, `${name.charAt(0).toUpperCase()}${name.slice(1)} (demo).preflight`);
  const plan = await readPlan(join(demoFolder, name, 'plan.json'));
  const draft = draftOfPlan(plan);
  if (!existsSync(path)) {
    const created = await createEngagement(path, demoPassphrase, draft);
    try {
      await takePlannedAnswers(created, plan.interview);
    } catch (error) {
      closeEngagement(created);
      throw error;
    }
    return created;
  }
  const file = await openEngagement(path, demoPassphrase).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'wrong-passphrase' ? ownPassphrase() : error;
  });
  const known = readDraft(file);
  const isMoved = known.imports.some((entry) => !existsSync(entry.path));
  if (isMoved && !file.readOnly) saveDraft(file, { ...known, imports: draft.imports, live: draft.live });
  return file;
}

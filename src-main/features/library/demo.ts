import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPlan } from '../../cli/read-plan';
import { readDraft, saveDraft } from '../../store/draft';
import { createEngagement, type EngagementFile, openEngagement } from '../../store/engagement-file';
import { draftOfPlan } from './new-draft';

const demoPassphrase = 'demo';
const demoName = 'Contoso (demo).preflight';

/**
 * Makes the demo engagement in the storage folder, or opens the one that is there. Its input ships with the app; when the app moved, the paths follow.
 * @throws AppError of the store
 */
export async function openDemo(storageFolder: string, demoFolder: string): Promise<EngagementFile> {
  const path = join(storageFolder, demoName);
  const draft = draftOfPlan(await readPlan(join(demoFolder, 'plan.json')));
  if (!existsSync(path)) return await createEngagement(path, demoPassphrase, draft);
  const file = await openEngagement(path, demoPassphrase);
  const known = readDraft(file);
  const isMoved = known.imports.some((entry) => !existsSync(entry.path));
  if (isMoved && !file.readOnly) saveDraft(file, { ...known, imports: draft.imports, live: draft.live });
  return file;
}

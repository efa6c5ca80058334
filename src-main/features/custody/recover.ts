import { basename, dirname } from 'node:path';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { readDraft } from '../../store/draft';
import { closeEngagement, openEngagement } from '../../store/engagement-file';
import { recoverEngagement } from '../../store/recover-engagement';
import { storeErrors } from '../../store/store-errors';
import type { OnProgress } from '../../store/whole-file/whole-file-work';
import type { AppContext } from '../app-context';
import { freeEngagementPath } from '../library/engagement-name';
import { emptyDraft } from '../library/new-draft';
import { describeSalvage } from './describe-salvage';

/**
 * Saves what can be read of a damaged engagement into a new one beside it, which is on the list afterwards.
 * @throws AppError `open-elsewhere` and those of `recoverEngagement`
 */
export async function recover(
  { session, unlocked, library, wholeFile }: AppContext,
  { path, customer }: LibraryEntry,
  passphrase: string,
  going: { readonly signal: AbortSignal; readonly onProgress: OnProgress },
): Promise<{ readonly path: string; readonly name: string; readonly sentences: string[] }> {
  if (session.path === path) throw storeErrors.openElsewhere(path, 'It is open in this window.');
  unlocked.lock(path);
  const target = freeEngagementPath(dirname(path), `${customer} (recovered)`, new Date());
  const draft = emptyDraft({ customer, title: '', consultant: '', classification: 'Confidential' });
  const salvage = await recoverEngagement({ path, passphrase, target, draft }, { work: wholeFile, ...going });
  const saved = await openEngagement(target, passphrase);
  library.opened(target, readDraft(saved).details.customer);
  closeEngagement(saved);
  return { path: target, name: basename(target).replace(/\.preflight$/iu, ''), sentences: describeSalvage(salvage) };
}

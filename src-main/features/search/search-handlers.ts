import { resolve } from 'node:path';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import { hitsShown, type SearchHit, type searchContract } from '../../../src-shared/ipc/search';
import { AppError } from '../../../src-shared/model/error';
import { readDraft } from '../../store/draft';
import type { AppContext } from '../app-context';
import { showEngagement } from '../library/show-engagement';
import { searchEngagement, searchWords } from './search-engagement';

export function searchHandlers(context: AppContext): HandlersOf<typeof searchContract> {
  const { session, library, unlocked } = context;
  return {
    unlocked: () => ({ paths: unlocked.files.map((file) => file.path) }),
    unlock: async ({ path, passphrase }) => {
      if (!library.knows(path)) throw notListed();
      if (session.path !== resolve(path)) {
        unlocked.lock(path); // its own lock would make it read-only
        await unlocked.unlock(path, passphrase);
        const file = unlocked.files.find((each) => each.path === resolve(path));
        if (file !== undefined) library.opened(file.path, readDraft(file).details.customer);
      }
      return {};
    },
    lock: ({ path }) => {
      unlocked.lock(path);
      return {};
    },
    find: async ({ text }, { signal, progress }) => {
      const words = searchWords(text);
      const files = [...(session.path === undefined ? [] : [session.file]), ...unlocked.files];
      const hits: SearchHit[] = [];
      let isCut = false;
      for (const [done, file] of files.entries()) {
        if (signal.aborted || words.length === 0) break;
        progress({ done, total: files.length });
        const found = file.database.open ? await searchEngagement(file, words, signal) : [];
        isCut ||= found.length > hitsShown;
        hits.push(...found.slice(0, hitsShown));
      }
      return { hits, engagements: files.length, isCut };
    },
    open: async ({ path }) => {
      const file = unlocked.take(path);
      if (file === undefined) throw notUnlocked();
      return await showEngagement(context, file);
    },
  };
}

const notListed = (): AppError =>
  new AppError(
    'not-in-library',
    'This engagement is not in the library. It was not opened.',
    'Open it first with “Open file”.',
  );

const notUnlocked = (): AppError =>
  new AppError('not-unlocked', 'This engagement is locked.', 'Unlock it again, or open it from the library.');

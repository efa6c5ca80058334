import type { HandlersOf } from '../../../src-shared/ipc/define';
import { hitsShown, type SearchHit, type searchContract } from '../../../src-shared/ipc/search';
import { AppError } from '../../../src-shared/model/error';
import type { AppContext } from '../app-context';
import { knownPath } from '../library/known-path';
import { showEngagement } from '../library/show-engagement';
import { searchEngagement, searchWords } from './search-engagement';

export function searchHandlers(context: AppContext): HandlersOf<typeof searchContract> {
  const { session, unlocked } = context;
  return {
    unlocked: () => ({ paths: unlocked.files.map((file) => file.path) }),
    unlock: async ({ path, passphrase }) => {
      const file = knownPath(context, path);
      if (session.path === file) return {};
      unlocked.lock(file); // its own lock would make it read-only
      await unlocked.unlock(file, passphrase);
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

const notUnlocked = (): AppError =>
  new AppError('not-unlocked', 'This engagement is locked.', 'Unlock it again, or open it from the library.');

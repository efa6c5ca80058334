import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { libraryContract } from '../../../src-shared/ipc/library';
import { AppError } from '../../../src-shared/model/error';
import { readDraft, saveDraft } from '../../store/draft';
import { createEngagement, openEngagement } from '../../store/engagement-file';
import { toStoreError } from '../../store/store-errors';
import type { AppContext } from '../app-context';
import { openDemo } from './demo';
import { duplicateEngagement } from './duplicate-engagement';
import { freeEngagementPath } from './engagement-name';
import { knownPath } from './known-path';
import { emptyDraft } from './new-draft';
import { refreshShown, showEngagement } from './show-engagement';
import { storageFolderOf } from './storage-folder';

export function libraryHandlers(context: AppContext): HandlersOf<typeof libraryContract> {
  const { session, library, desktop, unlocked } = context;

  return {
    list: () => ({ entries: library.list() }),
    create: async ({ details, passphrase }) => {
      const storageFolder = storageFolderOf(context);
      makeFolder(storageFolder);
      const path = freeEngagementPath(storageFolder, details.customer, new Date());
      return await showEngagement(context, await createEngagement(path, passphrase, emptyDraft(details)));
    },
    open: async ({ path, passphrase }) => {
      const file = knownPath(context, path);
      if (session.path === file) await session.close(); // its own lock would make it read-only
      unlocked.lock(file);
      try {
        return await showEngagement(context, await openEngagement(file, passphrase));
      } catch (error) {
        noteProblem(context, file, error);
        throw error;
      }
    },
    chooseFile: async () => {
      const path = await desktop.chooseEngagement(storageFolderOf(context));
      if (path !== undefined) library.chosen(path);
      return { path: path ?? null };
    },
    openDemo: async ({ name }) => {
      const storageFolder = storageFolderOf(context);
      makeFolder(storageFolder);
      await session.close();
      unlocked.lockAll(); // the demo may be among them
      return await showEngagement(context, await openDemo(storageFolder, context.demoFolder, name));
    },
    forget: ({ path }) => {
      unlocked.lock(path);
      library.forget(path);
      return {};
    },
    setArchived: ({ path, archived }) => {
      library.setArchived(path, archived);
      return {};
    },
    duplicate: async () => {
      const path = await duplicateEngagement(session.file, new Date());
      library.opened(path, readDraft(session.file).details.customer);
      return { path, name: basename(path).replace(/\.preflight$/iu, '') };
    },
    current: () => ({ engagement: session.summary() ?? null }),
    close: async () => {
      await session.close();
      desktop.showTitle(undefined);
      return {};
    },
    saveDraft: ({ draft }) => {
      saveDraft(session.file, draft);
      return refreshShown(context, session.file);
    },
  };
}

function noteProblem({ library }: AppContext, path: string, error: unknown): void {
  if (!(error instanceof AppError)) return;
  if (error.code === 'damaged' || error.code === 'not-an-engagement') library.failed(path, 'damaged');
  if (error.code === 'newer-version') library.failed(path, 'newer');
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw toStoreError(error, folder);
  }
}

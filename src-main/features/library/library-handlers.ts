import { mkdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { libraryContract } from '../../../src-shared/ipc/library';
import type { EngagementSummary } from '../../../src-shared/model/engagement';
import { AppError } from '../../../src-shared/model/error';
import { readDraft, saveDraft } from '../../store/draft';
import { createEngagement, type EngagementFile, openEngagement } from '../../store/engagement-file';
import { toStoreError } from '../../store/store-errors';
import type { AppContext } from '../app-context';
import { summaryOf } from '../session';
import { openDemo } from './demo';
import { duplicateEngagement } from './duplicate-engagement';
import { freeEngagementPath } from './engagement-name';
import { emptyDraft } from './new-draft';

export function libraryHandlers(context: AppContext): HandlersOf<typeof libraryContract> {
  const { session, library, desktop, storageFolder } = context;

  const show = async (file: EngagementFile): Promise<EngagementSummary> => {
    await session.use(file);
    return refresh(context, file);
  };

  return {
    list: () => ({ entries: library.list() }),
    create: async ({ details, passphrase }) => {
      makeFolder(storageFolder);
      const path = freeEngagementPath(storageFolder, details.customer, new Date());
      return await show(await createEngagement(path, passphrase, emptyDraft(details)));
    },
    open: async ({ path, passphrase }) => {
      const file = resolve(path);
      if (session.path === file) await session.close(); // its own lock would make it read-only
      try {
        return await show(await openEngagement(file, passphrase));
      } catch (error) {
        noteProblem(context, file, error);
        throw error;
      }
    },
    chooseFile: async () => ({ path: (await desktop.chooseEngagement(storageFolder)) ?? null }),
    openDemo: async ({ name }) => {
      makeFolder(storageFolder);
      await session.close();
      return await show(await openDemo(storageFolder, context.demoFolder, name));
    },
    forget: ({ path }) => {
      library.forget(path);
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
      return refresh(context, session.file);
    },
  };
}

/** Title bar and library follow what the engagement says. */
function refresh({ library, desktop }: AppContext, file: EngagementFile): EngagementSummary {
  const { customer } = readDraft(file).details;
  library.opened(file.path, customer);
  desktop.showTitle(customer);
  return summaryOf(file);
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

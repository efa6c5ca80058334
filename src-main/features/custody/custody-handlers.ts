import { resolve } from 'node:path';
import type { custodyContract } from '../../../src-shared/ipc/custody';
import type { HandlersOf, JobContext } from '../../../src-shared/ipc/define';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { AppError } from '../../../src-shared/model/error';
import {
  adoptNewPassphrase,
  assertPassphrase,
  copyWithPassphrase,
  prepareNewPassphrase,
} from '../../store/change-passphrase';
import { deleteEngagement } from '../../store/delete-engagement';
import type { EngagementFile } from '../../store/engagement-file';
import { copyStillFile, withStillFile } from '../../store/still-file';
import type { OnProgress, WorkProgress } from '../../store/whole-file/whole-file-work';
import type { AppContext } from '../app-context';
import { describeVerification } from './describe-verification';
import { recover } from './recover';
import { writeCopy } from './write-copy';

type Going = JobContext<WorkProgress>;

export function custodyHandlers(context: AppContext): HandlersOf<typeof custodyContract> {
  const { session, wholeFile } = context;

  /** On the open engagement, while nothing else works on it; what is only open for reading is refused by the store. */
  const alone = <T>(
    { signal, progress }: Going,
    work: (
      file: EngagementFile,
      going: { readonly signal: AbortSignal; readonly onProgress: OnProgress },
    ) => Promise<T>,
  ): Promise<T> => session.runAlone(signal, (file, aborted) => work(file, { signal: aborted, onProgress: progress }));

  return {
    changePassphrase: async ({ present, next }, job) => {
      const prepared = await alone(job, async (file, going) => {
        await assertPassphrase(file, present);
        return { file, copy: await prepareNewPassphrase(file, next, { work: wholeFile, ...going }) };
      });
      job.progress({ phase: 'Putting the new file in its place', done: 0, total: 0 });
      const done = await session.exchange(prepared.file, (file) =>
        adoptNewPassphrase(file, prepared.copy, { present, next }),
      );
      if (done.failure !== undefined) throw done.failure;
      return { removedBackups: done.removedBackups };
    },
    handOver: async ({ passphrase, leaveOutInputs }, job) => {
      const copied = await alone(job, (file, going) =>
        writeCopy(context, file, {
          suffix: 'hand-over',
          title: 'Save the file to hand over',
          write: (path) =>
            copyWithPassphrase(file, { path, passphrase, leaveOutInputs }, { work: wholeFile, ...going }),
        }),
      );
      return { path: copied?.path ?? null, sizeBytes: copied?.sizeBytes ?? null, leftOut: copied?.result.leftOut ?? 0 };
    },
    backUp: async (_, job) => {
      const copied = await alone(job, (file, { signal, onProgress }) =>
        writeCopy(context, file, {
          suffix: `backup ${new Date().toISOString().slice(0, 10)}`,
          title: 'Save the backup',
          write: (path) =>
            copyStillFile(file, path, {
              signal,
              onProgress: (done, total) => onProgress({ phase: 'Copying', done, total }),
            }),
        }),
      );
      return { path: copied?.path ?? null, sizeBytes: copied?.sizeBytes ?? null };
    },
    check: async (_, job) =>
      await alone(job, (file, going) =>
        withStillFile(file, async () =>
          describeVerification(await wholeFile('verify', { path: file.path, fileKey: file.fileKey }, going)),
        ),
      ),
    recover: async ({ path, passphrase }, { signal, progress }) =>
      await recover(context, entryAt(context, path), passphrase, { signal, onProgress: progress }),
    delete: async ({ path, customer }) => ({ files: await deleteForGood(context, entryAt(context, path), customer) }),
  };
}

function entryAt({ library }: AppContext, path: string): LibraryEntry {
  const entry = library.list().find((each) => each.path === resolve(path));
  if (entry === undefined) throw notListed();
  return entry;
}

async function deleteForGood(context: AppContext, entry: LibraryEntry, typed: string): Promise<number> {
  const { session, library, unlocked, desktop } = context;
  if (typed.trim() !== entry.customer.trim()) throw otherCustomer(entry.customer);
  if (session.path === entry.path) {
    await session.close();
    desktop.showTitle(undefined);
  }
  unlocked.lock(entry.path);
  const files = await deleteEngagement(entry.path);
  library.forget(entry.path);
  return files;
}

const notListed = (): AppError =>
  new AppError(
    'not-in-library',
    'This engagement is not in the library. Nothing was changed.',
    'Open it first with “Open file”.',
  );

const otherCustomer = (customer: string): AppError =>
  new AppError(
    'other-customer',
    'What was typed is not the name of the customer. Nothing was deleted.',
    `Type it exactly as it is shown: ${customer}`,
  );

import type { EngagementFile } from './access';
import type { FileKey } from './cipher';
import { connect } from './connection';
import { readCreatedAt } from './draft';
import { closeEngagement } from './engagement-file';
import { toStoreError } from './store-errors';

/** What another thread needs to read an engagement that is open in this one; can be sent to it. */
export interface ReadableFile {
  readonly path: string;
  readonly fileKey: FileKey;
}

export const readableFile = ({ path, fileKey }: EngagementFile): ReadableFile => ({ path, fileKey });

/**
 * A second connection to an engagement that stays open elsewhere, for reading: no lock, no migration, no recovery. `closeEngagement` closes it.
 * @throws AppError of the store
 */
export function openBeside({ path, fileKey: { key, salt } }: ReadableFile): EngagementFile {
  try {
    const own = { key: key.slice(), salt };
    const database = connect(path, { ...own, readOnly: true });
    return {
      ...{ path, database, fileKey: own, readOnly: true, readOnlyReason: undefined },
      createdAt: readCreatedAt(database),
      releaseLock: () => undefined,
    };
  } catch (error) {
    throw toStoreError(error, path);
  }
}

/** Reads from an engagement that is open elsewhere. @throws AppError of the store, and what the reading throws */
export async function readBeside<T>(readable: ReadableFile, read: (file: EngagementFile) => Promise<T>): Promise<T> {
  const file = openBeside(readable);
  try {
    return await read(file);
  } finally {
    closeEngagement(file);
  }
}

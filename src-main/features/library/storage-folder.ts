import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { storeErrors } from '../../store/store-errors';
import type { AppContext } from '../app-context';

/** Where new engagements go: the folder of the settings, else the usual one. */
export const storageFolderOf = ({ settings, storageFolder }: Pick<AppContext, 'settings' | 'storageFolder'>): string =>
  settings.read().storageFolder ?? storageFolder;

/** @throws AppError `folder-missing`, `folder-read-only` */
export function assertWritableFolder(folder: string): void {
  const inside = join(folder, 'engagement');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw storeErrors.folderMissing(inside);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw storeErrors.folderReadOnly(inside);
  }
}

import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../lab/build/cache-folder';

/** Removes what earlier versions of a loader left in the cache, drafts included. */
export async function removeCacheFolders(prefix: string): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  const names = await readdir(cacheFolder());
  for (const name of names.filter((one) => one.startsWith(prefix)))
    await rm(path.join(cacheFolder(), name), { recursive: true });
}

import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Puts a finished file in the place of another at once: after a power cut there is the one or the other, whole. Throws file system errors. */
export async function replaceFile(finished: string, target: string): Promise<void> {
  await rename(finished, target);
  if (process.platform === 'win32') return; // NTFS logs the renaming, and a folder cannot be opened there
  const folder = await open(dirname(target), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

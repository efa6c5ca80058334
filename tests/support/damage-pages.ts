import { closeSync, openSync, writeSync } from 'node:fs';

/** Changes a few bytes on pages of an engagement file, counted from 1, as a failing disk does. */
export function damagePages(path: string, ...pages: readonly number[]): void {
  const file = openSync(path, 'r+');
  for (const page of pages) writeSync(file, Buffer.from([0xff, 0x00, 0xff, 0x00]), 0, 4, (page - 1) * 4096 + 100);
  closeSync(file);
}

import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What the app may have put beside an engagement: logs of SQLite, backups before a change of the schema, copies that were not finished. */
const beside =
  /^(?:-wal|-shm|-journal|\.v\d+\.backup|\.new|\.new-(?:wal|shm|journal)|\.damaged|\.damaged-(?:wal|shm|journal))$/u;
const backup = /^\.v\d+\.backup$/u;

async function suffixesBeside(path: string): Promise<string[]> {
  const name = basename(path);
  const names = await readdir(dirname(path));
  return names.filter((each) => each.startsWith(name)).map((each) => each.slice(name.length));
}

/** The file and everything that holds a part of it, without the lock. Throws file system errors. */
export async function filesOfEngagement(path: string): Promise<string[]> {
  const suffixes = await suffixesBeside(path);
  return suffixes.filter((suffix) => suffix === '' || beside.test(suffix)).map((suffix) => path + suffix);
}

/** Backups that were made before the schema was changed; they have the passphrase of that time. Throws file system errors. */
export async function backupsOf(path: string): Promise<string[]> {
  const suffixes = await suffixesBeside(path);
  return suffixes.filter((suffix) => backup.test(suffix)).map((suffix) => join(path + suffix));
}

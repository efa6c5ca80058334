import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../lab/build/cache-folder';
import { smbConfFile } from '../lab/build/domain/smb-conf';
import { goldFolder } from '../lab/build/gold';
import { runCommand } from '../lab/build/run-command';
import type { Lab } from '../lab/lab';

export const manyUsers = { count: 20_000, suffix: 'contoso.com' } as const;

const loader = path.join(import.meta.dirname, 'clone-users.py');

/**
 * Gives the running lab 20,000 more users. Loading takes some ten seconds; the loaded directory is kept beside the ready-made lab it was made from, and
 * copied the next time. `lab.reset` undoes it.
 */
export async function addManyUsers(lab: Lab): Promise<void> {
  const running = path.join(lab.folder, 'dc1');
  const loaded = await loadedFolder();
  await lab.stopDc();
  if (await exists(loaded)) {
    await rm(running, { recursive: true });
    await copyFolder(loaded, running);
  } else {
    const container = `OU=Many,${lab.dc.baseDn}`;
    await runCommand('/usr/bin/python3', [
      loader,
      smbConfFile(running),
      container,
      manyUsers.suffix,
      String(manyUsers.count),
    ]);
    await runCommand('find', [cacheFolder(), '-maxdepth', '1', '-name', 'bench-*', '-exec', 'rm', '-r', '{}', '+']);
    await copyFolder(running, `${loaded}.draft`);
    await rename(`${loaded}.draft`, loaded);
  }
  await lab.startDc();
}

/** Named after all that shapes it: the ready-made lab of its day, and the loader. */
async function loadedFolder(): Promise<string> {
  const gold = await goldFolder();
  const hash = createHash('sha256').update(gold);
  for (const file of [path.join(gold, 'built.json'), loader]) hash.update(await readFile(file));
  hash.update(JSON.stringify(manyUsers));
  return path.join(cacheFolder(), `bench-${hash.digest('hex').slice(0, 12)}`);
}

/** `cp` keeps the extended attributes with SYSVOL's access control lists. */
const copyFolder = async (from: string, to: string): Promise<unknown> => runCommand('cp', ['-a', from, to]);

const exists = (folder: string): Promise<boolean> =>
  readFile(path.join(folder, 'etc', 'smb.conf')).then(
    () => true,
    () => false,
  );

import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../../lab/build/cache-folder';
import { firstController } from '../../lab/build/domain/controllers';
import { writeSmbConf } from '../../lab/build/domain/provision';
import { smbConfFile, sysvolRootFolder } from '../../lab/build/domain/smb-conf';
import { ensureGold, goldFolder } from '../../lab/build/gold';
import { runCommand } from '../../lab/build/run-command';
import { domain } from '../../lab/facts';
import type { Lab } from '../../lab/lab';
import { removeCacheFolders } from '../remove-cache-folders';

export const manyAccounts = { users: 100_000, computers: 50_000, suffix: 'contoso.com' } as const;

const folderPrefix = 'bench-samba-';
const loader = path.join(import.meta.dirname, 'clone-accounts.py');

/**
 * A folder of the lab's first domain controller with 100,000 more users and 50,000 more computers. Loading takes some two minutes; the folder is kept beside the
 * ready-made lab it was made from.
 */
export async function manyAccountsFolder(say: (line: string) => void): Promise<string> {
  await ensureGold(say);
  const loaded = await loadedFolder();
  if (await exists(loaded)) return loaded;
  const { users, computers, suffix } = manyAccounts;
  say(`loading ${users + computers} accounts into Samba (some two minutes, once)`);
  await removeCacheFolders(folderPrefix);
  const draft = `${loaded}.draft`;
  await copyFolder(path.join(await goldFolder(), firstController.folder), draft);
  await writeSmbConf(draft, sysvolRootFolder(draft), firstController);
  const container = `OU=Many,${domain.baseDn}`;
  const counts = [String(users), String(computers)];
  await runCommand('/usr/bin/python3', [loader, smbConfFile(draft), container, suffix, ...counts]);
  await rename(draft, loaded);
  return loaded;
}

/** Has the first domain controller of the running lab serve the folder; `lab.reset` undoes it. */
export async function serveManyAccounts(lab: Lab, loaded: string): Promise<void> {
  const running = path.join(lab.folder, firstController.folder);
  await lab.stopDc();
  await rm(running, { recursive: true });
  await copyFolder(loaded, running);
  await lab.startDc();
}

/** Named after all that shapes it: the ready-made lab of its day, and the loader. */
async function loadedFolder(): Promise<string> {
  const gold = await goldFolder();
  const hash = createHash('sha256').update(gold);
  for (const file of [path.join(gold, 'built.json'), loader]) hash.update(await readFile(file));
  hash.update(JSON.stringify(manyAccounts));
  return path.join(cacheFolder(), `${folderPrefix}${hash.digest('hex').slice(0, 12)}`);
}

/** `cp` keeps the extended attributes with SYSVOL's access control lists. */
const copyFolder = async (from: string, to: string): Promise<unknown> => runCommand('cp', ['-a', from, to]);

const exists = (folder: string): Promise<boolean> =>
  readFile(path.join(folder, 'etc', 'smb.conf')).then(
    () => true,
    () => false,
  );

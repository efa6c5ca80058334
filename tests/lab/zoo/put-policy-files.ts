import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Lab } from '../lab';
import type { Variant } from './variant';

export type PolicyFiles = NonNullable<Variant['files']>;

/** Writes files below `Policies` in SYSVOL, and gives those that take it back. */
export async function putPolicyFiles(lab: Lab, files: PolicyFiles): Promise<PolicyFiles> {
  const before: Record<string, Uint8Array | undefined> = {};
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(lab.sysvolPath, 'Policies', name);
    before[name] = await readFile(file).catch(() => undefined);
    await mkdir(path.dirname(file), { recursive: true });
    if (content === undefined) await removeFile(file);
    else await writeFile(file, content);
  }
  return before;
}

/** Folders that are empty then go too, as far as they do. */
async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true });
  for (let folder = path.dirname(file); !folder.endsWith('Policies'); folder = path.dirname(folder)) {
    const isRemoved = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!isRemoved) return;
  }
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../../src-shared/model/error';
import { isDsregcmd } from '../../evidence/dsregcmd';

/**
 * Hands the text on as a file of that name, which is gone when `use` has ended: what is kept of it is in the engagement, encrypted.
 * @throws AppError `not-dsregcmd`
 */
export async function withPastedFile<T>(name: string, text: string, use: (path: string) => Promise<T>): Promise<T> {
  if (!isDsregcmd(text)) throw notDsregcmd();
  const folder = await mkdtemp(join(tmpdir(), 'hello-preflight-pasted-'));
  try {
    const path = join(folder, `${name}.txt`);
    await writeFile(path, text, { encoding: 'utf8', mode: 0o600 });
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const notDsregcmd = (): AppError =>
  new AppError(
    'not-dsregcmd',
    'The text has none of the sections that dsregcmd /status prints. Nothing was imported.',
    'Copy the whole output, from the first line of plus and minus signs to the last, and paste it again.',
  );

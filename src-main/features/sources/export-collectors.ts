import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../src-shared/model/error';

/** Text of the collectors by path; part of the program, so that what is exported is what was tested. */
const scripts = import.meta.glob<string>('../../../assets/collectors/*.ps1', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/**
 * Writes the collectors, one script a role, into a folder, which is made when it is not there; returns their paths, sorted. Scripts of the same name are
 * replaced. Throws an {@link AppError} `not-written` when the folder cannot be written to.
 */
export async function exportCollectors(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    const paths: string[] = [];
    for (const [source, text] of Object.entries(scripts).sort(([a], [b]) => a.localeCompare(b, 'en'))) {
      const path = join(folder, basename(source));
      await writeFile(path, text.replaceAll(/\r?\n/gu, '\r\n'), 'utf8');
      paths.push(path);
    }
    return paths;
  } catch (error) {
    throw new AppError(
      'not-written',
      `The collectors could not be written to ${folder}: ${error instanceof Error ? error.message : String(error)}.`,
      'Choose a folder you may write to.',
    );
  }
}

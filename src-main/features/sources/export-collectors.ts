import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type CollectorRole, collectorRoles, scriptOf } from '../../../src-shared/collectors/collector-roles';
import { AppError } from '../../../src-shared/model/error';
import { coverNoteName } from './cover-note';

/** Text of the collectors by path; part of the program, so that what is exported is what was tested. */
const scripts = import.meta.glob<string>('../../../assets/collectors/*.ps1', {
  eager: true,
  query: '?raw',
  import: 'default',
});

interface ExportOptions {
  /** Scripts of these roles; all when absent. */
  readonly roles?: readonly CollectorRole[];
  /** Text of the cover note; none is written when absent. */
  readonly note?: string;
}

/**
 * Writes the collectors, one script a role, into a folder, which is made when it is not there; returns their paths, sorted. Scripts of the same name are
 * replaced. The cover note lies beside them. Throws an {@link AppError} `not-written` when the folder cannot be written to.
 */
export async function exportCollectors(
  folder: string,
  { roles = collectorRoles, note }: ExportOptions = {},
): Promise<readonly string[]> {
  const wanted = new Set(roles.map(scriptOf));
  try {
    await mkdir(folder, { recursive: true });
    const paths: string[] = [];
    for (const [source, text] of Object.entries(scripts).sort(([a], [b]) => a.localeCompare(b, 'en'))) {
      if (!wanted.has(basename(source))) continue;
      const path = join(folder, basename(source));
      await writeFile(path, text.replaceAll(/\r?\n/gu, '\r\n'), 'utf8');
      paths.push(path);
    }
    if (note !== undefined) await writeFile(join(folder, coverNoteName), `\ufeff${note}`, 'utf8'); // without the mark older editors take it for another encoding
    return paths;
  } catch (error) {
    throw new AppError(
      'not-written',
      `The collectors could not be written to ${folder}: ${error instanceof Error ? error.message : String(error)}.`,
      'Choose a folder you may write to.',
    );
  }
}

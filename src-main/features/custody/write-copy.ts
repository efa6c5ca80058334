import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../../src-shared/model/error';
import type { EngagementFile } from '../../store/engagement-file';
import { replaceFile } from '../../store/replace-file';
import { toStoreError } from '../../store/store-errors';
import type { AppContext } from '../app-context';

interface Copied<T> {
  readonly path: string;
  readonly sizeBytes: number;
  readonly result: T;
}

/**
 * Asks where a copy of the open engagement goes and lets `write` make it beside that place; only a finished copy gets the name.
 * @returns undefined when the dialog was cancelled
 * @throws AppError `library-file`; those of `write`
 */
export async function writeCopy<T>(
  { desktop, library }: AppContext,
  file: EngagementFile,
  copy: { readonly suffix: string; readonly title: string; readonly write: (path: string) => Promise<T> },
): Promise<Copied<T> | undefined> {
  const name = basename(file.path).replace(/\.preflight$/iu, '');
  const suggested = join(dirname(file.path), `${name} ${copy.suffix}.preflight`);
  const format = { name: 'Hello Preflight engagement', extension: 'preflight', title: copy.title };
  const chosen = await desktop.chooseSavePath(suggested, format);
  if (chosen === undefined) return undefined;
  const path = resolve(chosen);
  if (path === file.path || library.list().some((entry) => entry.path === path && entry.state !== 'missing'))
    throw inLibrary(path);
  const unfinished = `${path}.new`;
  const result = await copy.write(unfinished);
  try {
    await replaceFile(unfinished, path);
    return { path, sizeBytes: (await stat(path)).size, result };
  } catch (error) {
    throw toStoreError(error, path);
  }
}

const inLibrary = (path: string): AppError =>
  new AppError(
    'library-file',
    `${basename(path)} is an engagement of your library. It was not replaced.`,
    'Choose another name or folder for the copy.',
  );

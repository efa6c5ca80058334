import { resolve } from 'node:path';
import { AppError } from '../../../src-shared/model/error';
import type { AppContext } from '../app-context';

/**
 * The absolute path of an engagement that is on the list or was chosen in a system dialog: the page cannot have others touched.
 * @throws AppError `not-in-library`
 */
export function knownPath({ library }: Pick<AppContext, 'library'>, path: string): string {
  if (library.knows(path)) return resolve(path);
  throw new AppError(
    'not-in-library',
    'This engagement is not in the library. Nothing was done with it.',
    'Open it first with “Open file”.',
  );
}

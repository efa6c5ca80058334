import type { Excerpt } from '../../../src-shared/model/evidence/excerpt';
import type { ImportFile } from '../../engine/importer';
import type { CertutilOutput } from '../../evidence/certutil/outputs';

/** Id of the importer, in the provenance of every draft. */
export const certutil = 'certutil';

/** All that certutil shows is read; it passes over what the account may not read, so that what is not there may still exist. */
export const certutilExcerpt: Excerpt = { tool: 'certutil', lacks: {} };

/** One command's output with the file it stands in. */
export interface OutputOfFile {
  readonly file: ImportFile;
  readonly output: CertutilOutput;
}

/** `lines 12 to 340 of exports/ca01.txt` */
export const placeOf = ({ file, output }: OutputOfFile): string =>
  `lines ${output.firstLine} to ${output.lastLine} of ${file.path}`;

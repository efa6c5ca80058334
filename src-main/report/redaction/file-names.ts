import type { ReportDocument } from '../../../src-shared/report/report-document';
import { NameIndex } from './name-index';
import type { StandIns } from './stand-ins';

/** The files that evidence came from and that prove something, with and without their folders. */
export function fileNames(
  { evidence, reviews, interview }: Pick<ReportDocument, 'evidence' | 'reviews' | 'interview'>,
  standIns: StandIns,
): NameIndex {
  const files = new NameIndex();
  const add = (location: string): void => {
    const [name = ''] = /[^\\/]+$/u.exec(location) ?? [];
    files.add(location, standIns.file(location));
    if (name.length > 3) files.add(name, standIns.file(location));
  };
  for (const { source } of evidence) {
    if (source.way === 'import') add(source.location);
    if (source.archive !== undefined) add(source.archive.location);
  }
  for (const { review } of reviews) if (review.attachment !== undefined) add(review.attachment.name);
  for (const { attachment } of interview) if (attachment !== undefined) add(attachment.name);
  return files;
}

/** Replaces files wherever a sentence names them, with the folders before them: those are named after servers and people. */
export const replaceFiles = (text: string, files: NameIndex, put: (standIn: string) => string): string =>
  /\.[A-Za-z0-9]{1,8}\b/u.test(text)
    ? files.replace(text, (standIn) => `${mark}${put(standIn)}`).replace(foldersAndMark, '')
    : text;

/** Stands in front of a replaced file, so that the folders before it are found. */
const mark = '\u{F0002}';
const foldersAndMark = /(?:[^\s\\/:;,"'()]*[\\/])*\u{F0002}/gu;

import { ImageRun, Paragraph } from 'docx';
import { alternativeText } from '../../../src-shared/model/finding-note';
import type { ReportNote } from '../../../src-shared/report/report-note';
import { type Block, paragraph } from './blocks';

/** Pixels of the text's width at 96 to the inch. */
const widest = 600;
const highest = 720;

/** The note of a finding and its pictures with alternative text, shrunk to the page; `first` is the number of the first picture within the document. */
export function noteBlocks(found: ReportNote | undefined, first: number): readonly Block[] {
  if (found === undefined) return [];
  const { checkId, note, pictures } = found;
  return [
    ...(note === '' ? [] : [paragraph(note, 'Note of the consultant:')]),
    ...pictures.flatMap(({ mediaType, base64, caption, width, height }, index) => {
      const share = Math.min(1, widest / width, highest / height);
      const image = new ImageRun({
        type: mediaType === 'image/png' ? 'png' : 'jpg',
        data: Buffer.from(base64, 'base64'),
        transformation: { width: Math.round(width * share), height: Math.round(height * share) },
        altText: {
          id: String(first + index),
          name: `${checkId} ${index + 1}`,
          description: alternativeText({ checkId, caption }),
        },
      });
      return [new Paragraph({ children: [image] }), ...(caption === '' ? [] : [paragraph(caption)])];
    }),
  ];
}

import { ImageRun, Paragraph } from 'docx';
import { embeddedPicture } from '../../../src-shared/report/picture';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import type { Block } from './blocks';

/** In pixels of 1/96 inch. */
const room = { width: 250, height: 96 };

/** The logo of the consultancy above the title, as large as its room allows. */
export function logoBlocks({ branding }: Pick<ReportDocument, 'branding'>): readonly Block[] {
  const picture = branding?.logo === undefined ? undefined : embeddedPicture(branding.logo);
  if (picture === undefined) return [];
  const { type, width, height, bytes } = picture;
  const scale = Math.min(room.width / width, room.height / height, 1);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const name = branding?.company ?? '';
  const altText = {
    id: '1', // else a number that counts on from document to document
    name: 'Logo',
    title: 'Logo',
    description: name === '' ? 'Logo of the consultancy' : `Logo of ${name}`,
  };
  return [new Paragraph({ children: [new ImageRun({ type, data: bytes, transformation, altText })] })];
}

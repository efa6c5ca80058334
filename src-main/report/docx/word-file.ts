import { AlignmentType, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { fixZipTimes } from '../fixed-zip-times';
import { calendarDate } from '../html/dates';
import type { Paper } from '../report-options';
import type { Block } from './blocks';
import { coreProperties } from './core-properties';

/** In twentieths of a point. */
const pageSizes: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 11_906, height: 16_838 },
  Letter: { width: 12_240, height: 15_840 },
};
const margin = 1_247;
const ownAccent = '0F548C';

/** What head, foot and properties of a Word document are made of; its texts are safe to show. */
type WordFacts = Pick<ReportDocument, 'details' | 'product' | 'branding' | 'createdAt'>;

/** Blocks as a Word document with the styles, head and foot that all of ours have. The same blocks give the same bytes. */
export async function wordFile(
  facts: WordFacts,
  paper: Paper,
  title: string,
  children: readonly Block[],
): Promise<Uint8Array> {
  const { details, product, branding, createdAt } = facts;
  const accent = branding?.accent?.slice(1) ?? ownAccent;
  const word = new Document({
    styles: {
      default: {
        document: { run: { font: 'Segoe UI', size: 20 }, paragraph: { spacing: { after: 100 } } },
        heading1: { run: { size: 40, color: accent }, paragraph: { spacing: { after: 200 } } },
        heading2: { run: { size: 28, color: accent }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading3: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 280, after: 60 }, keepNext: true } },
      },
      paragraphStyles: [...styles],
    },
    numbering: { config: [steps] },
    sections: [
      {
        properties: {
          page: { size: pageSizes[paper], margin: { top: margin, bottom: margin, left: margin, right: margin } },
        },
        headers: { default: new Header({ children: [small(`${details.customer} · ${details.classification}`)] }) },
        footers: {
          default: new Footer({ children: [pageLine(`${product.name} · ${calendarDate(createdAt)}`)] }),
        },
        children: [...children],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(word, undefined, [coreProperties(facts, title)]));
  fixZipTimes(bytes, new Date(createdAt));
  return bytes;
}

const styles = [
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    run: { size: 17 },
    paragraph: { spacing: { after: 0 } },
  },
  {
    id: 'Command',
    name: 'Command',
    basedOn: 'Normal',
    run: { font: 'Consolas', size: 17 },
    paragraph: { indent: { left: 360 } },
  },
  { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 16, color: '616161' } },
] as const;

const steps = {
  reference: 'steps',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 420, hanging: 320 } } },
    },
  ],
};

const small = (text: string): Paragraph => new Paragraph({ style: 'Small', children: [new TextRun(text)] });

const pageLine = (text: string): Paragraph =>
  new Paragraph({
    style: 'Small',
    children: [new TextRun({ children: [`${text} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  });

import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { amount } from '../../../src-shared/text/quantity';

/** A part of the text, in reading order. */
export type Block = Paragraph | Table;

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export const heading = (level: 1 | 2 | 3, text: string): Paragraph =>
  new Paragraph({ heading: levels[level], children: [new TextRun(text)] });

/** A paragraph; line breaks of the text are kept. `label` stands before it in bold. */
export const paragraph = (text: string, label?: string): Paragraph =>
  new Paragraph({
    children: [...(label === undefined ? [] : [new TextRun({ text: `${label} `, bold: true })]), ...linesOf(text)],
  });

/** Says below a shortened list how many it leaves out; nothing of none. */
export const leftOut = (count: number): readonly Paragraph[] =>
  count > 0 ? [paragraph(`… and ${amount(count)} more, in the workbook and the JSON export.`)] : [];

export const numbered = (texts: readonly string[], instance: number): readonly Paragraph[] =>
  texts.map(
    (text) => new Paragraph({ numbering: { reference: 'steps', level: 0, instance }, children: linesOf(text) }),
  );

/** A command to copy, in the style `Command`. */
export const command = (text: string): Paragraph => new Paragraph({ style: 'Command', children: linesOf(text) });

/** `shares` are the widths of the columns in per cent; the head is repeated on every page and no row breaks. */
export const table = (
  titles: readonly string[],
  shares: readonly number[],
  rows: readonly (readonly string[])[],
): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: shares.map((share) => Math.round((share * textWidth) / 100)),
    borders: { left: noLine, right: noLine, insideVertical: noLine, top: line, bottom: line, insideHorizontal: line },
    rows: [row(titles, shares, true), ...rows.map((texts) => row(texts, shares, false))],
  });

/** Width of the text in twentieths of a point, A4 with margins of 2.2 cm. */
const textWidth = 9_410;
const line = { style: BorderStyle.SINGLE, size: 4, color: 'C8C8C8' } as const;
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

const row = (texts: readonly string[], shares: readonly number[], isHead: boolean): TableRow =>
  new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: texts.map(
      (text, index) =>
        new TableCell({
          width: { size: shares[index] ?? 10, type: WidthType.PERCENTAGE },
          margins: { top: 40, bottom: 40, left: 60, right: 60 },
          ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'E8EEF7', color: 'auto' } }),
          children: [new Paragraph({ style: 'TableText', children: linesOf(text, isHead) })],
        }),
    ),
  });

const linesOf = (text: string, bold = false): TextRun[] =>
  text.split('\n').map((part, index) => new TextRun({ text: part, bold, ...(index > 0 && { break: 1 }) }));

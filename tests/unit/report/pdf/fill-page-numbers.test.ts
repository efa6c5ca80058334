import { expect, test } from 'vitest';
import { fillPageNumbers } from '../../../../src-main/report/pdf/fill-page-numbers';
import { pageContent } from '../../../../src-main/report/pdf/page-content';
import { pagesOf } from '../../../../src-main/report/pdf/pages';
import { readPdf } from '../../../../src-main/report/pdf/read-pdf';
import { tidyStructure } from '../../../../src-main/report/pdf/tidy-structure';
import { writePdf } from '../../../../src-main/report/pdf/write-pdf';
import { packedText, plainPdf } from './plain-pdf';

const places = ['a', 'b', 'c'];

/** The digits of a room as Chromium writes them: digit 0 is glyph 13 of its font, in hexadecimal. */
const room = (piece: number, digits: string, font = '/F7'): string => {
  const shown = [...digits].map((digit) => `<00${(0x13 + Number(digit)).toString(16).toUpperCase()}> Tj\n`);
  return `BT\n/P <</MCID ${piece} >>BDC\n${font} 12.5 Tf\n1 0 0 -1 9 9 Tm\n${shown.join('7.5 0 Td ')}EMC\nET\n`;
};

/** Contents on the first page that lead to the last of `pages`; piece 0 stands before them and shows the same digits as their first room. */
function printed(rooms: readonly string[], pages: number): Uint8Array {
  const content = packedText(room(0, '0123') + rooms.join(''));
  const page = (number: number) => 100 + number;
  const objects = new Map<number, string>([
    [1, `<</Type /Catalog /Pages 2 0 R /Dests 3 0 R /StructTreeRoot 4 0 R>>`],
    [2, `<</Type /Pages /Kids [${Array.from({ length: pages }, (_, index) => `${page(index + 1)} 0 R`).join(' ')}]>>`],
    [3, `<<${places.map((place) => `/${place} [${page(pages)} 0 R /XYZ 0 0 0]`).join(' ')}>>`],
    [4, '<</Type /StructTreeRoot /K 5 0 R>>'],
    [5, '<</Type /StructElem /S /Document /P 4 0 R /K [10 0 R 11 0 R 12 0 R]>>'],
    [6, `<</Filter /FlateDecode /Length ${content.length}>> stream\n${content}\nendstream`],
    [page(1), '<</Type /Page /Contents 6 0 R /Annots [20 0 R 21 0 R 22 0 R]>>'],
  ]);
  places.forEach((place, index) => {
    const text = `<</Type /MCR /Pg ${page(1)} 0 R /MCID ${index + 1}>>`;
    objects.set(10 + index, `<</S /Link /P 5 0 R /K [${text} <</Type /OBJR /Obj ${20 + index} 0 R>>]>>`);
    objects.set(20 + index, `<</Type /Annot /Subtype /Link /Dest /${place}>>`);
  });
  for (let number = 2; number <= pages; number += 1) objects.set(page(number), '<</Type /Page>>');
  const last = Math.max(...objects.keys());
  return plainPdf(Array.from({ length: last }, (_, index) => objects.get(index + 1) ?? 'null'));
}

async function filled(pdf: Uint8Array): Promise<string> {
  const file = readPdf(pdf);
  tidyStructure(file);
  await fillPageNumbers(file, places);
  const [first] = pagesOf(file);
  expect(await writePdf(file)).toBeInstanceOf(Buffer);
  return first === undefined ? '' : (pageContent(file, first.page) ?? '');
}

/** Digits of each piece of content. */
const shown = (content: string): readonly string[] =>
  content
    .split('/MCID ')
    .slice(1)
    .map((piece) =>
      [...piece.matchAll(/<00(..)> Tj/gu)].map(([, glyph = '']) => Number.parseInt(glyph, 16) - 0x13).join(''),
    );

const rooms = [room(1, '0123'), room(2, '4567'), room(3, '8901')];

test.each([7, 42, 189, 1234])('the contents name page %d, whatever was printed before them', async (pages) => {
  const text = await filled(printed(rooms, pages));
  expect(shown(text)).toEqual(['0123', ...places.map(() => String(pages))]);
  expect(text.match(/7\.5 0 Td/gu)).toHaveLength(4 * 3);
});

test.each([
  ['more than one glyph at once', [room(1, '0123').replace('> Tj\n7.5 0 Td <', ''), ...rooms.slice(1)], 'other glyphs'],
  ['other digits than reserved', [room(1, '0122'), ...rooms.slice(1)], 'more than one meaning'],
  ['fewer rooms', rooms.slice(1), 'not printed as expected'],
  ['a font without some digits', [room(1, '0123', '/F9'), ...rooms.slice(1)], 'has no 9'],
])('a print with %s is refused', async (_, given, message) => {
  await expect(filled(printed(given, 99))).rejects.toThrow(message);
});

test('a place that nothing leads to is refused', async () => {
  const file = readPdf(printed(rooms, 9));
  tidyStructure(file);
  await expect(fillPageNumbers(file, ['elsewhere'])).rejects.toThrow('leads to elsewhere');
});

import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { finishPdf, type PdfAdditions } from '../../../../src-main/report/pdf/finish-pdf';
import { withArtifacts } from '../../../../src-main/report/pdf/mark-artifacts';
import { landingPages } from '../../../../src-main/report/pdf/pages';
import { textOf, textString } from '../../../../src-main/report/pdf/pdf-object';
import { readPdf } from '../../../../src-main/report/pdf/read-pdf';
import { plainPdf } from './plain-pdf';

const facts = {
  title: 'Café & <Söhne>',
  madeAt: new Date('2026-11-22T13:00:00Z'),
  madeWith: 'Hello Preflight 0.1.0',
  language: 'en',
};
const content =
  '0 0 9 9 re\nf\n/P <</MCID 0 >>BDC\nBT\n<0031> Tj\nET\nEMC\n/P <</MCID 1 >>BDC\nBT\n<0032> Tj\nET\nEMC\n';

/** Two pages: a list with a link on the first, to the second. */
const printed = (id: string, stream = deflateSync(content).toString('latin1')): Uint8Array =>
  plainPdf([
    '<</Type /Catalog /Pages 2 0 R /Dests 8 0 R /StructTreeRoot 9 0 R>>',
    '<</Type /Pages /Count 2 /Kids [3 0 R 4 0 R]>>',
    '<</Type /Page /Parent 2 0 R /Contents 5 0 R /Annots [6 0 R 7 0 R] /StructParents 0>>',
    '<</Type /Page /Parent 2 0 R /Contents 5 0 R /StructParents 1>>',
    `<</Filter /FlateDecode /Length ${stream.length}>> stream\n${stream}\nendstream`,
    '<</Type /Annot /Subtype /Link /Rect [0 0 1 1] /Dest /plan>>',
    '<</Type /Annot /Subtype /Link /Rect [0 0 1 1] /A <</S /URI /URI (https://example.com/\\(a\\))>>>>',
    '<</plan [4 0 R /XYZ 0 10 0]>>',
    `<</Type /StructTreeRoot /K 10 0 R /IDTree 15 0 R>>`,
    `<</Type /StructElem /S /Document /P 9 0 R /K [11 0 R]>>`,
    `<</Type /StructElem /S /NonStruct /P 10 0 R /K [12 0 R]>>`,
    `<</Type /StructElem /S /LI /ID (${id}) /P 11 0 R /K [13 0 R 14 0 R]>>`,
    `<</Type /StructElem /S /NonStruct /P 12 0 R /K [<</Type /MCR /Pg 3 0 R /MCID 0>>]>>`,
    `<</Type /StructElem /S /Link /P 12 0 R /K [<</Type /MCR /Pg 3 0 R /MCID 1>> <</Type /OBJR /Pg 3 0 R /Obj 6 0 R>>]>>`,
    `<</Names [(${id}) 12 0 R]>>`,
  ]);

/** Everything in the compressed objects of a finished file, and what is plain of it. */
function unpacked(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const streams = [...bytes.toString('latin1').matchAll(/\/ObjStm.*?\/Length (\d+)>>\nstream\n/gsu)];
  return streams
    .map((found) => inflateSync(bytes.subarray(found.index + found[0].length)).toString('latin1'))
    .join('\n')
    .concat(bytes.toString('utf8'));
}

/** What becomes of a print that can be finished, unpacked. */
async function finishedText(pdf: Uint8Array, places: PdfAdditions['places'] = []): Promise<string> {
  const finished = await finishPdf(pdf, { facts, places });
  if ('problem' in finished) throw new Error(finished.problem);
  return unpacked(finished.pdf);
}

test('two prints that differ by the ids of Chromium become the same file', async () => {
  const additions = { facts, places: [] };
  const [one, other] = [
    await finishPdf(printed('node00000018'), additions),
    await finishPdf(printed('node4'), additions),
  ];
  expect(one).toHaveProperty('pdf');
  expect(one).toEqual(other);
});

test('an item has its body, wrappers are gone, links say where they lead and know their element', async () => {
  const text = await finishedText(printed('node1'));
  expect(text).not.toMatch(/NonStruct|IDTree|node1/u);
  expect(text).toMatch(/\/S \/LI .*\n<<\/S \/LBody/u);
  expect(text).toMatch(/\/Contents \(Leads to page 2\)/u);
  expect(text).toContain('/Contents (Opens https://example.com/\\(a\\))');
  expect(text).toMatch(/\/Dest \/plan \/StructParent 2/u);
  expect(text.match(/\/Tabs \/S/gu)).toHaveLength(2);
});

test('it says what it is, for people and for programs', async () => {
  const text = await finishedText(printed('node1'));
  expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(text).toContain('Café &#38; &#60;Söhne&#62;');
  expect(text).toContain("/CreationDate (D:20261122130000+00'00')");
  expect(text).toContain('/DisplayDocTitle true');
  expect(text).toContain('/Lang (en)');
});

test('what is not of the text is an artifact; marks stand around text objects, and spelt ligatures inside of them', () => {
  const footer = 'BT\n/Span<</ActualText (fi) >> BDC\n<07AF> Tj\nEMC\nET';
  expect(withArtifacts(`q\nf\n/P <</MCID 0 >>BDC\nBT\nET\nEMC\n${footer}\nQ\n`)).toBe(
    `/Artifact BMC\nq\nf\nEMC\n/P <</MCID 0 >>BDC\nBT\nET\nEMC\n/Artifact BMC\n${footer}\nQ\nEMC\n`,
  );
  expect(withArtifacts('/P <</MCID 0 >>BDC\nEMC\n')).toBe('/P <</MCID 0 >>BDC\nEMC\n');
});

test('places are found by name, with the page they are on', () => {
  expect(landingPages(readPdf(printed('node1')))).toEqual(new Map([['plan', 2]]));
});

test.each([
  ['', 'does not end as expected'],
  ['startxref\n9\n%%EOF', 'no plain cross-reference table'],
])('another layout is refused: %j', (end, message) => {
  expect(() => readPdf(new Uint8Array(Buffer.from(`%PDF-1.7\n${end}`)))).toThrow(message);
});

test('a layout of another Chromium is refused with the reason', async () => {
  const streams = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type /XRef>> stream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n');
  const withTrailer = (entry: string) =>
    Buffer.from(Buffer.from(printed('node1')).toString('latin1').replace('/Size', `${entry} /Size`), 'latin1');
  const unreadable = printed('node1', 'no deflate stream');
  for (const [pdf, reason] of [
    [streams, 'no plain cross-reference table'],
    [Buffer.from(''), 'does not end as expected'],
    [withTrailer('/Prev 9'), 'written in parts'],
    [withTrailer('/Encrypt 9 0 R'), 'encrypted'],
    [unreadable, 'incorrect header check'],
  ] as const)
    expect(await finishPdf(pdf, { facts, places: [] })).toEqual({ problem: expect.stringContaining(reason) });
});

test('text goes through a string of the file unchanged', () => {
  for (const text of ['plain (a)', 'Zürich – 東京 😀']) expect(textOf(textString(text))).toBe(text);
});

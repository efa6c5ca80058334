import { membersOf } from '../../support/zip-members';
import { type Counts, groupNames, openIn, shareIn, sumIn, type Told } from './counts';

/** What the Word document tells: the table of areas and steps, the sum below it, and the heads of the groups. */
export function toldByWord(file: Uint8Array): Readonly<Record<string, Told>> {
  const body = membersOf(file).get('word/document.xml') ?? '';
  const [, readiness = ''] = /Area or step(.*?)<\/w:tbl>/su.exec(body) ?? [];
  const rows = [...readiness.matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => textOf(cell)),
  );
  const paragraphs = [...body.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([paragraph]) => paragraph);
  const heads = paragraphs.filter((paragraph) => paragraph.includes('"Heading2"')).map(textOf);
  return {
    table: Object.fromEntries(rows.map(toldByRow)),
    sum: { All: sumIn(paragraphs.map(textOf).find((text) => text.includes('checks that apply')) ?? '') },
    heads: { All: Object.fromEntries(heads.flatMap(toldByHead)) },
  };
}

const textOf = (xml: string): string =>
  xml
    .replaceAll(/<w:br\/>|<\/w:p>/gu, '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .trim();

function toldByRow([title = '', , answered = '', open = '', ids = '']: readonly string[]): readonly [
  string,
  Partial<Counts>,
] {
  const blockers = ids === '' ? 0 : ids.split(', ').length;
  if (blockers !== openIn(open).blockers) throw new Error(`${title} names ${ids} and counts ${open}`);
  return [title, { ...openIn(open), ...shareIn(answered) }];
}

function toldByHead(head: string): readonly (readonly [keyof Counts, number])[] {
  const [, title = '', count = ''] = /^(.*) \(([\d,]+)\)$/u.exec(head) ?? [];
  const name = groupNames[title];
  return name === undefined ? [] : [[name, Number(count.replaceAll(',', ''))]];
}

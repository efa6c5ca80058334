import { execFileSync } from 'node:child_process';
import { z } from 'zod';

const pdfSchema = z.object({
  qpdf: z.tuple([
    z.unknown(),
    z.record(z.string(), z.object({ value: z.unknown().optional(), stream: z.unknown().optional() })),
  ]),
});
type Dictionary = Readonly<Record<string, unknown>>;

const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** An element of the structure tree, in the order in which it is read aloud. */
export interface Tag {
  readonly tag: string;
  readonly parent: string;
  readonly element: Dictionary;
}

export interface PdfStructure {
  readonly catalog: Dictionary;
  readonly pages: readonly Dictionary[];
  readonly links: readonly Dictionary[];
  readonly fonts: readonly Dictionary[];
  readonly tags: readonly Tag[];
  /** Titles with their depth, as a reader lists them: `  1 Summary`. */
  readonly outline: readonly string[];
  /** Follows references. */
  readonly at: (value: unknown) => unknown;
}

/** Reads a PDF by qpdf, which has nothing in common with what wrote it. */
export function readStructure(path: string): PdfStructure {
  const json = execFileSync('qpdf', ['--json', path], { maxBuffer: 2 ** 30, encoding: 'utf8' });
  const [, objects] = pdfSchema.parse(JSON.parse(json)).qpdf;
  const at = (value: unknown): unknown =>
    typeof value === 'string' && /^\d+ 0 R$/u.test(value) ? objects[`obj:${value}`]?.value : value;
  const values = Object.values(objects).flatMap(({ value }) => (isDictionary(value) ? [value] : []));
  const trailer = objects.trailer?.value;
  const catalog = at(isDictionary(trailer) ? trailer['/Root'] : undefined);
  if (!isDictionary(catalog)) throw new Error('There is no catalogue.');
  return {
    catalog,
    pages: values.filter((value) => value['/Type'] === '/Page'),
    links: values.filter((value) => value['/Subtype'] === '/Link'),
    fonts: values.filter((value) => value['/Type'] === '/Font'),
    tags: tagsOf(at(catalog['/StructTreeRoot']), at),
    outline: outlineOf(at(catalog['/Outlines']), at),
    at,
  };
}

function tagsOf(root: unknown, at: PdfStructure['at']): readonly Tag[] {
  const tags: Tag[] = [];
  const visit = (value: unknown, parent: string): void => {
    const element = at(value);
    if (!isDictionary(element) || (element['/S'] === undefined && parent !== '')) return;
    const tag = String(element['/S'] ?? '').slice(1);
    if (tag !== '') tags.push({ tag, parent, element });
    for (const kid of listOf(at(element['/K']))) visit(kid, tag);
  };
  visit(root, '');
  return tags;
}

function outlineOf(root: unknown, at: PdfStructure['at'], depth = 0): readonly string[] {
  const titles: string[] = [];
  for (let item = isDictionary(root) ? at(root['/First']) : undefined; isDictionary(item); item = at(item['/Next'])) {
    titles.push(`${' '.repeat(depth)}${String(item['/Title']).replace(/^u:/u, '')}`, ...outlineOf(item, at, depth + 1));
  }
  return titles;
}

/** The rules of PDF/UA-1 that a program can check without a picture of the page, by the Matterhorn protocol; what is broken, as sentences. */
export function brokenRules({ catalog, pages, links, fonts, tags, at }: PdfStructure): readonly string[] {
  const broken: string[] = [];
  const rule = (holds: boolean, sentence: string): void => void (holds || broken.push(sentence));
  const entry = (value: unknown, key: string): unknown => (isDictionary(value) ? value[key] : undefined);
  rule(entry(at(catalog['/MarkInfo']), '/Marked') === true, '06: the file does not say that it is tagged');
  rule(catalog['/Metadata'] !== undefined, '06-001: no metadata');
  rule(entry(at(catalog['/ViewerPreferences']), '/DisplayDocTitle') === true, '07: the title is not displayed');
  rule(catalog['/Lang'] === 'u:en', '11-006: no language');
  const headings = tags.flatMap(({ tag }) => (/^H\d$/u.test(tag) ? [Number(tag.slice(1))] : []));
  rule(headings[0] === 1, '14-002: the first heading is not of level 1');
  rule(
    headings.every((level, index) => level - (headings[index - 1] ?? 0) <= 1),
    '14-003: a level of headings is skipped',
  );
  for (const { tag, parent, element } of tags) {
    const attributes = listOf(at(element['/A']));
    if (tag === 'TH')
      rule(
        attributes.some((each) => entry(at(each), '/Scope') !== undefined),
        '15-003: a head without scope',
      );
    if (tag === 'Figure') rule(element['/Alt'] !== undefined, '13-004: a figure without alternative text');
    if (tag === 'TD' || tag === 'TH') rule(parent === 'TR', `09-004: ${tag} in ${parent}`);
    if (tag === 'TR') rule(['Table', 'THead', 'TBody'].includes(parent), `09-004: TR in ${parent}`);
    if (tag === 'LI') rule(parent === 'L', `09-005: LI in ${parent}`);
    if (tag === 'LBody') rule(parent === 'LI', `09-005: LBody in ${parent}`);
    if (parent === 'LI') rule(['Lbl', 'LBody'].includes(tag), `09-005: ${tag} in LI`);
    if (parent === 'L') rule(['LI', 'Caption', 'L'].includes(tag), `09-005: ${tag} in L`);
    if (['Document', 'Div', 'Sect'].includes(tag))
      rule(
        listOf(at(element['/K'])).every((kid) => typeof kid !== 'number'),
        `09: text of its own in ${tag}`,
      );
    rule(tag !== 'NonStruct', 'a wrapper without a meaning');
  }
  rule(
    pages.every((page) => page['/Annots'] === undefined || page['/Tabs'] === '/S'),
    '28-008: no order of tabs',
  );
  rule(
    pages.every((page) => typeof page['/StructParents'] === 'number'),
    '01: a page without structure',
  );
  for (const link of links) {
    rule(typeof link['/Contents'] === 'string', '28-012: a link that does not say where it leads');
    rule(typeof link['/StructParent'] === 'number', '28-011: a link without an element');
  }
  const objects = new Set(
    tags.flatMap(({ tag, element }) =>
      tag === 'Link' ? listOf(at(element['/K'])).map((kid) => at(entry(kid, '/Obj'))) : [],
    ),
  );
  rule(
    links.every((link) => objects.has(link)),
    '28-011: a link outside of a Link element',
  );
  for (const font of fonts) {
    if (font['/Subtype'] === '/Type0')
      rule(font['/ToUnicode'] !== undefined, '31-027: a font without the text of its glyphs');
    const descriptor = at(font['/FontDescriptor']);
    if (descriptor !== undefined)
      rule(
        ['/FontFile2', '/FontFile3', '/FontFile'].some((key) => entry(descriptor, key) !== undefined),
        '31-009: a font that is not embedded',
      );
  }
  return [...new Set(broken)];
}

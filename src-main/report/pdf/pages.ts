import {
  arrayAt,
  dictionaryAt,
  isName,
  isReference,
  type PdfDictionary,
  type PdfFile,
  type PdfReference,
} from './pdf-object';

/** A page, and the reference by which the rest of the file names it. */
export interface PdfPage {
  readonly reference: PdfReference;
  readonly page: PdfDictionary;
}

/** @throws Error for a file without a catalogue */
export function catalogOf(file: PdfFile): PdfDictionary {
  const catalog = dictionaryAt(file, file.trailer.get('/Root'));
  if (catalog === undefined) throw new Error('The PDF has no catalogue.');
  return catalog;
}

/** In the order in which they are read (ISO 32000-1, 7.7.3). */
export function pagesOf(file: PdfFile): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const waiting = [catalogOf(file).get('/Pages')];
  while (waiting.length > 0) {
    const reference = waiting.pop();
    const node = dictionaryAt(file, reference);
    if (node === undefined || !isReference(reference)) continue;
    if (node.get('/Type') === '/Page') pages.push({ reference, page: node });
    else waiting.push(...[...arrayAt(file, node.get('/Kids'))].reverse());
  }
  return pages;
}

/** The page on which each named place stands, from 1, by its name without the solidus: Chromium names every place that a link leads to. */
export function landingPages(file: PdfFile): ReadonlyMap<string, number> {
  const numbers = new Map(pagesOf(file).map(({ reference }, index) => [reference.object, index + 1]));
  const places = dictionaryAt(file, catalogOf(file).get('/Dests')) ?? new Map();
  const landings = new Map<string, number>();
  for (const [name, place] of places) {
    const [page] = arrayAt(file, place);
    const number = isReference(page) ? numbers.get(page.object) : undefined;
    if (number !== undefined && isName(name)) landings.set(name.slice(1), number);
  }
  return landings;
}

import { pageContent, setPageContent } from './page-content';
import { landingPages, pagesOf } from './pages';
import { arrayAt, dictionaryAt, isName, isReference, type PdfDictionary, type PdfFile } from './pdf-object';
import { reservedDigits } from './reserved-digits';

/** Where the number of a page goes: a piece of content of a page, with the digits that were printed there for the time being. */
interface Room {
  readonly printed: string;
  /** The number, with a space for each digit less than were printed. */
  readonly wanted: string;
}

/**
 * Writes the numbers of pages into the rooms that the contents of a printed report have for them; `places` are what the rooms are of, in their order. The file
 * spells text by glyphs of its fonts: those of the digits are learnt from what was printed into the rooms. Expects a structure tree that is tidied.
 * @throws Error when the rooms are not where this version knows them to be
 */
export async function fillPageNumbers(file: PdfFile, places: readonly string[]): Promise<void> {
  const rooms = findRooms(file, places);
  const contents = [...rooms].map(([page, pieces]) => ({ page, pieces, content: pageContent(file, page) ?? '' }));
  const glyphs = new Glyphs();
  let learnt = 0;
  for (const { content, pieces } of contents)
    eachPiece(content, (id, piece) => {
      const room = pieces.get(id);
      if (room === undefined) return piece;
      glyphs.learn(piece, room.printed);
      learnt += 1;
      return piece;
    });
  if (learnt !== places.length) throw new Error('The contents are not printed as expected.');
  for (const { page, content, pieces } of contents) {
    const filled = eachPiece(content, (id, piece) => {
      const room = pieces.get(id);
      return room === undefined ? piece : glyphs.write(piece, room.wanted);
    });
    await setPageContent(file, page, filled);
  }
}

/** By page and the number of the piece there: a line of the contents is the first link to its place, and ends with its room. */
function findRooms(file: PdfFile, places: readonly string[]): ReadonlyMap<PdfDictionary, ReadonlyMap<number, Room>> {
  const landings = landingPages(file);
  const links = firstLinks(file);
  const rooms = new Map<PdfDictionary, Map<number, Room>>();
  places.forEach((place, index) => {
    const link = links.get(place);
    const page = dictionaryAt(file, link?.get('/Pg'));
    const piece = arrayAt(file, link?.get('/K')).findLast((kid) => typeof kid === 'number');
    if (page === undefined || piece === undefined) throw new Error(`No line of the contents leads to ${place}.`);
    const printed = reservedDigits(index);
    const wanted = String(landings.get(place) ?? '').padStart(printed.length);
    const onPage = rooms.get(page) ?? new Map<number, Room>();
    rooms.set(page, onPage.set(piece, { printed, wanted }));
  });
  return rooms;
}

/** Of each place the element of the first link that leads there. */
function firstLinks(file: PdfFile): ReadonlyMap<string, PdfDictionary> {
  const elements = new Map<number, PdfDictionary>();
  for (const { value } of file.objects.values()) {
    const element = dictionaryAt(file, value);
    if (element?.get('/S') !== '/Link') continue;
    for (const kid of arrayAt(file, element.get('/K'))) {
      const annotation = dictionaryAt(file, kid)?.get('/Obj');
      if (isReference(annotation)) elements.set(annotation.object, element);
    }
  }
  const links = new Map<string, PdfDictionary>();
  for (const { page } of pagesOf(file))
    for (const annotation of arrayAt(file, page.get('/Annots'))) {
      const target = dictionaryAt(file, annotation)?.get('/Dest');
      const element = isReference(annotation) ? elements.get(annotation.object) : undefined;
      if (element !== undefined && isName(target) && !links.has(target.slice(1))) links.set(target.slice(1), element);
    }
  return links;
}

/** Goes through the marked pieces of a page's content, by their number. */
const eachPiece = (content: string, change: (id: number, piece: string) => string): string =>
  content.replace(
    /(<<\/MCID (\d+) >>BDC\n)(.*?)(?=\nEMC)/gsu,
    (_whole, head: string, id: string, piece: string) => head + change(Number(id), piece),
  );

/** What shows one glyph (ISO 32000-1, 9.4.3). Chromium writes each apart when letters are spaced. */
const shownGlyph = /<([0-9A-F]{2}|[0-9A-F]{4})> Tj/gu;

/** The glyphs of the digits, by font. */
class Glyphs {
  readonly #fonts = new Map<string, Map<string, string>>();

  learn(piece: string, digits: string): void {
    const glyphs = this.#of(piece);
    const shown = [...piece.matchAll(shownGlyph)].map(([, glyph = '']) => glyph);
    if (shown.length !== digits.length) throw new Error('The contents are printed in other glyphs than expected.');
    shown.forEach((glyph, index) => {
      const digit = digits.charAt(index);
      const known = [...glyphs].find(([other, shape]) => (other === digit) !== (shape === glyph));
      if (known !== undefined) throw new Error('The contents are printed in glyphs of more than one meaning.');
      glyphs.set(digit, glyph);
    });
  }

  /** A place of a space stays empty. @throws Error for a number with more digits than room, or with one that was never printed */
  write(piece: string, digits: string): string {
    const glyphs = this.#of(piece);
    let at = -1;
    const written = piece.replace(shownGlyph, () => {
      at += 1;
      const digit = digits.charAt(at);
      if (digit === ' ') return '';
      const glyph = glyphs.get(digit);
      if (glyph === undefined) throw new Error(`The font of the contents has no ${digit}.`);
      return `<${glyph}> Tj`;
    });
    if (at + 1 !== digits.length) throw new Error('The report has more pages than its contents can name.');
    return written;
  }

  #of(piece: string): Map<string, string> {
    const font = /(\/\S+) \S+ Tf/u.exec(piece)?.[1] ?? '';
    const glyphs = this.#fonts.get(font) ?? new Map<string, string>();
    this.#fonts.set(font, glyphs);
    return glyphs;
  }
}

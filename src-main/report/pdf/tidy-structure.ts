import { catalogOf, pagesOf } from './pages';
import type { PdfDictionary, PdfFile, PdfReference, PdfValue } from './pdf-object';
import { addObject, dictionary, dictionaryAt, isArray, isDictionary, isReference } from './pdf-object';

/** An element of the structure tree, and the reference by which its children name it. */
interface Element {
  readonly reference: PdfReference;
  readonly element: PdfDictionary;
}

/**
 * Puts the structure tree of a report into the shape that PDF/UA asks for and makes it a fraction of its size: wrappers that mean nothing go, the text of a list
 * item stands in its body, links know their element. Ids go as well: they change from print to print, and every header cell says what it heads.
 */
export function tidyStructure(file: PdfFile): void {
  const root = dictionaryAt(file, catalogOf(file).get('/StructTreeRoot'));
  const top = root?.get('/K');
  if (root === undefined || !isReference(top)) throw new Error('The PDF is not tagged.');
  const parents = new ParentTree(file);
  const waiting: Element[] = elementAt(file, top);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { reference, element } = next;
    element.delete('/ID');
    element.delete('/Type');
    tidyAttributes(element);
    const children = kidsOf(file, element).flatMap((kid) => unwrapped(file, kid, element));
    const kids = element.get('/S') === '/LI' ? inListBody(file, reference, children) : children;
    for (const kid of kids) dictionaryAt(file, isReference(kid) ? kid : null)?.set('/P', reference);
    setKids(element, kids);
    parents.enter(reference, kids);
    waiting.push(...kids.flatMap((kid) => elementAt(file, kid)));
  }
  root.delete('/IDTree');
  root.set('/ParentTree', parents.tree()).set('/ParentTreeNextKey', parents.nextKey);
}

function elementAt(file: PdfFile, kid: PdfValue): Element[] {
  const element = isReference(kid) ? dictionaryAt(file, kid) : undefined;
  return element === undefined || !isReference(kid) ? [] : [{ reference: kid, element }];
}

function kidsOf(file: PdfFile, element: PdfDictionary): readonly PdfValue[] {
  const kids = element.get('/K');
  if (kids === undefined) return [];
  const target = isReference(kids) ? file.objects.get(kids.object)?.value : undefined;
  if (isArray(target)) return target;
  return isArray(kids) ? kids : [kids];
}

/** Elements that hold others and no text of their own (ISO 32000-1, 14.8.4.2). */
const grouping: readonly unknown[] = ['/Document', '/Part', '/Sect', '/Div'];

/** A wrapper without a meaning gives way to what it holds; where only text of a group is left, it becomes a paragraph. */
function unwrapped(file: PdfFile, kid: PdfValue, parent: PdfDictionary): readonly PdfValue[] {
  const element = isReference(kid) ? dictionaryAt(file, kid) : undefined;
  if (element?.get('/S') !== '/NonStruct' || element.has('/Alt')) return [kid];
  const kids = kidsOf(file, element);
  if (grouping.includes(parent.get('/S')) && kids.some((inner) => contentOf(inner) !== undefined)) {
    element.set('/S', '/P');
    return [kid];
  }
  return kids.flatMap((inner) => unwrapped(file, inner, parent));
}

/** The label of an item stands beside its body (ISO 32000-1, 14.8.4.3.3). */
function inListBody(file: PdfFile, parent: PdfReference, kids: readonly PdfValue[]): readonly PdfValue[] {
  const isPart = (kid: PdfValue): boolean =>
    ['/Lbl', '/LBody'].includes(String(dictionaryAt(file, isReference(kid) ? kid : null)?.get('/S')));
  const rest = kids.filter((kid) => !isPart(kid));
  if (rest.length === 0) return kids;
  const body = addObject(file, { value: dictionary({ '/S': '/LBody', '/P': parent, '/K': rest }) });
  return [...kids.filter(isPart), body];
}

/** Spans of one are what a reader assumes, and header cells are named by id, which only tables of several levels need. */
function tidyAttributes(element: PdfDictionary): void {
  const attributes = element.get('/A');
  if (!isArray(attributes)) return;
  const worth = attributes.filter((attribute): attribute is PdfDictionary => {
    if (!isDictionary(attribute) || attribute.has('/Headers')) return false;
    return attribute.get('/RowSpan') !== 1 && attribute.get('/ColSpan') !== 1;
  });
  const [first] = worth;
  if (first === undefined) element.delete('/A');
  else element.set('/A', worth.length === 1 ? first : worth);
}

/** Pieces of content that stand on one page are numbers, and the element names the page. */
function setKids(element: PdfDictionary, kids: readonly PdfValue[]): void {
  const pages = new Set(kids.flatMap((kid) => contentOf(kid)?.page.object ?? []));
  const [page] = pages;
  if (pages.size !== 1 || page === undefined) {
    element.set('/K', kids);
    return;
  }
  element.set('/Pg', { object: page });
  element.set(
    '/K',
    kids.map((kid) => contentOf(kid)?.number ?? kid),
  );
}

/** A piece of content on a page: its number there. */
function contentOf(kid: PdfValue): { readonly page: PdfReference; readonly number: number } | undefined {
  if (!isDictionary(kid)) return undefined;
  const [page, number] = [kid.get('/Pg'), kid.get('/MCID')];
  return isReference(page) && typeof number === 'number' ? { page, number } : undefined;
}

/** From content and annotations back to their elements (ISO 32000-1, 14.7.4.4). */
class ParentTree {
  readonly #file: PdfFile;
  readonly #keys = new Map<number, number>();
  readonly #content = new Map<number, PdfValue[]>();
  readonly #annotations: PdfValue[] = [];

  constructor(file: PdfFile) {
    this.#file = file;
    pagesOf(file).forEach(({ reference, page }, index) => {
      page.set('/StructParents', index);
      this.#keys.set(reference.object, index);
      this.#content.set(index, []);
    });
  }

  get nextKey(): number {
    return this.#content.size + this.#annotations.length;
  }

  enter(element: PdfReference, kids: readonly PdfValue[]): void {
    for (const kid of kids) {
      const content = contentOf(kid);
      const elements = content === undefined ? undefined : this.#content.get(this.#keys.get(content.page.object) ?? -1);
      if (content !== undefined && elements !== undefined) {
        while (elements.length < content.number) elements.push(null);
        elements[content.number] = element;
      }
      const annotation = isDictionary(kid) ? dictionaryAt(this.#file, kid.get('/Obj')) : undefined;
      if (annotation === undefined) continue;
      annotation.set('/StructParent', this.nextKey);
      this.#annotations.push(element);
    }
  }

  tree(): PdfDictionary {
    const pages = [...this.#content].flat();
    const annotations = this.#annotations.flatMap((element, index) => [this.#content.size + index, element]);
    return dictionary({ '/Nums': [...pages, ...annotations] });
  }
}

import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of a rendered report. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: 1_000_000, maxExpandedLength: 10_000_000 },
});

/** Reads what React's static renderer writes, which is well-formed XML as well. Throws when it is not. */
export function readHtml(html: string): Element {
  const markup = html.replace(/^<!doctype html>/u, '');
  const validity = XMLValidator.validate(markup);
  if (validity !== true) throw new Error(`Not well-formed: ${validity.err.msg} in line ${validity.err.line}`);
  const [root] = toNodes(parser.parse(markup));
  if (root === undefined || typeof root === 'string') throw new Error('No root element');
  return root;
}

function toNodes(parsed: unknown): (Element | string)[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.map((node: Record<string, unknown>) => {
    if ('#text' in node) return String(node['#text']);
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    const attributes = (node[':@'] ?? {}) as Record<string, string>;
    return { name, attributes, children: toNodes(node[name]) };
  });
}

/** The element and everything below it, in reading order. */
export function everyElement(root: Element): readonly Element[] {
  return [root, ...root.children.flatMap((child) => (typeof child === 'string' ? [] : everyElement(child)))];
}

export const elementsNamed = (root: Element, ...names: readonly string[]): readonly Element[] =>
  everyElement(root).filter((element) => names.includes(element.name));

export const hasClass = (element: Element, name: string): boolean =>
  (element.attributes.class ?? '').split(' ').includes(name);

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

export function elementWithId(root: Element, id: string): Element {
  const found = everyElement(root).find((element) => element.attributes.id === id);
  if (found === undefined) throw new Error(`No element has the id ${id}`);
  return found;
}

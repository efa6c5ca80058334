import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const characterLimit = 8 * 1024 * 1024;
const depthLimit = 60;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: depthLimit,
});

/**
 * Reads an XML document from an unknown source: no document type, no entities but the five of XML, at most 8 Mi characters and 60 levels. Throws an Error
 * with a sentence when it is not well-formed or breaks these bounds.
 */
export function parseXml(text: string): XmlElement {
  if (text.length > characterLimit) throw new Error(`${text.length} characters are too many for this kind of document`);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text))
    throw new Error('The document has a document type or entities, which are refused');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Error(`The XML is not well-formed at line ${valid.err.line}: ${valid.err.msg}`);
  const nodes = parsed(text);
  const [root] = Array.isArray(nodes) ? nodes.flatMap((node) => elementOf(node)) : [];
  if (root === undefined) throw new Error('The document is empty');
  return root;
}

/** The parser refuses names such as `__proto__` and levels beyond the limit. */
function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch (error) {
    throw new Error(`The XML cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const attributesKey = ':@';
const textKey = '#text';

/** A node of the parser is `{ tag: [children], ':@': { attributes } }`; text nodes give no element. */
function elementOf(node: unknown): readonly XmlElement[] {
  if (!isRecord(node)) return [];
  const name = Object.keys(node).find((key) => key !== attributesKey);
  const inner = name === undefined ? undefined : node[name];
  if (name === undefined || name === textKey || !Array.isArray(inner)) return [];
  const attributes = isRecord(node[attributesKey]) ? Object.entries(node[attributesKey]) : [];
  return [
    {
      name,
      attributes: new Map(attributes.map(([key, value]) => [key, decodeEntities(String(value))])),
      children: inner.flatMap((child) => elementOf(child)),
      text: decodeEntities(inner.map((child) => (isRecord(child) ? String(child[textKey] ?? '') : '')).join('')).trim(),
    },
  ];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => entities[name] ?? '');

/** All elements of that name below `element`, in document order. */
export function descendants(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child, ...descendants(child, name)] : descendants(child, name),
  );
}

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

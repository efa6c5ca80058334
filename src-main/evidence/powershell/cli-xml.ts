import { childrenOf, parseXml, type XmlElement } from '../xml';
import { bagOf, type PropertyBag, type PropertyValue } from './property-bag';

/**
 * Objects written by `Export-Clixml` (MS-PSRP 2.2.5). Throws an Error with a sentence when the text is no such document.
 */
export function readCliXml(text: string): readonly PropertyBag[] {
  const root = parseXml(text);
  if (root.name !== 'Objs') throw new Error('The XML was not written by Export-Clixml');
  const typeNames = new Map<string, readonly string[]>();
  return root.children.flatMap((child) => {
    const value = readValue(child, typeNames);
    return typeof value === 'object' && value !== null
      ? 'items' in value
        ? value.items.filter(
            (item): item is PropertyBag => typeof item === 'object' && item !== null && 'properties' in item,
          )
        : [value]
      : [];
  });
}

type TypeNames = Map<string, readonly string[]>;

function readValue(element: XmlElement, typeNames: TypeNames): PropertyValue {
  switch (element.name) {
    case 'Nil':
      return null;
    case 'B':
      return element.text.toLowerCase() === 'true';
    case 'I16':
    case 'I32':
    case 'I64':
    case 'U16':
    case 'U32':
    case 'U64':
    case 'By':
    case 'SB':
    case 'D':
    case 'Db':
    case 'Sg':
      return Number.isFinite(Number(element.text)) ? Number(element.text) : unescaped(element.text);
    case 'Obj':
      return objectOf(element, typeNames);
    case 'MS':
    case 'Props':
      return bagOf(propertiesIn(element, typeNames));
    default:
      return unescaped(element.text);
  }
}

/** Lists are lists; an enumeration is its text; everything else is its properties, with its text form under `ToString`. */
function objectOf(element: XmlElement, typeNames: TypeNames): PropertyValue {
  const names = typeNamesOf(element, typeNames);
  for (const list of ['LST', 'IE', 'QUE', 'STK']) {
    const [items] = childrenOf(element, list);
    if (items !== undefined) return { items: items.children.map((item) => readValue(item, typeNames)), isWhole: true };
  }
  const [toText] = childrenOf(element, 'ToString');
  const hasProperties = element.children.some(({ name }) => name === 'Props' || name === 'MS' || name === 'DCT');
  if (!hasProperties && toText !== undefined) return unescaped(toText.text);
  const [simple] = element.children.filter(
    ({ name }) => !['TN', 'TNRef', 'ToString', 'Props', 'MS', 'DCT'].includes(name),
  );
  if (!hasProperties && simple !== undefined) return readValue(simple, typeNames);
  const properties = element.children.flatMap((child) =>
    child.name === 'Props' || child.name === 'MS'
      ? propertiesIn(child, typeNames)
      : child.name === 'DCT'
        ? entriesIn(child, typeNames)
        : [],
  );
  return bagOf(toText === undefined ? properties : [['ToString', unescaped(toText.text)], ...properties], names);
}

const propertiesIn = (element: XmlElement, typeNames: TypeNames): [string, PropertyValue][] =>
  element.children.flatMap((child): [string, PropertyValue][] => {
    const name = child.attributes.get('N');
    return name === undefined ? [] : [[unescaped(name), readValue(child, typeNames)]];
  });

const entriesIn = (dictionary: XmlElement, typeNames: TypeNames): [string, PropertyValue][] =>
  childrenOf(dictionary, 'En').flatMap((entry): [string, PropertyValue][] => {
    const named = (role: string): XmlElement | undefined =>
      entry.children.find((child) => child.attributes.get('N') === role);
    const [key, value] = [named('Key'), named('Value')];
    return key === undefined || value === undefined ? [] : [[unescaped(key.text), readValue(value, typeNames)]];
  });

/** Type names are written once and referred to by number afterwards. */
function typeNamesOf(element: XmlElement, known: TypeNames): readonly string[] {
  const [declared] = childrenOf(element, 'TN');
  if (declared !== undefined) {
    const names = childrenOf(declared, 'T').map(({ text }) => text);
    known.set(declared.attributes.get('RefId') ?? '', names);
    return names;
  }
  const [reference] = childrenOf(element, 'TNRef');
  return known.get(reference?.attributes.get('RefId') ?? '') ?? [];
}

/** Control characters are written as `_x000A_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

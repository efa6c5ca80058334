import { isObject, parseJson } from '../json';
import { bagOf, type PropertyBag, type PropertyValue } from './property-bag';

const depthLimit = 30;

/**
 * Objects written by `ConvertTo-Json`: one object or a list. Windows PowerShell writes dates as `/Date(…)/`, enumerations as numbers and some lists as
 * `{ value: […], Count: n }`. Throws an Error with a sentence when the text is no JSON or nests too deeply.
 */
export function readJsonObjects(text: string): readonly PropertyBag[] {
  const document = parseJson(text);
  const items = isObject(document) ? (listIn(document) ?? [document]) : document;
  return items.filter(isObject).map((item) => bagFrom(item, 0));
}

export const bagFrom = (object: Readonly<Record<string, unknown>>, depth = 0): PropertyBag =>
  bagOf(Object.entries(object).map(([name, value]): [string, PropertyValue] => [name, valueFrom(value, depth + 1)]));

function listIn(object: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  const { value, Count: count } = object;
  return Array.isArray(value) && typeof count === 'number' ? value : undefined;
}

function valueFrom(value: unknown, depth: number): PropertyValue {
  if (depth > depthLimit) throw new Error('The JSON nests deeper than such an export does');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return { items: value.map((item) => valueFrom(item, depth + 1)), isWhole: true };
  if (!isObject(value)) return null;
  const list = listIn(value);
  return list === undefined
    ? bagFrom(value, depth)
    : { items: list.map((item) => valueFrom(item, depth + 1)), isWhole: true };
}

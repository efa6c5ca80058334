import { bagOf, type PropertyBag, type PropertyValue } from './property-bag';

const lineLimit = 200_000;
const objectLimit = 20_000;

/**
 * Reads the text that `Format-List` shows: `Name : value` lines, objects apart by blank lines, long values wrapped below the value column. Values wrap
 * at blanks; only a word longer than the column is broken inside, and then it fills the line alone. Throws an Error when there are no properties or too many lines.
 */
export function readFormatList(text: string): readonly PropertyBag[] {
  const lines = text.split(/\r\n|\n|\r/u);
  if (lines.length > lineLimit) throw new Error(`The text has ${lines.length} lines, more than such an export has`);
  const objects: PropertyBag[] = [];
  let current: [string, string][] = [];
  let previousPart = '';
  let column = 0;
  let isApart = false;
  const close = (): void => {
    if (current.length > 0)
      objects.push(bagOf(current.map(([name, value]): [string, PropertyValue] => [name, readValue(value)])));
    current = [];
  };
  for (const line of lines) {
    const property = /^([A-Za-z_][\w.() -]{0,100}?) *: ?(.*)$/u.exec(line);
    const last = current.at(-1);
    const isContinuation = column > 0 && line.trim() !== '' && line.slice(0, column).trim() === '';
    if (isContinuation && last !== undefined) {
      last[1] += (previousPart.includes(' ') ? ' ' : '') + line.slice(column).trimEnd();
      isApart = false;
    } else if (line.trim() === '') {
      // A blank line of a value of several lines is padded to the column, or followed by more of the value.
      isApart ||= column === 0 || line.length < column;
    } else if (property !== null) {
      if (isApart && last !== undefined && !isOpenList(last[1])) close();
      isApart = false;
      column = line.indexOf(':') + 2;
      current.push([property[1]?.trim() ?? '', property[2] ?? '']);
    }
    if (objects.length > objectLimit) throw new Error(`The text holds more than ${objectLimit} objects`);
    previousPart = line.slice(column).trim();
  }
  close();
  if (objects.length === 0) throw new Error('The text has no lines of the form "Name : value"');
  return objects;
}

const isOpenList = (value: string): boolean => value.trimStart().startsWith('{') && !value.includes('}');

/** `{a, b}` is a list; one that ends in dots was cut off by PowerShell. */
function readValue(value: string): PropertyValue {
  const text = value.trim();
  if (!text.startsWith('{') || !text.endsWith('}')) return text;
  const inner = text.slice(1, -1).trim();
  if (inner === '') return { items: [], isWhole: true };
  const isWhole = !/(?:\.\.\.|…)$/u.test(inner);
  return { items: inner.split(/,\s+/u).map((item) => item.replace(/(?:\.\.\.|…)$/u, '')), isWhole };
}

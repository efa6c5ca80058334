/**
 * An object as PowerShell wrote it, whatever the format (`Format-List`, `ConvertTo-Json`, `Export-Clixml`): property names without case, values as plain
 * data. What an export leaves open – a list cut off by dots, a date in the local culture – is `undefined` when read, so that nothing guessed is judged.
 */
export interface PropertyBag {
  /** .NET type names, most derived first; empty when the format does not say. */
  readonly typeNames: readonly string[];
  /** Lower-case name → value. */
  readonly properties: ReadonlyMap<string, PropertyValue>;
}

export type PropertyValue = string | number | boolean | null | PropertyList | PropertyBag;

export interface PropertyList {
  readonly items: readonly PropertyValue[];
  /** False = the export shows only the first few. */
  readonly isWhole: boolean;
}

export const isList = (value: PropertyValue | undefined): value is PropertyList =>
  typeof value === 'object' && value !== null && 'items' in value;

export const isBag = (value: PropertyValue | undefined): value is PropertyBag =>
  typeof value === 'object' && value !== null && 'properties' in value;

export const bagOf = (
  entries: Iterable<readonly [string, PropertyValue]>,
  typeNames: readonly string[] = [],
): PropertyBag => ({
  typeNames,
  properties: new Map([...entries].map(([name, value]) => [name.toLowerCase(), value])),
});

export const hasProperty = ({ properties }: PropertyBag, name: string): boolean => properties.has(name.toLowerCase());

export const propertyOf = ({ properties }: PropertyBag, name: string): PropertyValue | undefined =>
  properties.get(name.toLowerCase());

/** A text, or a number or enumeration as text; undefined when absent or empty. */
export function textOf(bag: PropertyBag, name: string): string | undefined {
  const value = scalarOf(propertyOf(bag, name));
  const text = typeof value === 'boolean' ? (value ? 'True' : 'False') : value?.toString().trim();
  return text === undefined || text === '' ? undefined : text;
}

export function numberOf(bag: PropertyBag, name: string): number | undefined {
  const value = scalarOf(propertyOf(bag, name));
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d{1,15}$/u.test(value.trim()) ? Number(value) : undefined;
}

/** `True` and `False` are the same in every display language. */
export function booleanOf(bag: PropertyBag, name: string): boolean | undefined {
  const value = scalarOf(propertyOf(bag, name));
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** Texts of a list; one value is a list of one, an empty value an empty list. Undefined when absent or cut off. */
export function textsOf(bag: PropertyBag, name: string): readonly string[] | undefined {
  const value = propertyOf(bag, name);
  if (value === undefined) return undefined;
  if (value !== null && isList(value))
    return value.isWhole ? value.items.flatMap((item) => scalarOf(item)?.toString() ?? []) : undefined;
  const text = textOf(bag, name);
  return text === undefined ? [] : [text];
}

/** Objects in a list, or the one object. */
export function bagsOf(bag: PropertyBag, name: string): readonly PropertyBag[] {
  const value = propertyOf(bag, name);
  if (value === undefined || value === null) return [];
  if (isBag(value)) return [value];
  return isList(value) ? value.items.filter(isBag) : [];
}

/** ISO 8601 UTC; undefined for dates written in a culture that is not known. */
export function timeOf(bag: PropertyBag, name: string): string | undefined {
  const value = propertyOf(bag, name);
  const text =
    typeof value === 'string'
      ? value
      : isBag(value)
        ? (textOf(value, 'DateTime') ?? textOf(value, 'value'))
        : undefined;
  if (text === undefined) return undefined;
  const milliseconds = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/u.exec(text)?.[1];
  const instant =
    milliseconds !== undefined
      ? Number(milliseconds)
      : /^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(text)
        ? Date.parse(text)
        : Number.NaN;
  return Number.isFinite(instant) && Math.abs(instant) < 8.64e15 ? new Date(instant).toISOString() : undefined;
}

/** A time span in seconds: `00:05:00`, `1.02:03:04`, `PT5M`, or an object with `TotalSeconds` or `Ticks`. */
export function secondsOf(bag: PropertyBag, name: string): number | undefined {
  const value = propertyOf(bag, name);
  if (isBag(value)) {
    const ticks = numberOf(value, 'Ticks');
    return numberOf(value, 'TotalSeconds') ?? (ticks === undefined ? undefined : ticks / 10_000_000);
  }
  if (typeof value !== 'string') return undefined;
  const clock = /^(?:(\d{1,6})\.)?(\d{1,2}):(\d\d):(\d\d)(?:\.\d{1,7})?$/u.exec(value.trim());
  if (clock !== null) return partsOf(clock.slice(1));
  const span = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,4})(?:\.\d{1,9})?S)?)?$/u.exec(
    value.trim(),
  );
  return span === null ? undefined : partsOf(span.slice(1));
}

const partsOf = ([days, hours, minutes, seconds]: readonly (string | undefined)[]): number =>
  Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);

/** Enumerations come as text, as a number, or as an object with both; the text is taken when there is one. */
function scalarOf(value: PropertyValue | undefined): string | number | boolean | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.isWhole && value.items.length === 1 ? scalarOf(value.items[0]) : undefined;
  const inner = value.properties.get('value') ?? value.properties.get('tostring');
  return inner === undefined || typeof inner === 'object' ? undefined : inner;
}

/** Reading of JSON from unknown sources: every step checks what it finds. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses a text that must hold an object or a list. Throws an Error with a sentence; the text's own words are not repeated in it. */
export function parseJson(text: string): JsonObject | readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw new Error(text.trim() === '' ? 'The document is empty' : 'The document is not JSON, or it is cut off');
  }
  if (isObject(value) || Array.isArray(value)) return value;
  throw new Error('The JSON is neither an object nor a list');
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own properties only: `constructor` and the like of the prototype are no data. */
export const property = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

export function stringOf(object: JsonObject, name: string): string | undefined {
  const value = property(object, name);
  return typeof value === 'string' ? value : undefined;
}

export function booleanOf(object: JsonObject, name: string): boolean | undefined {
  const value = property(object, name);
  return typeof value === 'boolean' ? value : undefined;
}

/** Finite numbers only. */
export function numberOf(object: JsonObject, name: string): number | undefined {
  const value = property(object, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The object of this name; empty when it is none. */
export function objectOf(object: JsonObject, name: string): JsonObject {
  const value = property(object, name);
  return isObject(value) ? value : {};
}

/** The objects of a list; empty when it is none. */
export function objectsOf(object: JsonObject, name: string): readonly JsonObject[] {
  const value = property(object, name);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The strings of a list; undefined when there is no list. */
export function stringsOf(object: JsonObject, name: string): readonly string[] | undefined {
  const value = property(object, name);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

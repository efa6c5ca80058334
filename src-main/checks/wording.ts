import type { AffectedObject } from '../../src-shared/model/finding';

/** "1 forest", "3 forests" */
export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;

/** "once", "3 times" */
export const timesOf = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** "1 of 3 forests is", "2 of 3 forests are", "1 forest is" when there is only one. */
export function shareOf(
  part: number,
  whole: number,
  noun: string,
  verb: readonly [one: string, many: string] = ['is', 'are'],
): string {
  const subject = whole === 1 ? countOf(1, noun) : `${part} of ${countOf(whole, noun)}`;
  return `${subject} ${part === 1 ? verb[0] : verb[1]}`;
}

/** "a, b and c"; beyond `limit` items "a, b, c, d, e and 7 more". */
export function listed(items: readonly string[], limit = 5): string {
  const shown = items.slice(0, limit);
  const rest = items.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}

/** Flags as certutil shows them: `0x200000`. */
export const hex = (flags: number): string => `0x${flags.toString(16).toUpperCase()}`;

/** The words for an outcome. Throws where a check has none, because it does not declare that it can come to it. */
export function wordsFor<T>(words: T | undefined, outcome: AffectedObject['outcome']): T {
  if (words === undefined) throw new Error(`There are no words for the outcome ${outcome}`);
  return words;
}

/** Names of the objects with this outcome. */
export const namesOf = (objects: readonly AffectedObject[], outcome: AffectedObject['outcome']): readonly string[] =>
  objects.filter((object) => object.outcome === outcome).map(({ name }) => name);

const grouped = new Intl.NumberFormat('en-GB');

/** `1,204` */
export const amount = (count: number): string => grouped.format(count);

/** `1 check`, `1,204 checks`; `plural` for words that do not just take an s. */
export const quantity = (count: number, singular: string, plural = `${singular}s`): string =>
  `${amount(count)} ${count === 1 ? singular : plural}`;

/** `2 of 14`: a number never stands without its whole. */
export const partOf = (part: number, whole: number): string => `${amount(part)} of ${amount(whole)}`;

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

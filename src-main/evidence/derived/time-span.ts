const minute = 60_000;
const hour = 60 * minute;
export const day = 24 * hour;

/** Length of a span in milliseconds in the unit a person would use: "20 months", "35 days", "6 hours". Negative spans count as their length. */
export function spanInWords(span: number): string {
  const length = Math.abs(span);
  if (length >= 730 * day) return counted(Math.round(length / (365 * day)), 'year');
  if (length >= 90 * day) return counted(Math.round(length / (30.4 * day)), 'month');
  if (length >= 2 * day) return counted(Math.floor(length / day), 'day');
  return length >= hour ? counted(Math.floor(length / hour), 'hour') : counted(Math.floor(length / minute), 'minute');
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** `2026-11-22` of an ISO instant. */
export const dateOf = (iso: string): string => iso.slice(0, 10);

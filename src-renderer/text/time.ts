import { quantity } from './quantity';

const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const dateOnly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const timeOnly = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `22 Nov 2026, 14:02:11`, in the local time zone. */
export const exactTime = (iso: string): string => exact.format(new Date(iso));
/** `22 Nov 2026`. */
export const calendarDate = (iso: string): string => dateOnly.format(new Date(iso));
/** `2026-11-22`, the day in the local time zone, as date fields and schemas want it. */
export const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
/** `14:02`. */
export const timeOfDay = (iso: string): string => timeOnly.format(new Date(iso));

/** `just now`, `10 min ago`, `3 hours ago`, `2 days ago`; a date when older than a month. Times in the future (clock skew) are shown as a date. */
export function relativeTime(iso: string, now: number): string {
  const age = now - Date.parse(iso);
  if (age < -minute || age > 30 * day) return calendarDate(iso);
  if (age < minute) return 'just now';
  if (age < hour) return `${Math.floor(age / minute)} min ago`;
  if (age < day) return `${quantity(Math.floor(age / hour), 'hour')} ago`;
  return `${quantity(Math.floor(age / day), 'day')} ago`;
}

/** `0:07`, `12:40`, `1:02:09`. Milliseconds in. */
export function elapsed(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  const seconds = String(total % 60).padStart(2, '0');
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

import type { HostEvents } from '../../../src-shared/model/evidence/host';
import { dateOf, day } from './time-span';

/**
 * Why a log cannot show that nothing happened within the last days: a sentence, or undefined when every event of that time was read. A day at either end is not
 * minded.
 */
export function unreadTime({ since, until }: HostEvents, days: number, now: Date): string | undefined {
  if (since === undefined) return 'Whether the export of its log leaves events out is not known.';
  if (now.getTime() - Date.parse(since) < (days - 1) * day) return `Its log was read from ${dateOf(since)} on only.`;
  return until !== undefined && now.getTime() - Date.parse(until) > day
    ? `The newest event of its exported log is of ${dateOf(until)}; when it was exported is not known.`
    : undefined;
}

import type { EvidenceHeader } from '../../src-shared/model/evidence';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * How old evidence may be (catalogue 0.1): configuration 14 days, the state of a client 24 hours. What people say are decisions and habits, which hold longer:
 * half a year.
 */
function limitOf({ kind, source }: EvidenceHeader): number {
  if (source.way === 'attested') return 180 * day;
  return kind === 'client.dsregcmd' ? day : 14 * day;
}

/** A sentence when the record is too old to be judged at `now`, else undefined. */
export function staleness(header: EvidenceHeader, now: Date): string | undefined {
  const age = now.getTime() - Date.parse(header.collectedAt);
  const limit = limitOf(header);
  if (age <= limit) return undefined;
  const inWords = (span: number): string =>
    span <= 2 * day ? `${Math.round(span / hour)} hours` : `${Math.round(span / day)} days`;
  return `It was collected ${inWords(age)} before this assessment; at most ${inWords(limit)} are accepted. Collect it again.`;
}

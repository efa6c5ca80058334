import { type EvidenceKind, evidenceKindTitles } from '../../src-shared/model/evidence';
import type { HostRole } from '../../src-shared/model/evidence/host';
import { type UnknownReason, unknownReasonTitles } from '../../src-shared/model/outcome';
import type { CheckResult, Collected, EvidenceGap } from '../checks/define-check';
import { unknown } from '../checks/result';
import { unknownTarget } from './collected-evidence';

/** What is missing of a kind that a check needs. */
export interface Missing {
  readonly kind: EvidenceKind;
  readonly collected: Collected<EvidenceKind>;
  /** Roles of the machines it is looked for on; all where there are none. */
  readonly roles?: readonly HostRole[];
}

const machineTitles: Readonly<Record<HostRole, string>> = {
  adfs: 'an AD FS node',
  wap: 'a Web Application Proxy',
  ca: 'a CA',
  connect: 'an Entra Connect server',
  dc: 'a domain controller',
  ndes: 'an NDES server',
  client: 'a client',
};

/** Gaps named one by one; of more the places are counted and listed. */
const namedGaps = 2;
const listedPlaces = 5;

/** Needed kinds without a usable record: the reason is the gaps' where something was tried, else that nothing was. */
export function notCollected(missing: readonly Missing[]): CheckResult {
  const tried = missing.filter(({ collected }) => collected.gaps.length > 0);
  const untried = missing.filter(({ collected }) => collected.gaps.length === 0);
  const sentences = [...tried.map(sentenceOf), ...untried.map(nothingOf)];
  const reason = mostFrequentReason(tried.flatMap(({ collected }) => collected.gaps));
  return unknown(reason ?? 'not-collected', { summary: sentences.join(' ').slice(0, 4000) });
}

function nothingOf({ kind, roles = [] }: Missing): string {
  const machines = roles.map((role) => machineTitles[role]).join(' or ');
  return `${evidenceKindTitles[kind]}: nothing was collected${machines === '' ? '' : ` on ${machines}`}.`;
}

/** What could not be read must not hide behind a pass of what could: the pass becomes unknown, worse results stand. */
export function withoutHiddenGaps(result: CheckResult, needed: readonly Missing[]): CheckResult {
  const incomplete = needed.filter(({ collected }) => collected.gaps.length > 0);
  const reason = mostFrequentReason(incomplete.flatMap(({ collected }) => collected.gaps));
  if (reason === undefined || result.outcome !== 'pass') return result;
  const sentences = incomplete.map(sentenceOf).join(' ');
  return {
    ...result,
    outcome: 'unknown',
    unknownReason: reason,
    summary: `What was read is in order, but not everything was read. ${sentences}`.slice(0, 4000),
  };
}

/** "Windows release of a machine: 3 of 5 could not be read. Access denied: …" */
function sentenceOf({ kind, collected: { records, gaps } }: Missing): string {
  const title = evidenceKindTitles[kind];
  if (gaps.length <= namedGaps) return gaps.map((gap) => `${title}${placeOf(gap)}: ${gap.message}`).join(' ');
  const reasons = [...byReason(gaps)].map(([reason, own]) => `${unknownReasonTitles[reason]}: ${placesOf(own)}.`);
  return `${title}: ${gaps.length} of ${records.length + gaps.length} could not be read. ${reasons.join(' ')}`;
}

const placeOf = ({ target }: EvidenceGap): string => (target === unknownTarget ? '' : ` (${target})`);

function placesOf(gaps: readonly EvidenceGap[]): string {
  const places = gaps.map(({ target, message }) => (target === unknownTarget ? message.replace(/\.$/u, '') : target));
  const more = places.length > listedPlaces ? ` and ${places.length - listedPlaces} more` : '';
  return `${places.slice(0, listedPlaces).join(', ')}${more}`;
}

/** The most frequent first; of equally frequent ones that which came first. */
function byReason(gaps: readonly EvidenceGap[]): ReadonlyMap<UnknownReason, readonly EvidenceGap[]> {
  const found = new Map<UnknownReason, EvidenceGap[]>();
  for (const gap of gaps) found.set(gap.reason, [...(found.get(gap.reason) ?? []), gap]);
  return new Map([...found].sort(([, a], [, b]) => b.length - a.length));
}

const mostFrequentReason = (gaps: readonly EvidenceGap[]): UnknownReason | undefined => [...byReason(gaps).keys()][0];

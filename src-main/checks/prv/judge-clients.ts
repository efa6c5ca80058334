import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { Observation } from '../../../src-shared/model/finding';
import {
  answerOf,
  clientId,
  isOutsidePilot,
  outOfScope,
  unusableCapture,
  withDistinctIds,
} from '../../evidence/derived/clients';
import type { Verdict } from '../../evidence/derived/verdict';
import { printable } from '../../evidence/printable';
import type { CheckContext, CheckResult, Collected, Evidence } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed, namesOf, shareOf, wordsFor } from '../wording';

export interface ClientInputs {
  readonly 'client.dsregcmd': Collected<'client.dsregcmd'>;
  readonly 'ad.pilot-computers': Collected<'ad.pilot-computers'>;
}

/** The kinds every check of clients takes; the pilot tells which clients count. */
export const clientNeeds = ['client.dsregcmd', 'ad.pilot-computers?'] as const;

export interface ClientVerdict extends Verdict {
  /** Label of dsregcmd the verdict rests on. */
  readonly locate?: string;
}

/** Predicates of the summary, for one client and for many: "has no token", "have no token". */
export interface ClientWords {
  readonly fails?: readonly [one: string, many: string];
  readonly warns?: readonly [one: string, many: string];
  /** Ends "All 12 clients judged …". */
  readonly passes: string;
}

/** Judges each client of the scope by itself; the worst decides. Captures that say nothing about the user are unknown. */
export function judgeClients(
  { 'client.dsregcmd': clients, 'ad.pilot-computers': pilot }: ClientInputs,
  { scope }: Pick<CheckContext, 'scope'>,
  judge: (record: Evidence<'client.dsregcmd'>) => ClientVerdict,
  words: ClientWords,
  labels: readonly string[],
): CheckResult {
  const isPilotRead = pilot.gaps.length === 0;
  const verdictOf = (record: Evidence<'client.dsregcmd'>): ClientVerdict => {
    const { data } = record;
    const foreign = outOfScope(data, scope);
    if (foreign !== undefined) return { outcome: 'not-applicable', note: foreign };
    if (isPilotRead && isOutsidePilot(data, pilot.records, scope))
      return { outcome: 'not-applicable', note: 'Not a computer of the pilot.' };
    const unusable = unusableCapture(data);
    if (unusable !== undefined)
      return { outcome: 'unknown', reason: 'not-collected', note: unusable, locate: 'SessionIsNotRemote' };
    return judge(record);
  };
  const objects = withDistinctIds([
    ...clients.records.map((record) => ({ ...clientObject(record), ...verdictOf(record) })),
    ...clients.gaps.map((gap) =>
      unread({ id: `client:${gap.target.toLowerCase()}`, kind: 'client', name: gap.target }, gap),
    ),
  ]);
  const counted = objects.filter(({ outcome }) => outcome !== 'not-applicable');
  if (counted.length === 0) {
    return unknown('not-collected', {
      summary: `None of ${countOf(objects.length, 'client')} that were collected belongs to the pilot and its join types.`,
      objects: objects.map(withoutReason),
    });
  }
  return judged(objects, {
    summary: summarise(counted, words),
    observations: labels.map((label) => observe(label, clients.records)),
  });
}

const withoutReason = ({ reason: _, ...object }: JudgedObject) => object;

const clientObject = ({ id, data }: Evidence<'client.dsregcmd'>) =>
  ({ id: clientId(data), kind: 'client', name: printable(data.deviceName, 256), evidenceId: id }) as const;

function summarise(objects: readonly JudgedObject[], words: ClientWords): string {
  const all = objects.length;
  const [bad, odd, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const open = unseen.length > 0 ? ` ${countOf(unseen.length, 'client')} could not be judged.` : '';
  if (bad.length > 0)
    return `${shareOf(bad.length, all, 'client', wordsFor(words.fails, 'fail'))}: ${listed(bad)}.${open}`;
  if (odd.length > 0)
    return `${shareOf(odd.length, all, 'client', wordsFor(words.warns, 'warning'))}: ${listed(odd)}.${open}`;
  if (unseen.length > 0) {
    const told = objects
      .filter(({ outcome }) => outcome === 'unknown')
      .slice(0, 2)
      .map(({ name, note }) => `${name}: ${note}`);
    return `${unseen.length} of ${countOf(all, 'client')} could not be judged: ${listed(unseen)}. ${told.join(' ')}`;
  }
  return `${countOf(all, 'client')} checked: ${words.passes}`;
}

/** "YES on 9, NO on 2, not printed on 1" */
function observe(label: string, records: readonly Evidence<'client.dsregcmd'>[]): Observation {
  const values = records.map(({ data }) => shownValue(data, label));
  const distinct = [...new Set(values)].sort();
  return {
    label,
    observed:
      listed(
        distinct.map((value) => `${value} on ${values.filter((other) => other === value).length}`),
        8,
      ) || 'no client',
  };
}

function shownValue(status: DsregcmdStatus, label: string): string {
  const answer = answerOf(status, label);
  if (answer !== undefined) return answer ? 'YES' : 'NO';
  const value = status.fields[label];
  if (value === undefined) return 'not printed';
  return value === '' ? 'empty' : printable(value, 60);
}

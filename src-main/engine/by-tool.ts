import { outcomeRank } from '../../src-shared/model/outcome';
import type { CheckResult } from '../checks/define-check';
import { type AnyEvidence, excerptOf, isSameTarget, type Settled, type Taken } from './excerpts';

/** The inputs as they are, and once more for each other tool, with what it kept first. */
export function byTool(inputs: Taken): readonly [Taken, ...Taken[]] {
  const others = Object.values(inputs).flatMap((settled) => settled.others);
  const tools = new Set(others.flatMap(({ data }) => excerptOf(data)?.tool ?? []));
  return [inputs, ...[...tools].map((tool) => mapped(inputs, (settled) => preferring(settled, tool)))];
}

const mapped = (inputs: Taken, change: (settled: Settled) => Settled): Taken =>
  Object.fromEntries(Object.entries(inputs).map(([kind, settled]) => [kind, change(settled)]));

function preferring(settled: Settled, tool: string): Settled {
  const own = settled.others.filter(({ data }) => excerptOf(data)?.tool === tool);
  const standIn = (record: AnyEvidence) => own.find((other) => isSameTarget(other, record)) ?? record;
  const records = settled.records.map(standIn);
  const put = settled.records.filter((record) => !records.includes(record));
  return { ...settled, records, others: [...put, ...settled.others.filter((other) => !own.includes(other))] };
}

/** Of what the excerpts of several tools prove the worst counts, the newest first; what they tell differently is said. */
export function worstOfTools<T extends { readonly result: CheckResult }>(judged: readonly [T, ...T[]]): T {
  const rank = ({ result }: T): number => outcomeRank(result.outcome);
  const worst = judged.reduce((found, one) => (rank(one) < rank(found) ? one : found));
  if (judged.every((one) => rank(one) === rank(worst))) return worst;
  const { result } = worst;
  return { ...worst, result: { ...result, summary: `${result.summary} ${differing}`.slice(0, 4000) } };
}

const differing =
  'The tools whose output was imported tell differently here; the worse counts until the directory itself is read.';

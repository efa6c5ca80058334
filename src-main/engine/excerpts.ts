import type { EvidenceKind } from '../../src-shared/model/evidence';
import type { Excerpt } from '../../src-shared/model/evidence/excerpt';
import type { CheckResult, Collected, Evidence, EvidenceGap } from '../checks/define-check';
import { listed } from '../checks/wording';
import type { CollectedEvidence } from './collected-evidence';

export type AnyEvidence = Evidence<EvidenceKind>;

/** What is known of a kind, with what stands beside the excerpts among it. */
export interface Settled extends Collected<EvidenceKind> {
  /** Of targets of which there are excerpts only: what other tools kept of them, the newest first. */
  readonly others: readonly AnyEvidence[];
  /** Why nothing whole is there of the targets of excerpts: the denied read, or how old the whole record is. */
  readonly behind: readonly EvidenceGap[];
}

/** Thrown where a check reads what the record is known not to tell. */
export class NotRecorded extends Error {
  readonly recordId: string;

  constructor(recordId: string, sentence: string) {
    super(sentence);
    this.name = 'NotRecorded';
    this.recordId = recordId;
  }
}

/** What data says of being an excerpt; undefined for whole data. */
export const excerptOf = (data: object | undefined): Excerpt | undefined =>
  data !== undefined && 'excerpt' in data ? (data.excerpt as Excerpt | undefined) : undefined;

/** The evidence with every excerpt guarded: reading one of its placeholders throws {@link NotRecorded}. */
export const guardExcerpts = (evidence: CollectedEvidence): CollectedEvidence =>
  new Map(
    [...evidence].map(([kind, settled]) => [
      kind,
      { ...settled, records: settled.records.map(guarded), others: settled.others.map(guarded) },
    ]),
  );

function guarded(record: AnyEvidence): AnyEvidence {
  const excerpt = excerptOf(record.data);
  if (excerpt === undefined) return record;
  const { tool, lacks } = excerpt;
  const fail = (name: string): never => {
    throw new NotRecorded(record.id, `${tool} does not record ${lacks[name]}.`);
  };
  return { ...record, data: guardedObject(record.data, (name) => Object.hasOwn(lacks, name), fail, new Map()) };
}

/** A view of an object in which `isBlank` properties cannot be read where they hold something. One object has one view, so that identity holds. */
function guardedObject<T extends object>(
  object: T,
  isBlank: (name: string) => boolean,
  fail: (name: string) => never,
  views: Map<object, object>,
): T {
  const view = new Proxy(object, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (value === undefined || name === 'excerpt' || !Object.hasOwn(target, name)) return value;
      if (typeof name === 'string' && isBlank(name)) return fail(name);
      if (typeof value !== 'object' || value === null) return value;
      return views.get(value) ?? guardedObject(value, isBlank, fail, views);
    },
  });
  views.set(object, view);
  return view;
}

/** What is known of each kind a check needs. */
export type Taken = Readonly<Record<string, Settled>>;

/** Targets are host and domain names, whose case tells nothing. */
export const isSameTarget = (one: { readonly target: string }, other: { readonly target: string }): boolean =>
  one.target.toLowerCase() === other.target.toLowerCase();

/** The inputs of a check without one record: another tool's stands in for it, and where there is none, a gap with the reason why nothing whole is there and what it does not tell. */
export const withoutExcerpt = (inputs: Taken, { recordId, message }: NotRecorded): Taken =>
  Object.fromEntries(
    Object.entries(inputs).map(([kind, settled]) => {
      const left = settled.records.find(({ id }) => id === recordId);
      if (left === undefined) return [kind, settled];
      const next = settled.others.find((other) => isSameTarget(other, left));
      if (next !== undefined) return [kind, inPlaceOf(settled, left, next)];
      const denied = settled.behind.filter((gap) => isSameTarget(gap, left) || gap.target === '*');
      const gap: EvidenceGap = {
        target: left.target,
        reason: denied[0]?.reason ?? 'not-collected',
        message: [...denied.map((one) => one.message), message].join(' '),
      };
      return [
        kind,
        { ...settled, records: settled.records.filter((one) => one !== left), gaps: [...settled.gaps, gap] },
      ];
    }),
  );

const inPlaceOf = (settled: Settled, left: AnyEvidence, next: AnyEvidence): Settled => ({
  ...settled,
  records: settled.records.map((record) => (record === left ? next : record)),
  others: settled.others.filter((other) => other !== next),
});

/** A result that is not known because of excerpts says why nothing whole is there, and what they lack, which nobody was denied. */
export function explainedByExcerpts(result: CheckResult, inputs: Taken): CheckResult {
  const excerpts = Object.values(inputs).flatMap(({ records }) => records.flatMap(({ data }) => excerptOf(data) ?? []));
  if (excerpts.length === 0 || result.outcome !== 'unknown') return result;
  const behind = Object.values(inputs).flatMap((settled) => settled.behind);
  const denied = [...new Set(behind.map(({ message }) => message))].filter((told) => !result.summary.includes(told));
  const lacking = lackedBy(excerpts);
  const ofCheck = result.unknownReason === 'access-denied' && lacking.length > 0 ? undefined : result.unknownReason;
  return {
    ...result,
    unknownReason: behind[0]?.reason ?? ofCheck ?? 'not-collected',
    summary: [result.summary, ...denied, ...lacking].join(' ').slice(0, 4000),
  };
}

/** One sentence a tool. */
function lackedBy(excerpts: readonly Excerpt[]): readonly string[] {
  const byTool = new Map<string, string[]>();
  for (const { tool, lacks } of excerpts) byTool.set(tool, [...(byTool.get(tool) ?? []), ...Object.values(lacks)]);
  return [...byTool].flatMap(([tool, words]) =>
    words.length === 0 ? [] : `${tool} does not record ${listed([...new Set(words)], 20)}.`,
  );
}

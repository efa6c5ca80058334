import type { EvidenceKind } from '../../src-shared/model/evidence';
import type { Excerpt } from '../../src-shared/model/evidence/excerpt';
import type { CheckResult, Collected, Evidence, EvidenceGap } from '../checks/define-check';
import { listed } from '../checks/wording';
import type { CollectedEvidence } from './collected-evidence';

type AnyEvidence = Evidence<EvidenceKind>;

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
  new Map([...evidence].map(([kind, { records, gaps }]) => [kind, { records: records.map(guarded), gaps }]));

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

type Taken = Readonly<Record<string, Collected<EvidenceKind>>>;

/** The inputs of a check without one record: what it does not tell is a gap with that reason. */
export const withoutExcerpt = <T extends Taken>(inputs: T, { recordId, message }: NotRecorded): T =>
  Object.fromEntries(
    Object.entries(inputs).map(([kind, { records, gaps }]) => {
      const left = records.find(({ id }) => id === recordId);
      if (left === undefined) return [kind, { records, gaps }];
      const gap: EvidenceGap = { target: left.target, reason: 'not-collected', message };
      return [kind, { records: records.filter((record) => record !== left), gaps: [...gaps, gap] }];
    }),
  ) as T;

/** A result that is not known because of excerpts says what they lack, which nobody was denied. */
export function explainedByExcerpts(result: CheckResult, inputs: Taken): CheckResult {
  const records = Object.values(inputs).flatMap((collected) => collected.records);
  const excerpts = records
    .flatMap(({ data }) => excerptOf(data) ?? [])
    .filter(({ lacks }) => Object.keys(lacks).length > 0);
  if (excerpts.length === 0 || result.outcome !== 'unknown') return result;
  const byTool = new Map<string, string[]>();
  for (const { tool, lacks } of excerpts) byTool.set(tool, [...(byTool.get(tool) ?? []), ...Object.values(lacks)]);
  const sentences = [...byTool].map(([tool, words]) => `${tool} does not record ${listed([...new Set(words)], 20)}.`);
  return {
    ...result,
    unknownReason:
      result.unknownReason === 'access-denied' ? 'not-collected' : (result.unknownReason ?? 'not-collected'),
    summary: `${result.summary} ${sentences.join(' ')}`,
  };
}

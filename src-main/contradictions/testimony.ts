import type { Contradiction, Witness } from '../../src-shared/model/contradiction';
import type { EvidenceDataByKind, EvidenceHeader, EvidenceKind } from '../../src-shared/model/evidence';

/** A complete record. */
export type Known<K extends EvidenceKind> = EvidenceHeader & {
  readonly kind: K;
  readonly data: EvidenceDataByKind[K];
};

/** What detectors see. */
export interface Sources {
  /** Complete records fresh enough to be judged, the newest of each target. */
  readonly of: <K extends EvidenceKind>(kind: K) => readonly Known<K>[];
  /** Every complete record, however old. */
  readonly all: readonly Known<EvidenceKind>[];
  /** The instant judged at. */
  readonly now: Date;
}

/** A contradiction before it is known on which checks it bears. */
export type Found = Omit<Contradiction, 'checks'>;
export type Detector = (sources: Sources) => readonly Found[];

/** A record says a value. */
export interface Testimony {
  /** Compared as it is: lower case where case means nothing. */
  readonly value: string;
  readonly record: EvidenceHeader;
}

/** Records named for one value; a fleet has thousands that say the same. */
export const witnessesKept = 10;

/** Values with the records that tell them, the one most records tell first. */
export function valuesOf(testimonies: readonly Testimony[]): Contradiction['values'] {
  const byValue = new Map<string, Map<string, EvidenceHeader>>();
  for (const { value, record } of testimonies) {
    const records = byValue.get(value) ?? new Map<string, EvidenceHeader>();
    byValue.set(value, records.set(record.id, record));
  }
  return [...byValue]
    .sort(([a, ones], [b, others]) => others.size - ones.size || a.localeCompare(b, 'en'))
    .map(([value, records]) => ({
      value: value.slice(0, 1024),
      witnesses: everyKindFirst([...records.values()].sort(byProvenance))
        .slice(0, witnessesKept)
        .map(witnessOf),
      total: records.size,
    }));
}

/** The first record of each kind before the rest, so that a fleet does not hide the one other source. */
function everyKindFirst(records: readonly EvidenceHeader[]): EvidenceHeader[] {
  const firsts = new Map(records.toReversed().map((record) => [record.kind, record]));
  const isFirst = (record: EvidenceHeader): boolean => firsts.get(record.kind) === record;
  return [...records.filter(isFirst), ...records.filter((record) => !isFirst(record))];
}

const byProvenance = (a: EvidenceHeader, b: EvidenceHeader): number =>
  a.kind.localeCompare(b.kind, 'en') || a.target.localeCompare(b.target, 'en');

const witnessOf = ({ id, kind, target, source, collectedAt }: EvidenceHeader): Witness => ({
  evidenceId: id,
  kind,
  target,
  source,
  collectedAt,
});

/** Whether two records say two things; one record alone contradicts nobody. */
export function contradicts(testimonies: readonly Testimony[]): boolean {
  const [first] = testimonies;
  return (
    first !== undefined &&
    testimonies.some(({ value, record }) => value !== first.value && record.id !== first.record.id)
  );
}

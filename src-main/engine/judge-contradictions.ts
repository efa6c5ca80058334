import type { Contradiction } from '../../src-shared/model/contradiction';
import type { EvidenceDataByKind, EvidenceKind, EvidenceRecord } from '../../src-shared/model/evidence';
import type { Finding } from '../../src-shared/model/finding';
import { findContradictions } from '../contradictions/find-contradictions';
import type { Known, Sources } from '../contradictions/testimony';
import { gatherEvidence } from './collected-evidence';

/** Where the sources of a run cannot all be right; to be called with the findings of the same records. */
export function judgeContradictions(
  records: readonly EvidenceRecord[],
  findings: readonly Finding[],
  now: Date,
  reportError: (error: unknown) => void = () => undefined,
): Contradiction[] {
  return findContradictions(sourcesOf(records, now), findings, reportError);
}

function sourcesOf(records: readonly EvidenceRecord[], now: Date): Sources {
  const evidence = gatherEvidence(records, now);
  return {
    // The map holds under each kind the records of that kind.
    of: <K extends EvidenceKind>(kind: K) => (evidence.get(kind)?.records ?? []) as readonly Known<K>[],
    all: records.flatMap((record) => known(record)),
    now,
  };
}

function known(record: EvidenceRecord): readonly Known<EvidenceKind>[] {
  const { data } = record;
  return record.status === 'complete' && data !== undefined
    ? [{ ...record, data: data as EvidenceDataByKind[EvidenceKind] }]
    : [];
}

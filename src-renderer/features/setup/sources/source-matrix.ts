import type { KeptAnswer } from '../../../../src-shared/interview/answer';
import type { EvidenceHeader, EvidenceWay } from '../../../../src-shared/model/evidence';
import type { LiveSources } from '../../../../src-shared/model/plan';
import type { SourceSystem, Way } from './source-systems';

export type CellState =
  /** This version cannot know the system this way. */
  | { readonly is: 'not-offered' }
  /** Nothing is chosen or handed over yet. */
  | { readonly is: 'empty' }
  /** Chosen; read with the next run. */
  | { readonly is: 'ready' }
  | { readonly is: 'collected'; readonly at: string; readonly records: number }
  /** The last attempt was refused for want of rights. */
  | { readonly is: 'needs-rights'; readonly message: string }
  | { readonly is: 'failed'; readonly message: string };

const evidenceWayOf: Readonly<Record<Way, EvidenceWay>> = { live: 'probe', files: 'import', interview: 'attested' };

/** Records of a system that came one way, newest first. */
export function recordsOf(system: SourceSystem, way: Way, evidence: readonly EvidenceHeader[]): EvidenceHeader[] {
  const wanted = evidenceWayOf[way];
  const kinds = way === 'live' ? [...system.kinds, ...(system.liveKinds ?? [])] : system.kinds;
  return evidence
    .filter((record) => record.source.way === wanted && kinds.includes(record.kind))
    .sort((a, b) => b.collectedAt.localeCompare(a.collectedAt));
}

/** State of one cell of the matrix "systems × ways". What was collected counts more than what failed beside it. */
export function cellState(
  system: SourceSystem,
  way: Way,
  live: LiveSources,
  evidence: readonly EvidenceHeader[],
  answers: readonly KeptAnswer[],
): CellState {
  if (system[way] === undefined) return { is: 'not-offered' };
  if (way === 'interview') return answersState(answers);
  const records = recordsOf(system, way, evidence);
  const complete = records.filter((record) => record.status === 'complete');
  const [newest] = complete;
  if (newest !== undefined) return { is: 'collected', at: newest.collectedAt, records: complete.length };
  const refused = records.find((record) => record.failure?.reason === 'access-denied');
  if (refused?.failure !== undefined) return { is: 'needs-rights', message: refused.failure.message };
  const failed = records.find((record) => record.failure !== undefined);
  if (failed?.failure !== undefined) return { is: 'failed', message: failed.failure.message };
  return way === 'live' && system.isTargeted?.(live) === true ? { is: 'ready' } : { is: 'empty' };
}

/** Answers count as soon as they are given; their records follow with the next judging. */
function answersState(answers: readonly KeptAnswer[]): CellState {
  const newest = answers
    .map(({ saidOn }) => saidOn)
    .sort()
    .at(-1);
  return newest === undefined ? { is: 'empty' } : { is: 'collected', at: newest, records: answers.length };
}

import type { EvidenceHeader } from '../../../../src-shared/model/evidence';
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

/** Records of a system that came one way, newest first. */
export function recordsOf(system: SourceSystem, way: Way, evidence: readonly EvidenceHeader[]): EvidenceHeader[] {
  if (way === 'interview') return [];
  const wanted = way === 'live' ? 'probe' : 'import';
  return evidence
    .filter((record) => record.source.way === wanted && system.kinds.includes(record.kind))
    .sort((a, b) => b.collectedAt.localeCompare(a.collectedAt));
}

/** State of one cell of the matrix "systems × ways". What was collected counts more than what failed beside it. */
export function cellState(
  system: SourceSystem,
  way: Way,
  live: LiveSources,
  evidence: readonly EvidenceHeader[],
): CellState {
  const offered = way === 'live' ? system.live : way === 'files' ? system.files : undefined;
  if (offered === undefined) return { is: 'not-offered' };
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

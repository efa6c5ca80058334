import { randomUUID } from 'node:crypto';
import { type Probe, ProbeFailure, type ProbeTarget } from '../../../../src-main/engine/probe';
import type {
  EvidenceDataByKind,
  EvidenceDraft,
  EvidenceFailure,
  EvidenceKind,
  EvidenceRecord,
} from '../../../../src-shared/model/evidence';
import type { LiveSources } from '../../../../src-shared/model/plan';
import { defaultScope } from '../../../../src-shared/model/scope';

/** A complete record, as an earlier round of a run leaves it. */
export const known = <K extends EvidenceKind>(kind: K, target: string, data: EvidenceDataByKind[K]): EvidenceRecord =>
  ({
    id: randomUUID(),
    kind,
    target,
    source: { way: 'import', by: 'test', location: `${kind}.txt` },
    collectedAt: '2026-01-01T00:00:00Z',
    collector: { user: 'u', host: 'h', version: '1' },
    status: 'complete',
    facts: 1,
    notes: [],
    data,
  }) as EvidenceRecord;

export const targetsOf = <T extends ProbeTarget>(
  probe: Probe<T>,
  live: LiveSources,
  evidence: readonly EvidenceRecord[] = [],
): readonly T[] => probe.targets({ scope: defaultScope, live, evidence });

/** The drafts of one target, and what ended it if something did. */
export interface ProbeRun {
  readonly drafts: readonly EvidenceDraft[];
  readonly failure?: EvidenceFailure;
}

export async function visit<T extends ProbeTarget>(
  probe: Probe<T>,
  target: T,
  live: LiveSources,
  signal = new AbortController().signal,
): Promise<ProbeRun> {
  const drafts: EvidenceDraft[] = [];
  const context = {
    scope: defaultScope,
    live,
    evidence: [],
    signal,
    password: () => undefined,
    progress: () => undefined,
  };
  try {
    for await (const draft of probe.collect(target, context)) drafts.push(draft);
    return { drafts };
  } catch (error) {
    if (error instanceof ProbeFailure) return { drafts, failure: error.failure };
    throw error;
  }
}

/** The only target of a probe. */
export function onlyTarget<T extends ProbeTarget>(targets: readonly T[]): T {
  const [target, ...others] = targets;
  if (target === undefined || others.length > 0) throw new Error(`${targets.length} targets`);
  return target;
}

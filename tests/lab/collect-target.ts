import { type Probe, type ProbeContext, ProbeFailure, type ProbeTarget } from '../../src-main/engine/probe';
import type { EvidenceDraft, EvidenceFailure, EvidenceKind } from '../../src-shared/model/evidence';
import { type LiveSources, noLiveSources, type PasswordSource } from '../../src-shared/model/plan';
import { defaultScope } from '../../src-shared/model/scope';
import type { Lab } from './lab';

export interface Collected {
  readonly drafts: readonly EvidenceDraft[];
  /** Set when the target failed as a whole. */
  readonly failure?: EvidenceFailure;
  draft<K extends EvidenceKind>(kind: K): EvidenceDraft<K> | undefined;
}

/** Sources that reach the lab: its names and its root CA. */
export const labSources = (lab: Lab, more: Partial<LiveSources> = {}): LiveSources => ({
  ...noLiveSources,
  addresses: { ...lab.addresses },
  caFile: lab.caFile,
  ...more,
});

/** The lab's domain controller as the ordinary user `reader` sees it. */
export const labDirectory = (lab: Lab, more: Partial<PasswordSource> = {}): PasswordSource => ({
  id: 'lab',
  server: lab.dc.hostName,
  security: 'ldaps',
  signIn: 'password',
  user: lab.users.reader.userPrincipalName,
  ...more,
});

/** Runs every target of a probe, as the engine does, and gathers what it gives. */
export async function collectAll<T extends ProbeTarget>(
  probe: Probe<T>,
  live: LiveSources,
  more: Partial<ProbeContext> = {},
): Promise<Collected> {
  const input = { scope: defaultScope, evidence: [], ...more, live };
  const signal = AbortSignal.timeout(probe.deadline);
  const context: ProbeContext = { signal, password: () => undefined, progress: () => undefined, ...input };
  const drafts: EvidenceDraft[] = [];
  const draft = <K extends EvidenceKind>(kind: K): EvidenceDraft<K> | undefined =>
    drafts.find((one): one is EvidenceDraft<K> & EvidenceDraft => one.kind === kind);
  try {
    for (const target of probe.targets(input)) for await (const one of probe.collect(target, context)) drafts.push(one);
  } catch (error) {
    if (error instanceof ProbeFailure) return { drafts, draft, failure: error.failure };
    throw error;
  }
  return { drafts, draft };
}

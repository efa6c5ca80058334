import type { Contact } from '../../src-shared/model/contact';
import type { EvidenceDraft, EvidenceFailure, EvidenceRecord } from '../../src-shared/model/evidence';
import type { LiveSources } from '../../src-shared/model/plan';
import type { Scope } from '../../src-shared/model/scope';

/** One thing a probe reads; becomes a row of the run screen. */
export interface ProbeTarget {
  /** `<probe id>:<what>`, stable across runs. */
  readonly id: string;
  /** For a person: `dc1.contoso.com (LDAPS)`. */
  readonly title: string;
  /** Host names or addresses it connects to, for the per-host concurrency limit. */
  readonly hosts: readonly string[];
}

/** What targets can follow from: the chosen sources and the evidence at hand. */
export interface ProbeInput {
  readonly scope: Scope;
  readonly live: LiveSources;
  /** Complete and partial records so far, newest last. */
  readonly evidence: readonly EvidenceRecord[];
}

export interface ProbeContext extends ProbeInput {
  /** Fires on cancel and on the target's deadline. */
  readonly signal: AbortSignal;
  /** Password given for a source id, if any; never logged. */
  readonly password: (sourceId: string) => string | undefined;
  /** Asks whoever started the run to open a sign-in page in a browser; absent where nobody could. Only addresses of a sign-in service are opened. */
  readonly openAddress?: (url: string) => void;
  /** Tells the run screen what is being done; any rate, coalesced by the caller. */
  readonly progress: (phase: string, facts: number) => void;
}

/** Collects evidence live from one kind of system; read-only. One file `*.probe.ts`, default export. */
export interface Probe<T extends ProbeTarget = ProbeTarget> {
  readonly id: string;
  readonly channel: 'ldap' | 'https' | 'http' | 'tls' | 'dns' | 'smb' | 'graph' | 'local';
  /** Right needed, for the consent screen. */
  readonly rights: string;
  /** Milliseconds one target may take before it is given up with what it has. */
  readonly deadline: number;
  /** Targets derivable now; called again after each round with more evidence. */
  targets(input: ProbeInput): readonly T[];
  /** Hosts a run of these sources would contact, for consent before it starts. */
  contacts(live: LiveSources): readonly Contact[];
  /**
   * Yields records as soon as they are read. Expected failures are yielded as `failed` or `partial` drafts, or thrown as {@link ProbeFailure} when nothing
   * more can be had from the target; every kind the target was to give is then recorded as failed with that reason.
   */
  collect(target: T, context: ProbeContext): AsyncIterable<EvidenceDraft>;
  /** Kinds a target gives, so that a target that fails as a whole leaves a reason for each. */
  gives(target: T): readonly { readonly kind: EvidenceDraft['kind']; readonly target: string }[];
}

/** An expected failure of a whole target. */
export class ProbeFailure extends Error {
  readonly failure: EvidenceFailure;
  constructor(failure: EvidenceFailure) {
    super(failure.message);
    this.name = 'ProbeFailure';
    this.failure = failure;
  }
}

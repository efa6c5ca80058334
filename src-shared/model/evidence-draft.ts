import type { EvidenceDataByKind, EvidenceKind } from './evidence-kinds';
import type { EvidenceFailure, EvidenceHeader, EvidenceSource } from './evidence-record';

/** What a probe or importer yields; the collector adds id, time and collector identity. */
export type EvidenceDraft<K extends EvidenceKind = EvidenceKind> = CollectedDraft<K> | FailedDraft;

/** A kind that could not be had, whichever it is. */
interface FailedDraft {
  readonly kind: EvidenceKind;
  readonly target: string;
  readonly source: EvidenceSource;
  readonly status: 'failed';
  readonly failure: EvidenceFailure;
  /** The failure says what the format never tells; nothing went wrong with this source, and reading it again would give no more. */
  readonly isInherent?: true;
  readonly data?: undefined;
  readonly facts: number;
  readonly notes?: readonly string[];
  readonly collectedAt?: string;
  readonly raw?: RawInput;
}

type CollectedDraft<K extends EvidenceKind> = {
  readonly [Kind in K]: {
    readonly kind: Kind;
    readonly target: string;
    readonly source: EvidenceSource;
    readonly status: EvidenceHeader['status'];
    readonly failure?: EvidenceFailure;
    /** See {@link FailedDraft}. */
    readonly isInherent?: true;
    readonly data?: EvidenceDataByKind[Kind];
    readonly facts: number;
    readonly notes?: readonly string[];
    /** When the content itself says so (ISO 8601, UTC), e.g. rootDSE `currentTime`. */
    readonly collectedAt?: string;
    /** The raw bytes behind it; stored once by SHA-256. */
    readonly raw?: RawInput;
  };
}[K];

export interface RawInput {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

import type { UnknownReason } from '../../../src-shared/model/outcome';

/** What derived facts need of a complete record; the records that checks see have more. */
export interface ReadData<T> {
  readonly target: string;
  readonly data: T;
}

/** A record whose id is passed on, so that a finding can name its evidence. */
export interface ReadRecord<T> extends ReadData<T> {
  readonly id: string;
}

/** A target of which the kind could not be had, or only in part. */
export interface ReadGap {
  readonly target: string;
  readonly reason: UnknownReason;
  /** Sentence for a person. */
  readonly message: string;
}

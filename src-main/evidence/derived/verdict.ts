import type { Outcome, UnknownReason } from '../../../src-shared/model/outcome';

/** What is said about one thing; a check makes an object of its finding of it. */
export interface Verdict {
  readonly outcome: Outcome;
  /** One sentence. */
  readonly note: string;
  /** Only for `unknown`. */
  readonly reason?: UnknownReason;
}

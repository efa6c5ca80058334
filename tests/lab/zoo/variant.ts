import type { AnswerKey } from '../answer-key';
import type { DirectoryChange } from '../lab';

/** One way in which the healthy lab is made different, and what the catalogue says of it. */
export interface Variant {
  /** What is different, as the name of a test. */
  readonly name: string;
  readonly changes?: readonly DirectoryChange[];
  /** Files below `Policies` in SYSVOL; absent content = the file is removed. */
  readonly files?: Readonly<Record<string, Uint8Array | string | undefined>>;
  /** The findings that differ from those of the lab without the variant. */
  readonly answers: AnswerKey;
  /** Names of all objects a finding has to hold responsible, i.e. those with the outcome of the finding itself. */
  readonly blames?: Readonly<Record<string, readonly string[]>>;
}

import type { AnswerKey } from '../answer-key';
import type { DirectoryChange, Lab } from '../lab';

/** What the catalogue says of the lab when something is different. */
interface Difference {
  /** What is different, as the name of a test. */
  readonly name: string;
  /** The findings that differ from those of the lab without the variant. */
  readonly answers: AnswerKey;
  /** Names of all objects a finding has to hold responsible, i.e. those with the outcome of the finding itself. */
  readonly blames?: Readonly<Record<string, readonly string[]>>;
}

/** One way in which directory and SYSVOL are made different. */
export interface Variant extends Difference {
  readonly changes?: readonly DirectoryChange[];
  /** Files below `Policies` in SYSVOL; absent content = the file is removed. */
  readonly files?: Readonly<Record<string, Uint8Array | string | undefined>>;
}

/** One way to run the lab's servers. */
export interface SteeredVariant extends Difference {
  readonly steer: (lab: Lab) => Promise<unknown>;
}

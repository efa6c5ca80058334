import type { FileKey } from '../cipher';
import { encryptAnew } from './encrypt-anew';
import { type Salvage, saveReadable } from './save-readable';
import { type Verification, verifyFile } from './verify-file';

/** How far it is; `total` 0 when that is not known. */
export interface WorkProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}
export type OnProgress = (progress: WorkProgress) => void;

/** What can be done with a whole file; all of it takes seconds with a large one, and keeps its thread busy. */
export interface WholeFileOrders {
  /** Nothing may write into the file meanwhile (`withStillFile`). */
  readonly verify: { readonly path: string; readonly fileKey: FileKey };
  /** `path` is a copy that nobody else knows. */
  readonly 'encrypt-anew': {
    readonly path: string;
    readonly from: FileKey;
    readonly to: FileKey;
    readonly leaveOutInputs: boolean;
  };
  /** `source` is a copy of the damaged file that may be written to, `target` an empty file. */
  readonly 'save-readable': {
    readonly source: string;
    readonly from: FileKey;
    readonly target: string;
    readonly to: FileKey;
    /** The draft, as JSON, for an engagement whose own cannot be read. */
    readonly draft: string;
  };
}

export interface WholeFileResults {
  readonly verify: Verification;
  /** Received files that were left out. */
  readonly 'encrypt-anew': { readonly leftOut: number };
  readonly 'save-readable': Salvage;
}

export type WholeFileKind = keyof WholeFileOrders;

/** Does one order; the app does it in a thread of its own, tests in theirs. Rejects with AppErrors of the store. */
export type WholeFileWork = <K extends WholeFileKind>(
  kind: K,
  order: WholeFileOrders[K],
  going: { readonly signal: AbortSignal; readonly onProgress: OnProgress },
) => Promise<WholeFileResults[K]>;

type Works = {
  readonly [K in WholeFileKind]: (
    order: WholeFileOrders[K],
    onProgress: OnProgress,
  ) => WholeFileResults[K] | Promise<WholeFileResults[K]>;
};

const works: Works = { verify: verifyFile, 'encrypt-anew': encryptAnew, 'save-readable': saveReadable };

/** Does the order in the calling thread. */
export const doWholeFileWork: WholeFileWork = async (kind, order, { onProgress }) =>
  await works[kind](order, onProgress);

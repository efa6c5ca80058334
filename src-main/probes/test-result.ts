import type { EvidenceFailure } from '../../src-shared/model/evidence';
import { ProbeFailure } from '../engine/probe';

/** Outcome of “Test connection” in the wizard. */
export type TestResult =
  | { readonly ok: true; readonly facts: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly failure: EvidenceFailure };

export interface TestJob {
  readonly signal: AbortSignal;
  /** Says what is being done. */
  readonly phase: (phase: string) => void;
}

/** Runs a test; expected failures become its result, bugs reject. */
export async function resultOf(test: () => Promise<Readonly<Record<string, string>>>): Promise<TestResult> {
  try {
    return { ok: true, facts: await test() };
  } catch (error) {
    if (error instanceof ProbeFailure) return { ok: false, failure: error.failure };
    throw error;
  }
}

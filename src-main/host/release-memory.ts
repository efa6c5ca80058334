import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

/** Gives back what a job left behind: else the next one grows the heap above it, and the host of a large forest takes a quarter more memory than it needs. */
export function releaseMemory(): void {
  if (typeof collectGarbage === 'function') collectGarbage();
}

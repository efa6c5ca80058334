import { resolve } from 'node:path';
import { exportCollectors } from '../features/sources/export-collectors';
import type { ConsoleIo } from './console-io';
import { type ExitCode, exitCode } from './exit-code';

/** Writes the collectors into a folder and names them, with how to hand back what they give. */
export async function runCollectors({ to }: { readonly to: string }, io: ConsoleIo): Promise<ExitCode> {
  for (const path of await exportCollectors(resolve(to))) io.out(path);
  io.err(
    'Each reads only, says at its head what, and writes one JSON file. Import these files with "hello-preflight import".',
  );
  return exitCode.done;
}

import { resolve } from 'node:path';
import { closeEngagement, openEngagement } from '../store/engagement-file';
import type { Command } from './arguments';
import type { CliContext } from './cli-context';
import { type ExitCode, exitCode } from './exit-code';
import { readPassphrase } from './passphrase';
import { writeOutputs } from './write-outputs';

type ReportCommand = Extract<Command, { name: 'report' }>;

/** Writes reports of the last judgement; reads the engagement only. */
export async function runReport(command: ReportCommand, { io }: Pick<CliContext, 'io'>): Promise<ExitCode> {
  const file = await openEngagement(resolve(command.engagement), await readPassphrase(io));
  try {
    await writeOutputs(file, command, io);
    return exitCode.done;
  } finally {
    closeEngagement(file);
  }
}

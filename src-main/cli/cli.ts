import { AppError } from '../../src-shared/model/error';
import type { Collector } from '../../src-shared/model/evidence';
import type { HostSupervisor } from '../host/supervisor';
import { asksForUsage, type Command, parseCommand, usage } from './arguments';
import { runAssess } from './assess-command';
import { runCatalogue } from './catalogue-command';
import { runCollectors } from './collectors-command';
import { runCompare } from './compare-command';
import type { ConsoleIo } from './console-io';
import { type ExitCode, exitCode } from './exit-code';
import { runImport } from './import-command';
import { runReport } from './report-command';

/** What the process gives the command line. */
export interface CliProcess {
  readonly io: ConsoleIo;
  /** Starts the assessment host; called only by commands that need it. */
  readonly startHost: () => HostSupervisor;
  readonly collector: Collector;
  readonly signal: AbortSignal;
  /** Writes an unexpected error to the log and returns its id. */
  readonly logError: (error: unknown) => string;
}

/** Runs one command line and returns the exit code. Never throws: expected failures are a sentence and the next step, others an id in the log. */
export async function runCli(argv: readonly string[], process: CliProcess): Promise<ExitCode> {
  const { io } = process;
  try {
    if (asksForUsage(argv)) {
      io.out(usage);
      return exitCode.done;
    }
    return await dispatch(parseCommand(argv), process);
  } catch (error) {
    if (error instanceof AppError) {
      io.err(`${error.message}\n${error.next}`);
      return codeOf(error);
    }
    const id = process.logError(error);
    io.err(
      `An error in the product stopped the command. The log has it under ${id}. What was collected is kept in the engagement.`,
    );
    return exitCode.internalError;
  }
}

async function dispatch(command: Command, { io, startHost, collector, signal }: CliProcess): Promise<ExitCode> {
  switch (command.name) {
    case 'catalogue':
      return runCatalogue(command, io);
    case 'collectors':
      return await runCollectors(command, io);
    case 'compare':
      return await runCompare(command, { io });
    case 'report':
      return await runReport(command, { io });
    case 'assess':
    case 'import': {
      const host = startHost();
      try {
        const context = { io, host, collector, signal };
        return command.name === 'assess' ? await runAssess(command, context) : await runImport(command, context);
      } finally {
        await host.close();
      }
    }
  }
}

const usageCodes: readonly string[] = [
  'bad-usage',
  'bad-plan',
  'passphrase-missing',
  'password-missing',
  'attachment-unreadable',
  'attachment-too-large',
  'file-missing',
  'not-an-engagement',
  'wrong-passphrase',
  'newer-version',
];

/** Mistakes of the caller are usage; everything else expected is a failure of the work. */
const codeOf = (error: AppError): ExitCode =>
  usageCodes.includes(error.code) ? exitCode.badUsage : exitCode.internalError;

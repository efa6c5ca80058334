import { resolve } from 'node:path';
import { AppError } from '../../src-shared/model/error';
import type { FindingRow } from '../../src-shared/model/finding';
import { type Severity, severityRank } from '../../src-shared/model/outcome';
import { accountsOf, type Plan, proxyCredential } from '../../src-shared/model/plan';
import { computeReadiness } from '../../src-shared/model/readiness';
import type { Run } from '../../src-shared/model/run';
import { loadClients } from '../features/clients/load-clients';
import { takePlannedAnswers } from '../features/interview/take-answer';
import { runAssessment } from '../features/run/assess';
import { catalogue, catalogueVersion } from '../knowledge/catalogue';
import { listContradictions } from '../store/contradictions';
import { closeEngagement, type EngagementFile } from '../store/engagement-file';
import { listEvidence } from '../store/evidence';
import { listFindingRows } from '../store/findings';
import type { Command } from './arguments';
import type { CliContext } from './cli-context';
import { clientsText } from './clients-text';
import type { ConsoleIo } from './console-io';
import { type ExitCode, exitCode } from './exit-code';
import { openOrCreate } from './open-or-create';
import { readPassphrase } from './passphrase';
import { progressLines } from './progress-lines';
import { readPlan } from './read-plan';
import { readinessText } from './readiness-text';
import { writeOutputs } from './write-outputs';

type AssessCommand = Extract<Command, { name: 'assess' }>;

/** Collects and judges as the plan says, writes what was asked for and prints the readiness. */
export async function runAssess(
  command: AssessCommand,
  { io, host, collector, signal }: CliContext,
): Promise<ExitCode> {
  const plan = await readPlan(command.plan);
  const credentials = credentialsOf(plan, io.environment);
  const file = await openOrCreate(resolve(command.engagement), await readPassphrase(io), plan);
  try {
    await takePlannedAnswers(file, plan.interview);
    const onProgress = command.quiet ? () => undefined : progressLines(io);
    const run = await runAssessment({
      file,
      host,
      mode: 'new',
      credentials,
      collector,
      catalogueVersion,
      onProgress,
      openAddress: (url) => io.err(`Open this address in a browser on this computer to sign in: ${url}`),
      signal,
    });
    if (run.state === 'cancelled') return exitCode.cancelled;
    const rows = await listFindingRows(file, run.id);
    await writeOutputs(file, command, io);
    if (!command.quiet) {
      const contradictions = listContradictions(file, run.id);
      for (const line of readinessText(computeReadiness(catalogue, rows), rows, contradictions)) io.out(line);
      for (const line of clientsText((await loadClients(file)).overview)) io.out(line);
    }
    return await exitCodeOf(run, rows, command.failOn, file);
  } finally {
    closeEngagement(file);
  }
}

/** Passwords named by the plan; a name without a value is a mistake in the call, not an empty password. */
function credentialsOf(plan: Plan, environment: ConsoleIo['environment']): { source: string; password: string }[] {
  return accountsOf(plan.live).flatMap(({ id, passwordEnv }) => {
    if (passwordEnv === undefined) return [];
    const password = environment[passwordEnv];
    if (password === undefined || password === '') {
      throw new AppError(
        'password-missing',
        `The environment variable ${passwordEnv} (password of ${id === proxyCredential ? 'the proxy' : `source "${id}"`}) is not set.`,
        'Set it and run the command again.',
      );
    }
    return [{ source: id, password }];
  });
}

async function exitCodeOf(
  run: Run,
  rows: readonly FindingRow[],
  failOn: Severity | undefined,
  file: EngagementFile,
): Promise<ExitCode> {
  if (!(await hasCollected(file))) return exitCode.nothingCollected;
  if (run.state === 'failed') return exitCode.internalError;
  const met =
    failOn !== undefined &&
    rows.some((row) => row.outcome === 'fail' && severityRank(row.severity) <= severityRank(failOn));
  return met ? exitCode.failOnMet : exitCode.done;
}

/** What people said was not collected from anywhere. */
const hasCollected = async (file: EngagementFile): Promise<boolean> =>
  (await listEvidence(file)).some(({ status, source }) => status === 'complete' && source.way !== 'attested');

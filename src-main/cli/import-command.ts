import { resolve } from 'node:path';
import { computeReadiness } from '../../src-shared/model/readiness';
import { loadClients } from '../features/clients/load-clients';
import { runAssessment } from '../features/run/assess';
import { catalogue, catalogueVersion } from '../knowledge/catalogue';
import { listContradictions } from '../store/contradictions';
import { readDraft, saveDraft } from '../store/draft';
import { closeEngagement } from '../store/engagement-file';
import { listFindingRows } from '../store/findings';
import type { Command } from './arguments';
import type { CliContext } from './cli-context';
import { clientsText } from './clients-text';
import { type ExitCode, exitCode } from './exit-code';
import { openWritable } from './open-or-create';
import { readPassphrase } from './passphrase';
import { progressLines } from './progress-lines';
import { readinessText } from './readiness-text';

type ImportCommand = Extract<Command, { name: 'import' }>;

/** Adds files to an engagement and judges everything in it anew. */
export async function runImport(
  command: ImportCommand,
  { io, host, collector, signal }: CliContext,
): Promise<ExitCode> {
  const file = await openWritable(resolve(command.engagement), await readPassphrase(io));
  try {
    const paths = command.paths.map((path) => resolve(path));
    const draft = readDraft(file);
    const addedAt = new Date().toISOString();
    const fresh = paths.filter((path) => !draft.imports.some((known) => known.path === path));
    saveDraft(file, { ...draft, imports: [...draft.imports, ...fresh.map((path) => ({ path, addedAt }))] });
    const onProgress = command.quiet ? () => undefined : progressLines(io);
    const run = await runAssessment({
      file,
      host,
      mode: 'import',
      importPaths: paths,
      credentials: [],
      collector,
      catalogueVersion,
      onProgress,
      signal,
    });
    if (run.state === 'cancelled') return exitCode.cancelled;
    if (run.evidenceCount === 0) return exitCode.nothingCollected;
    const rows = await listFindingRows(file, run.id);
    if (!command.quiet) {
      const contradictions = listContradictions(file, run.id);
      for (const line of readinessText(computeReadiness(catalogue, rows), rows, contradictions)) io.out(line);
      for (const line of clientsText((await loadClients(file)).overview)) io.out(line);
    }
    return run.state === 'failed' ? exitCode.internalError : exitCode.done;
  } finally {
    closeEngagement(file);
  }
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { noBranding, type ReportBranding } from '../../src-shared/report/report-branding';
import { profileNamed } from '../../src-shared/report/report-profiles';
import { loadReportDocument } from '../features/report/load-report-document';
import { prepareDocument } from '../features/report/prepare-document';
import { redactForSharing } from '../features/report/redact-for-sharing';
import { readBranding } from '../report/read-branding';
import { type ReportFormat, reportFormats } from '../report/report-options';
import { writeReport } from '../report/write-report';
import type { EngagementFile } from '../store/engagement-file';
import { redactionKey } from '../store/redaction-key';
import type { OutputOptions } from './arguments';
import type { ConsoleIo } from './console-io';
import { madeAt } from './made-at';

export interface WantedOutput {
  readonly format: ReportFormat;
  /** Absolute. */
  readonly path: string;
}

/** The formats that a path was given for. */
export const wantedOutputs = (outputs: OutputOptions): readonly WantedOutput[] =>
  reportFormats.flatMap((format) =>
    outputs[format] === undefined ? [] : [{ format, path: resolve(outputs[format]) }],
  );

/** How reports look: a file, a profile of the settings by its name, or nothing of its own. */
export async function brandingOf(
  { brandingFile: given }: OutputOptions,
  { savedProfiles }: ConsoleIo,
): Promise<ReportBranding> {
  if (given === undefined) return noBranding;
  const saved = existsSync(given) ? undefined : profileNamed(savedProfiles(), given);
  return saved ?? (await readBranding(resolve(given)));
}

interface WritingCommand {
  readonly outputs: OutputOptions;
  /** Says nothing but what a report lacks. */
  readonly quiet: boolean;
}

/** Writes the reports asked for from one report document, so that all of them agree. */
export async function writeOutputs(
  file: EngagementFile,
  { outputs, quiet }: WritingCommand,
  io: ConsoleIo,
): Promise<void> {
  const wanted = wantedOutputs(outputs);
  if (wanted.length === 0) return;
  const branding = await brandingOf(outputs, io);
  const { redact, checkId, notes } = outputs;
  const loaded = await loadReportDocument(file, madeAt(io.environment), { notes });
  const shared = redact ? await redactForSharing(file, loaded, redactionKey(file)) : loaded;
  const document = prepareDocument(shared, { branding, checkId });
  const paper = outputs.paper ?? branding.paper ?? 'A4';
  for (const { format, path } of wanted) {
    if (!quiet) io.err(`Writing ${path}`);
    const profile = checkId === undefined ? outputs.profile : 'finding';
    const { remark } = await writeReport(document, { format, path, paper, profile });
    if (remark !== null) io.err(remark);
  }
}

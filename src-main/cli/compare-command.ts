import { resolve } from 'node:path';
import { type Comparison, changes, changeTitles } from '../../src-shared/model/comparison';
import { countedAsTitles } from '../../src-shared/model/counted-as';
import { outcomeTitles } from '../../src-shared/model/outcome';
import { printable } from '../../src-shared/model/printable';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { prepareDelta } from '../features/compare/prepare-delta';
import { loadReportDocument } from '../features/report/load-report-document';
import { identitiesOf } from '../features/report/redact-for-sharing';
import { compareReports } from '../report/compare-reports';
import { writeReport } from '../report/write-report';
import { closeEngagement, type EngagementFile, openEngagement } from '../store/engagement-file';
import { redactionKey } from '../store/redaction-key';
import type { Command } from './arguments';
import type { CliContext } from './cli-context';
import { type ExitCode, exitCode } from './exit-code';
import { madeAt } from './made-at';
import { readPassphrase } from './passphrase';
import { brandingOf, type WantedOutput, wantedOutputs } from './write-outputs';

type CompareCommand = Extract<Command, { name: 'compare' }>;

/**
 * Says what became of each check and object since an older engagement, on the console or as a delta report in the formats asked for; reads both files only. The
 * older one may have a passphrase of its own.
 */
export async function runCompare(command: CompareCommand, { io }: Pick<CliContext, 'io'>): Promise<ExitCode> {
  const passphrase = await readPassphrase(io);
  const after = await openEngagement(resolve(command.engagement), passphrase);
  try {
    const olderPassphrase = io.environment.HELLO_PREFLIGHT_WITH_PASSPHRASE ?? passphrase;
    const before = await openEngagement(resolve(command.with), olderPassphrase);
    try {
      await compareFiles({ before, after }, command, madeAt(io.environment), io);
    } finally {
      closeEngagement(before);
    }
  } finally {
    closeEngagement(after);
  }
  return exitCode.done;
}

interface Sides {
  readonly before: EngagementFile;
  readonly after: EngagementFile;
}

async function compareFiles(sides: Sides, command: CompareCommand, at: Date, io: CliContext['io']): Promise<void> {
  const before = await loadReportDocument(sides.before, at);
  const after = await loadReportDocument(sides.after, at);
  const wanted = wantedOutputs(command.outputs);
  if (wanted.length === 0) for (const line of comparisonText(compareReports(before, after))) io.out(line);
  else await writeDelta({ before, after, sides }, command, wanted, io);
}

interface Compared {
  readonly before: ReportDocument;
  readonly after: ReportDocument;
  readonly sides: Sides;
}

async function writeDelta(
  { before, after, sides }: Compared,
  { outputs, quiet }: CompareCommand,
  wanted: readonly WantedOutput[],
  io: CliContext['io'],
): Promise<void> {
  const branding = await brandingOf(outputs, io);
  const identities = outputs.redact
    ? await identitiesOf([sides.before, sides.after], redactionKey(sides.after))
    : undefined;
  const delta = prepareDelta(before, after, { branding, identities });
  const paper = outputs.paper ?? branding.paper ?? 'A4';
  for (const { format, path } of wanted) {
    if (!quiet) io.err(`Writing ${path}`);
    const { remark } = await writeReport(delta, { format, path, paper, profile: 'executive' });
    if (remark !== null) io.err(remark);
  }
}

/** Everything that changed, the most urgent first; a change of the rule itself is told apart. */
function comparisonText({ before, after, counts, checks, conclusions }: Comparison): string[] {
  const sideOf = ({ judgedAt, verdict, catalogueVersion }: Comparison['before']): string =>
    `${judgedAt}  ${verdict}, catalogue ${catalogueVersion}`;
  const changed = conclusions.filter(({ change }) => change !== 'unchanged');
  return [
    `Before  ${sideOf(before)}`,
    `After   ${sideOf(after)}`,
    '',
    changes.map((change) => `${changeTitles[change]} ${counts[change]}`).join(', '),
    ...changes
      .filter((change) => change !== 'unchanged')
      .flatMap((change) => {
        const these = checks.filter((check) => check.change === change);
        return these.length === 0 ? [] : ['', changeTitles[change], ...these.flatMap(checkLines)];
      }),
    ...(changed.length === 0 ? [] : ['', countedAsTitles.conclusion, ...changed.flatMap(checkLines)]),
  ].map((line) => printable(line, 1000));
}

function checkLines({
  checkId,
  title,
  before,
  after,
  ruleChanged,
  kept,
  objects,
}: Comparison['checks'][number]): string[] {
  const nameOf = (outcome: typeof before): string =>
    outcome === undefined ? 'not judged' : outcomeTitles[outcome].toLowerCase();
  const rule = ruleChanged ? ' (the rule is another one)' : '';
  const old = kept ? ' (on kept evidence)' : '';
  return [
    `  ${checkId}  ${nameOf(before)} → ${nameOf(after)}${rule}${old}  ${title}`,
    ...objects.map(({ name, change }) => `      ${changeTitles[change].toLowerCase()}: ${name}`),
  ];
}

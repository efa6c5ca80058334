import { resolve } from 'node:path';
import { type Comparison, changes, changeTitles } from '../../src-shared/model/comparison';
import { outcomeTitles } from '../../src-shared/model/outcome';
import { printable } from '../../src-shared/model/printable';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { loadReportDocument } from '../features/report/load-report-document';
import { compareReports } from '../report/compare-reports';
import { writeAtomically } from '../report/write-atomically';
import { closeEngagement, openEngagement } from '../store/engagement-file';
import type { Command } from './arguments';
import type { CliContext } from './cli-context';
import { type ExitCode, exitCode } from './exit-code';
import { readPassphrase } from './passphrase';

type CompareCommand = Extract<Command, { name: 'compare' }>;

/** Says what became of each check and object since an older engagement; reads both files only. The older one may have a passphrase of its own. */
export async function runCompare(command: CompareCommand, { io }: Pick<CliContext, 'io'>): Promise<ExitCode> {
  const passphrase = await readPassphrase(io);
  const after = await judgedReport(command.engagement, passphrase);
  const before = await judgedReport(command.with, io.environment.HELLO_PREFLIGHT_WITH_PASSPHRASE ?? passphrase);
  const comparison = compareReports(before, after);
  if (command.json === undefined) for (const line of comparisonText(comparison)) io.out(line);
  else await writeAtomically(resolve(command.json), `${JSON.stringify(comparison, null, 2)}\n`);
  return exitCode.done;
}

async function judgedReport(path: string, passphrase: string): Promise<ReportDocument> {
  const file = await openEngagement(resolve(path), passphrase);
  try {
    return await loadReportDocument(file, new Date());
  } finally {
    closeEngagement(file);
  }
}

/** Everything that changed, the most urgent first; a change of the rule itself is told apart. */
function comparisonText({ before, after, counts, checks }: Comparison): string[] {
  const sideOf = ({ judgedAt, verdict, catalogueVersion }: Comparison['before']): string =>
    `${judgedAt}  ${verdict}, catalogue ${catalogueVersion}`;
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
  ].map((line) => printable(line, 1000));
}

function checkLines({ checkId, title, before, after, ruleChanged, objects }: Comparison['checks'][number]): string[] {
  const nameOf = (outcome: typeof before): string =>
    outcome === undefined ? 'not judged' : outcomeTitles[outcome].toLowerCase();
  const rule = ruleChanged ? ' (the rule is another one)' : '';
  return [
    `  ${checkId}  ${nameOf(before)} → ${nameOf(after)}${rule}  ${title}`,
    ...objects.map(({ name, change }) => `      ${changeTitles[change].toLowerCase()}: ${name}`),
  ];
}

import { stepTitles } from '../../../src-shared/model/area';
import type { CheckDescription } from '../../../src-shared/model/catalogue';
import { countAs, countedAsTitles } from '../../../src-shared/model/counted-as';
import type { Finding } from '../../../src-shared/model/finding';
import { outcomeTitles, severityTitles, unknownReasonTitles } from '../../../src-shared/model/outcome';
import { type CellValue, columns, type Sheet } from './sheet';

/** One row a finding, with what its check says of it. */
export function findingsSheet(
  name: string,
  findings: readonly Finding[],
  checks: ReadonlyMap<string, CheckDescription>,
): Sheet {
  return {
    name,
    columns: columns({
      ...{ Check: 10, Title: 44, Outcome: 14, Severity: 10, 'Counts as': 14, 'Not known because': 16 },
      ...{ Attested: 10, Finding: 70 },
      ...{ 'Objects concerned': 10, 'Objects judged': 10, Step: 28, Why: 50, 'What to do': 70, Command: 50 },
      ...{ 'How to see that it worked': 50, 'How to take it back': 40, 'Right needed': 24, Sources: 60 },
    }),
    rows: findings.map((finding) => {
      const check = checks.get(finding.checkId);
      return [...resultCells(finding, check), ...adviceCells(finding, check)];
    }),
  };
}

function resultCells(finding: Finding, check: CheckDescription | undefined): readonly CellValue[] {
  const count = (...wanted: readonly (keyof Finding['counts'])[]): number =>
    wanted.reduce((sum, outcome) => sum + (finding.counts[outcome] ?? 0), 0);
  return [
    finding.checkId,
    finding.title,
    outcomeTitles[finding.outcome],
    severityTitles[finding.severity],
    countedAsTitles[countAs(finding, check)],
    finding.unknownReason === undefined ? '' : unknownReasonTitles[finding.unknownReason],
    finding.attested === undefined ? '' : 'Attested',
    finding.summary,
    count('fail', 'warning', 'unknown'),
    count('fail', 'warning', 'unknown', 'pass', 'info', 'not-applicable'),
  ];
}

const adviceCells = (finding: Finding, check: CheckDescription | undefined): readonly CellValue[] => [
  stepTitles[finding.step],
  check?.why ?? '',
  check?.remediation?.steps.map((step, index) => `${index + 1}. ${step}`).join('\n') ?? '',
  check?.remediation?.command ?? '',
  check?.remediation?.verify ?? '',
  check?.remediation?.revert ?? '',
  check?.remediation?.right ?? '',
  check?.sources.join('\n') ?? '',
];

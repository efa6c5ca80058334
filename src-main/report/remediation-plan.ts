import type { Finding } from '../../src-shared/model/finding';
import type { RoadmapItem } from '../../src-shared/model/roadmap';
import { unknownGroups } from '../../src-shared/model/unknown-groups';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { findingRow } from './finding-row';

/** A line of the remediation plan: an item of the roadmap with what an administrator needs to go about it. */
export interface PlanLine {
  /** From 1, in the order of the roadmap. */
  readonly number: number;
  readonly item: RoadmapItem;
  readonly title: string;
  /** What to do first: the first step of the remediation, or how to find out what is not known. */
  readonly first: string;
  /** Of what is to be fixed; absent for what has to be found out first. */
  readonly command?: string;
  readonly verify?: string;
  readonly revert?: string;
  readonly right?: string;
}

/** The roadmap of a report with first step, command, verification, way back and right needed; every writer makes its plan of these lines. */
export function remediationPlan({ roadmap, findings, checks }: ReportDocument): readonly PlanLine[] {
  const byId = new Map(findings.map((finding) => [finding.checkId, finding]));
  const descriptions = new Map(checks.map((check) => [check.id, check]));
  return roadmap.items.flatMap((item, index) => {
    const finding = byId.get(item.checkId);
    if (finding === undefined) return [];
    const line = { number: index + 1, item, title: finding.title };
    const remediation = descriptions.get(item.checkId)?.remediation;
    if (item.kind === 'find-out') return [{ ...line, first: howToFindOut(finding, descriptions) }];
    if (remediation === undefined) return [{ ...line, first: 'See the finding.' }];
    const { steps, command, verify, revert, right } = remediation;
    return [
      {
        ...{ ...line, first: steps[0] ?? '', verify },
        ...(command === undefined ? {} : { command }),
        ...(revert === undefined ? {} : { revert }),
        ...(right === undefined ? {} : { right }),
      },
    ];
  });
}

const howToFindOut = (finding: Finding, checks: Parameters<typeof unknownGroups>[1]): string =>
  unknownGroups([findingRow(finding)], checks)[0]?.howToFindOut ?? 'See the finding.';

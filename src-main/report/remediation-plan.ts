import type { RoadmapItem } from '../../src-shared/model/roadmap';
import { roadmapTasks } from '../../src-shared/model/roadmap-tasks';
import type { ReportDocument } from '../../src-shared/report/report-document';

/** A line of the remediation plan: an item of the roadmap with what an administrator needs to go about it. */
export interface PlanLine {
  /** From 1, in the order of the roadmap; the same for lines that one task settles. */
  readonly number: number;
  readonly item: RoadmapItem;
  readonly title: string;
  /** What to do first: the first step of the remediation, or how to find out what is not known. */
  readonly first: string;
  /** The steps behind it. */
  readonly rest: readonly string[];
  /** Of what is to be fixed; absent for what has to be found out first. */
  readonly command?: string;
  readonly verify?: string;
  readonly revert?: string;
  readonly right?: string;
  readonly risk?: string;
}

/** The roadmap of a report with first step, command, verification, way back and right needed; every writer makes its plan of these lines. */
export function remediationPlan({ roadmap, findings, checks }: ReportDocument): readonly PlanLine[] {
  const byId = new Map(findings.map((finding) => [finding.checkId, finding]));
  const descriptions = new Map(checks.map((check) => [check.id, check]));
  const numbered = roadmapTasks(roadmap.items).flatMap(({ number, items }) => items.map((item) => ({ number, item })));
  return numbered.flatMap(({ number, item }): readonly PlanLine[] => {
    const finding = byId.get(item.checkId);
    if (finding === undefined) return [];
    const line = { number, item, title: finding.title };
    const remediation = descriptions.get(item.checkId)?.remediation;
    if (item.kind === 'find-out' || remediation === undefined) return [{ ...line, first: item.task, rest: [] }];
    const { steps, command, verify, revert, right, risk } = remediation;
    const [first = item.task, ...rest] = steps;
    return [
      {
        ...{ ...line, first, rest, verify },
        ...(command === undefined ? {} : { command }),
        ...(revert === undefined ? {} : { revert }),
        ...(right === undefined ? {} : { right }),
        ...(risk === undefined ? {} : { risk }),
      },
    ];
  });
}

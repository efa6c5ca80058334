import { type Area, areaTitles, type Step, stepTitles } from '../../src-shared/model/area';
import type { FindingRow } from '../../src-shared/model/finding';
import { type Readiness, type ReadinessGroup, verdictTitles } from '../../src-shared/model/readiness';

/** Readiness per area and step with the blockers named, as lines for a terminal. */
export function readinessText(readiness: Readiness, findings: readonly FindingRow[]): string[] {
  const summaries = new Map(findings.map((finding) => [finding.checkId, finding.summary]));
  const { overall } = readiness;
  return [
    `Verdict: ${verdictTitles[overall.verdict]}`,
    `${overall.conclusive} of ${overall.applicable} applicable checks are conclusive; this version judges ${overall.implemented} of ${overall.total} checks of the catalogue.`,
    '',
    'By area',
    ...readiness.areas.map((group) => groupLine(areaName(group.area), group)),
    '',
    'By step',
    ...readiness.steps.map((group) => groupLine(stepName(group.step), group)),
    '',
    overall.blockers.length === 0 ? 'No blocker was found.' : `Blockers (${overall.blockers.length})`,
    ...overall.blockers.map((id) => `  ${id}  ${summaries.get(id) ?? ''}`),
  ];
}

const areaName = (area: Area): string => `${area.toUpperCase()}  ${areaTitles[area]}`;
const stepName = (step: Step): string => stepTitles[step];

function groupLine(name: string, group: ReadinessGroup): string {
  const blockers = group.blockers.length === 0 ? '' : `  ${group.blockers.join(' ')}`;
  const judged = `${group.conclusive}/${group.applicable} conclusive, ${group.implemented}/${group.total} judged`;
  return `  ${name.padEnd(48)} ${verdictTitles[group.verdict].padEnd(20)} ${judged}${blockers}`;
}

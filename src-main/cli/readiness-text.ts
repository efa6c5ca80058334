import { attestedBy } from '../../src-shared/interview/attested-by';
import { type Area, areaTitles, type Step, stepTitles } from '../../src-shared/model/area';
import type { Contradiction, Witness } from '../../src-shared/model/contradiction';
import { evidenceKindTitles } from '../../src-shared/model/evidence';
import type { FindingRow } from '../../src-shared/model/finding';
import { outcomeTitles } from '../../src-shared/model/outcome';
import { printable } from '../../src-shared/model/printable';
import { type Readiness, type ReadinessGroup, verdictTitles } from '../../src-shared/model/readiness';
import { countsSentence, openWords } from '../../src-shared/model/readiness-words';
import { quantity } from '../../src-shared/text/quantity';

/** Readiness per area and step with the blockers named, as lines for a terminal. */
export function readinessText(
  readiness: Readiness,
  findings: readonly FindingRow[],
  contradictions: readonly Contradiction[],
): string[] {
  const byId = new Map(findings.map((finding) => [finding.checkId, finding]));
  const { overall } = readiness;
  return [
    `Verdict: ${verdictTitles[overall.verdict]}`,
    `${overall.conclusive} of ${overall.applicable} applicable checks are conclusive; this version judges ${overall.implemented} of ${overall.total} checks of the catalogue.`,
    countsSentence(overall),
    '',
    'By area',
    ...readiness.areas.map((group) => groupLine(areaName(group.area), group)),
    '',
    'By step',
    ...readiness.steps.map((group) => groupLine(stepName(group.step), group)),
    '',
    overall.blockers.length === 0 ? 'No blocker was found.' : `Blockers (${overall.blockers.length})`,
    ...overall.blockers.map((id) => `  ${id}  ${byId.get(id)?.summary ?? ''}${attestedMark(byId.get(id))}`),
    ...attestedLines(findings),
    ...contradictionLines(contradictions),
  ];
}

/** ` (attested by Imke Brandt on 2026-11-20)` behind what takes somebody's word into account. */
function attestedMark(finding: FindingRow | undefined): string {
  const words = [...new Set((finding?.attested ?? []).map(attestedBy))].join('; ');
  return words === '' ? '' : ` (${printable(words)})`;
}

function attestedLines(findings: readonly FindingRow[]): string[] {
  const attested = findings.filter((finding) => finding.attested !== undefined);
  if (attested.length === 0) return [];
  return [
    '',
    `Taking into account what was said, not read (${attested.length})`,
    ...attested.map((finding) => `  ${finding.checkId}  ${outcomeTitles[finding.outcome]}${attestedMark(finding)}`),
  ];
}

function contradictionLines(contradictions: readonly Contradiction[]): string[] {
  if (contradictions.length === 0) return [];
  return [
    '',
    `Contradictions between sources (${contradictions.length})`,
    ...contradictions.flatMap(({ title, values }) => [
      `  ${printable(title)}`,
      ...values.map(({ value, witnesses, total }) => `    ${printable(value)}: ${printable(toldBy(witnesses, total))}`),
    ]),
  ];
}

/** `Entra tenant (graph/organization.json) and 3 more` */
function toldBy([first]: readonly Witness[], total: number): string {
  if (first === undefined) return quantity(total, 'record');
  const more = total > 1 ? ` and ${total - 1} more` : '';
  return `${evidenceKindTitles[first.kind]} (${first.source.location})${more}`;
}

const areaName = (area: Area): string => `${area.toUpperCase()}  ${areaTitles[area]}`;
const stepName = (step: Step): string => stepTitles[step];

function groupLine(name: string, group: ReadinessGroup): string {
  const blockers = group.blockers.length === 0 ? '' : `  ${group.blockers.join(' ')}`;
  const judged = `${group.conclusive}/${group.applicable} conclusive, ${group.implemented}/${group.total} judged`;
  const open = openWords(group).map((part) => `, ${part}`);
  return `  ${name.padEnd(48)} ${verdictTitles[group.verdict].padEnd(20)} ${judged}${open.join('')}${blockers}`;
}

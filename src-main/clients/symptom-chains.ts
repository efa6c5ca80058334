import type { ChainLink, ClientGroup, SymptomChain } from '../../src-shared/model/clients';
import type { FindingRow } from '../../src-shared/model/finding';
import type { Outcome } from '../../src-shared/model/outcome';
import { clientErrorCode } from '../knowledge/client-error-codes';
import { type Explanation, symptoms } from './symptoms';

/** Outcomes that can be the cause of a symptom. */
const suspect: readonly Outcome[] = ['fail', 'warning', 'unknown'];

type FindingHead = Pick<FindingRow, 'checkId' | 'title' | 'outcome' | 'severity' | 'summary'>;

interface KnownSymptom {
  readonly id: string;
  readonly title: string;
  readonly seenAs: string;
  readonly explainedBy: readonly Explanation[];
}

/** From every symptom the groups show to the findings of the run that explain it, in the order of the deployment. */
export function symptomChains(
  groups: readonly ClientGroup[],
  findings: readonly FindingHead[],
): readonly SymptomChain[] {
  const byId = new Map(findings.map((finding) => [finding.checkId, finding]));
  return knownSymptoms(groups).map(({ explainedBy, ...symptom }) => {
    const showing = groups.filter((group) => group.symptoms.includes(symptom.id));
    const judged = explainedBy.map(({ check, why }) => ({ check, why, finding: byId.get(check) }));
    return {
      symptom,
      count: showing.reduce((sum, { count }) => sum + count, 0),
      groups: showing.map(({ id }) => id),
      causes: judged.flatMap(({ why, finding }) =>
        finding !== undefined && suspect.includes(finding.outcome) ? [linkOf(finding, why)] : [],
      ),
      cleared: judged.flatMap(({ check, finding }) =>
        finding !== undefined && !suspect.includes(finding.outcome) ? [check] : [],
      ),
      notJudged: judged.flatMap(({ check, finding }) => (finding === undefined ? [check] : [])),
    };
  });
}

const linkOf = ({ checkId, title, outcome, severity, summary }: FindingHead, why: string): ChainLink => ({
  ...{ checkId, title, outcome, severity, summary, why },
});

/** Symptoms of the table first, in its order; then codes in theirs. */
function knownSymptoms(groups: readonly ClientGroup[]): readonly KnownSymptom[] {
  const shown = new Set(groups.flatMap((group) => group.symptoms));
  const printed = symptoms
    .filter(({ id }) => shown.has(id))
    .map(({ id, title, seenAs, explainedBy }) => ({
      id,
      title,
      seenAs: [...new Set(seenAs.map(({ fact }) => fact))].join(', '),
      explainedBy,
    }));
  const codes = [...shown]
    .filter((id) => id.startsWith('code:'))
    .sort()
    .flatMap((id) => {
      const known = clientErrorCode(id.slice('code:'.length));
      return known === undefined
        ? []
        : [
            {
              id,
              title: known.meaning.replace(/\.$/u, ''),
              seenAs: known.code,
              explainedBy: known.explainedBy.map((check) => ({ check, why: `It can end in ${known.code}.` })),
            },
          ];
    });
  return [...printed, ...codes];
}

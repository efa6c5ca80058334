import type { AffectedObject } from '../../../src-shared/model/finding';
import { outcomeTitles } from '../../../src-shared/model/outcome';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { decisionsByObject, type ReportReview } from '../../../src-shared/report/report-review';
import { decisionWords } from '../decision-words';
import { columns, type Sheet } from './sheet';

/** Those that passed are counted only, as everywhere in the report. */
export function objectsSheet({ findings, reviews }: ReportDocument): Sheet {
  const isConcerned = ({ outcome }: AffectedObject): boolean => outcome !== 'pass' && outcome !== 'not-applicable';
  return {
    name: 'Objects',
    columns: columns({
      Check: 10,
      Title: 40,
      Object: 44,
      Kind: 20,
      Outcome: 14,
      'What was seen': 80,
      Identity: 46,
      Decision: 40,
    }),
    rows: findings.flatMap((finding) => {
      const decisions = decisionsByObject(reviews, finding.checkId);
      return finding.objects
        .filter(isConcerned)
        .map(({ name, kind, outcome, note, id }) => [
          finding.checkId,
          finding.title,
          name,
          kind.replaceAll('-', ' '),
          outcomeTitles[outcome],
          note,
          id,
          decisionOf(decisions.get(id)),
        ]);
    }),
  };
}

const decisionOf = (stated: ReportReview | undefined): string => (stated === undefined ? '' : decisionWords(stated));

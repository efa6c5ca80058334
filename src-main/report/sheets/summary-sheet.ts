import { verdictTitles } from '../../../src-shared/model/readiness';
import { notApplicableIn } from '../../../src-shared/model/readiness-words';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { consultantOf } from '../consultant';
import { readinessRows } from '../readiness-rows';
import { type CellValue, columns, type Sheet } from './sheet';

/** What the report is about, and the verdicts: all, by area, by step. */
export function summarySheet(document: ReportDocument): Sheet {
  const { details, product, catalogue, createdAt, judgedAt, readiness } = document;
  const facts: readonly (readonly CellValue[])[] = [
    ['Customer', details.customer],
    ['Engagement', details.title],
    ['Consultant', consultantOf(document)],
    ['Classification', details.classification],
    ['Judged at', judgedAt],
    ['Report made at', createdAt],
    ['Made with', `${product.name} ${product.version}`],
    ['Catalogue', `${catalogue.version} of ${catalogue.date}, ${catalogue.implemented} of ${catalogue.total} checks`],
  ];
  return {
    name: 'Summary',
    columns: columns({
      ...{ What: 44, Result: 24, Conclusive: 12, Applicable: 12, Blockers: 12, Warnings: 12, 'Not known': 12 },
      ...{ Passed: 12, 'Not applicable': 14, Conclusions: 12, 'What blocks': 40 },
    }),
    rows: [
      ...facts,
      ...[{ title: 'All', group: readiness.overall }, ...readinessRows(readiness)].map(({ title, group }) => [
        title,
        verdictTitles[group.verdict],
        group.conclusive,
        group.applicable,
        group.blockers.length,
        group.warnings.length,
        group.unknown.length,
        group.passed,
        notApplicableIn(group),
        group.conclusions.length,
        group.blockers.join(', '),
      ]),
    ],
  };
}

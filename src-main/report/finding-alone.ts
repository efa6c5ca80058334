import { noClients } from '../../src-shared/model/clients';
import { AppError } from '../../src-shared/model/error';
import type { ReportDocument } from '../../src-shared/report/report-document';

/**
 * The part of a report that one finding rests on: its check, evidence, answers, contradictions and decisions. Readiness stays, since it is the whole's.
 * @throws AppError `no-finding`
 */
export function findingAlone(document: ReportDocument, checkId: string): ReportDocument {
  const finding = document.findings.find((each) => each.checkId === checkId);
  if (finding === undefined)
    throw new AppError(
      'no-finding',
      `The last run has no finding for ${checkId}.`,
      'Check the id; the report as a whole lists what was judged.',
    );
  const restsOn = new Set([...finding.evidenceIds, ...finding.objects.flatMap(({ evidenceId }) => evidenceId ?? [])]);
  return {
    ...document,
    findings: [finding],
    roadmap: { items: document.roadmap.items.filter((item) => item.checkId === checkId), settled: [] },
    checks: document.checks.filter(({ id }) => id === checkId),
    notJudged: [],
    targets: [],
    evidence: document.evidence.filter(({ id }) => restsOn.has(id)),
    interview: document.interview.filter(({ checks }) => checks.includes(checkId)),
    contradictions: document.contradictions.filter(({ checks }) => checks.includes(checkId)),
    clients: noClients,
    reviews: document.reviews.filter(({ review }) => review.checkId === checkId),
  };
}

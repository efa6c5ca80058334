import { computeReadiness } from '../../../src-shared/model/readiness';
import { catalogue, catalogueVersion } from '../../knowledge/catalogue';
import type { ComparedReport } from '../../report/compare-reports';
import { readDraft } from '../../store/draft';
import type { EngagementFile } from '../../store/engagement-file';
import { listEvidenceIds } from '../../store/evidence';
import { type ComparableFinding, comparableFindings, listFindingRows } from '../../store/findings';
import { requireJudgement } from '../report/require-judgement';

/**
 * Of the latest judged run what a comparison needs, and no more: a whole report takes several times as long.
 * @throws AppError `nothing-judged`
 */
export async function loadComparedReport(file: EngagementFile): Promise<ComparedReport> {
  const { runId, judgedAsOf, catalogueVersion: judgedWith } = requireJudgement(file);
  const findings: ComparableFinding[] = [];
  for await (const finding of comparableFindings(file, runId)) findings.push(finding);
  return {
    details: readDraft(file).details,
    judgedAt: judgedAsOf,
    catalogue: { version: catalogueVersion, judgedWith },
    readiness: computeReadiness(catalogue, await listFindingRows(file, runId)),
    findings,
    evidence: listEvidenceIds(file).map((id) => ({ id })),
  };
}

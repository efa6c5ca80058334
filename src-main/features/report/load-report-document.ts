import type { Finding } from '../../../src-shared/model/finding';
import { computeReadiness } from '../../../src-shared/model/readiness';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { productVersion } from '../../app/product';
import { describeCatalogue } from '../../engine/describe-catalogue';
import { catalogue, catalogueDate, catalogueVersion } from '../../knowledge/catalogue';
import { knowledgeDates } from '../../knowledge/knowledge-dates';
import { buildReportDocument } from '../../report/build-report-document';
import { findingRow } from '../../report/finding-row';
import { printedObjects } from '../../report/html/printed-objects';
import { withImportedPaths } from '../../report/imported-paths';
import { listContradictions } from '../../store/contradictions';
import { readDraft } from '../../store/draft';
import type { EngagementFile } from '../../store/engagement-file';
import { listEvidence } from '../../store/evidence';
import { loadFindings } from '../../store/findings';
import { importedPaths, readRun } from '../../store/runs';
import { loadClients } from '../clients/load-clients';
import { loadAttestedAnswers } from './load-attested-answers';
import { loadReportNotes } from './load-report-notes';
import { loadReportReviews } from './load-report-reviews';
import { requireJudgement } from './require-judgement';

/** What of a report depends on what becomes of it. */
export interface ReportContent {
  /** Notes and pictures beside the findings; left out when absent. */
  readonly notes?: boolean | undefined;
  /** Of tens of thousands of objects only those that are printed; all of them when absent. */
  readonly objects?: 'printed' | undefined;
}

/**
 * The report of the latest judged run; screen, files and command line all start from it.
 * @throws AppError `nothing-judged` before the first judged run
 */
export async function loadReportDocument(
  file: EngagementFile,
  createdAt: Date,
  { notes = false, objects }: ReportContent = {},
): Promise<ReportDocument> {
  const { runId, judgedAsOf, plan, catalogueVersion: judgedWith } = requireJudgement(file);
  const findings: Finding[] = [];
  for await (const finding of loadFindings(file, runId, objects === undefined ? undefined : printedObjects))
    findings.push(finding);
  const document = buildReportDocument({
    details: readDraft(file).details,
    scope: plan.scope,
    createdAt: createdAt.toISOString(),
    judgedAt: judgedAsOf,
    findings,
    checks: describeCatalogue(),
    readiness: computeReadiness(catalogue, findings.map(findingRow)),
    targets: readRun(file, runId)?.targets ?? [],
    evidence: await listEvidence(file),
    interview: await loadAttestedAnswers(file, findings),
    contradictions: listContradictions(file, runId),
    clients: (await loadClients(file)).overview,
    reviews: await loadReportReviews(file, createdAt.toISOString().slice(0, 10)),
    notes: notes ? await loadReportNotes(file) : [],
    productVersion,
    catalogueVersion,
    catalogueDate,
    judgedWith,
    knowledge: knowledgeDates,
  });
  return withImportedPaths(document, importedPaths(file));
}

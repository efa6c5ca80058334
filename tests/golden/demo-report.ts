import { resolve } from 'node:path';
import { describeCatalogue } from '../../src-main/engine/describe-catalogue';
import { catalogue, catalogueDate, catalogueVersion } from '../../src-main/knowledge/catalogue';
import { knowledgeDates } from '../../src-main/knowledge/knowledge-dates';
import { buildReportDocument } from '../../src-main/report/build-report-document';
import { findingRow } from '../../src-main/report/finding-row';
import { noClients } from '../../src-shared/model/clients';
import { computeReadiness } from '../../src-shared/model/readiness';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { assessPlanFile } from '../support/assess-plan';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/gu;

/**
 * The report of a demo organisation, without what differs from one computer and day to the next: ids that are made anew, the folder of the checkout, the
 * time at which files were read. Clients and answers have tests of their own.
 */
export async function demoReport(plan: string): Promise<ReportDocument> {
  const { plan: read, records, targets, findings } = await assessPlanFile(plan);
  const judgedAt = read.assessAt ?? '2026-11-22T15:00:00.000Z';
  const document = buildReportDocument({
    ...{ details: read.details, scope: read.scope, createdAt: judgedAt, judgedAt, findings },
    ...{ checks: describeCatalogue(), readiness: computeReadiness(catalogue, findings.map(findingRow)) },
    targets: targets.map(({ startedAt: _, endedAt: __, ...target }) => target),
    evidence: records.map(({ header }) => ({ ...header, collectedAt: judgedAt })),
    ...{ interview: [], contradictions: [], clients: noClients, reviews: [], notes: [] },
    ...{ productVersion: '0.0.0', catalogueVersion, catalogueDate, knowledge: knowledgeDates },
  });
  return settled(document);
}

/** Ids are numbered by the place of their record in the report, whatever order the records came in. */
function settled(document: ReportDocument): ReportDocument {
  const bySource = [...document.evidence].sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en'));
  const numbers = new Map(
    bySource.map(({ id }, index) => [id, `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`]),
  );
  const text = JSON.stringify({ ...document, evidence: bySource })
    .replaceAll(`${resolve('.')}/`, '')
    .replace(uuid, (id) => numbers.get(id) ?? id);
  return JSON.parse(text) as ReportDocument;
}

const keyOf = ({ kind, target, source, sha256 }: ReportDocument['evidence'][number]): string =>
  [kind, target, source.location, sha256].join(' ');

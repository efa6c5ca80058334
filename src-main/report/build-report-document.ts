import type { CheckDescription } from '../../src-shared/model/catalogue';
import type { ClientsOverview } from '../../src-shared/model/clients';
import type { Contradiction } from '../../src-shared/model/contradiction';
import type { EvidenceHeader } from '../../src-shared/model/evidence';
import type { Finding } from '../../src-shared/model/finding';
import type { EngagementDetails } from '../../src-shared/model/plan';
import type { Readiness } from '../../src-shared/model/readiness';
import { buildRoadmap } from '../../src-shared/model/roadmap';
import type { RunTarget } from '../../src-shared/model/run';
import type { Scope } from '../../src-shared/model/scope';
import type { AttestedAnswer } from '../../src-shared/report/attested-answer';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { compareFindings } from './finding-order';
import { findingRow } from './finding-row';

/** What a report is made of, as the store and the catalogue give it. */
export interface ReportInput {
  readonly details: EngagementDetails;
  readonly scope: Scope;
  /** When the report is made, and the instant the evidence was judged at (ISO 8601, UTC). */
  readonly createdAt: string;
  readonly judgedAt: string;
  readonly findings: readonly Finding[];
  /** Every id of the catalogue, judged by this version or not. */
  readonly checks: readonly CheckDescription[];
  readonly readiness: Readiness;
  readonly targets: readonly RunTarget[];
  readonly evidence: readonly EvidenceHeader[];
  readonly interview: readonly AttestedAnswer[];
  readonly contradictions: readonly Contradiction[];
  readonly clients: ClientsOverview;
  readonly reviews: ReportDocument['reviews'];
  readonly notes: ReportDocument['notes'];
  readonly productVersion: string;
  readonly catalogueVersion: string;
  readonly catalogueDate: string;
  /** Version of the catalogue when it was judged; this one when absent. */
  readonly judgedWith?: string;
  readonly knowledge: readonly { readonly name: string; readonly date: string }[];
}

/** Puts the parts of a report in its order. Adds no facts: what it says is what came in, and the order in which to go about it. */
export function buildReportDocument(input: ReportInput): ReportDocument {
  const judged = new Set(input.findings.map((finding) => finding.checkId));
  return {
    schema: 1,
    product: { name: 'Hello Preflight', version: input.productVersion },
    catalogue: {
      version: input.catalogueVersion,
      date: input.catalogueDate,
      total: input.checks.length,
      implemented: input.checks.filter((check) => check.implemented).length,
      ...(input.judgedWith === undefined || input.judgedWith === input.catalogueVersion
        ? {}
        : { judgedWith: input.judgedWith }),
    },
    knowledge: [...input.knowledge],
    details: input.details,
    createdAt: input.createdAt,
    judgedAt: input.judgedAt,
    scope: input.scope,
    readiness: input.readiness,
    roadmap: buildRoadmap(input.findings.map(findingRow), input.checks, input.reviews),
    findings: [...input.findings].sort(compareFindings),
    checks: input.checks.filter((check) => judged.has(check.id)),
    notJudged: input.checks.filter((check) => !judged.has(check.id)).map(({ id, title }) => ({ id, title })),
    targets: [...input.targets],
    evidence: [...input.evidence].sort(compareEvidence),
    interview: [...input.interview],
    contradictions: [...input.contradictions],
    clients: input.clients,
    reviews: input.reviews,
    notes: input.notes,
  };
}

const compareEvidence = (a: EvidenceHeader, b: EvidenceHeader): number =>
  a.kind.localeCompare(b.kind, 'en') ||
  a.target.localeCompare(b.target, 'en') ||
  a.collectedAt.localeCompare(b.collectedAt);

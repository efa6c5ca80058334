import { changes } from '../../../src-shared/model/comparison';
import type { EvidenceHeader } from '../../../src-shared/model/evidence';
import type { ReadinessGroup } from '../../../src-shared/model/readiness';
import type { DeltaDocument, EvidenceSide, ReadinessSide } from '../../../src-shared/report/delta-document';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { type ComparedReport, compareReports } from '../compare-reports';
import { decisionFatesOf } from './decision-fates';

/** A report with what a delta report takes from it. */
export type DeltaSide = ComparedReport & Pick<ReportDocument, 'product' | 'reviews' | 'evidence'>;

/**
 * What changed between two reports of one environment. `createdAt` (ISO 8601) is when the delta report is made; decisions of both sides must say what held
 * when each was judged, and now.
 */
export function buildDeltaDocument(before: DeltaSide, after: DeltaSide, createdAt: string): DeltaDocument {
  const comparison = compareReports(before, after);
  const { checks, conclusions } = comparison;
  return {
    schema: 1,
    kind: 'delta',
    product: after.product,
    details: after.details,
    createdAt,
    comparison,
    totals: changes.map((change) => {
      const these = checks.filter((check) => check.change === change);
      return {
        change,
        checks: these.length,
        ruleChanged: these.filter(({ ruleChanged }) => ruleChanged).length,
        kept: these.filter(({ kept }) => kept).length,
        objects: checks.reduce((sum, { objects }) => sum + objects.filter((each) => each.change === change).length, 0),
      };
    }),
    readiness: readinessOf(before, after),
    rules: [...checks, ...conclusions]
      .filter(({ ruleChanged }) => ruleChanged)
      .map(({ checkId, title, before: was, after: is }) => ({
        checkId,
        title,
        kind: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed',
      })),
    decisions: decisionFatesOf(before.reviews, after.reviews),
    evidence: {
      before: evidenceSide(before.evidence),
      after: evidenceSide(after.evidence),
      kept: keptRecords(before.evidence, after.evidence),
    },
  };
}

/** Both sides know every area and step of the catalogue; one that only the newer catalogue has was not judged before. */
function readinessOf({ readiness: before }: DeltaSide, { readiness: after }: DeltaSide): DeltaDocument['readiness'] {
  return {
    overall: { before: sideOf(before.overall), after: sideOf(after.overall) },
    areas: after.areas.map(({ area, ...group }) => ({
      area,
      before: sideOf(before.areas.find((each) => each.area === area)),
      after: sideOf(group),
    })),
    steps: after.steps.map(({ step, ...group }) => ({
      step,
      before: sideOf(before.steps.find((each) => each.step === step)),
      after: sideOf(group),
    })),
  };
}

const notJudged: ReadinessSide = { verdict: 'not-known', applicable: 0, conclusive: 0, blockers: [] };

function sideOf(group: ReadinessGroup | undefined): ReadinessSide {
  if (group === undefined) return notJudged;
  const { verdict, applicable, conclusive, blockers } = group;
  return { verdict, applicable, conclusive, blockers };
}

function evidenceSide(evidence: readonly EvidenceHeader[]): EvidenceSide {
  const times = evidence.map(({ collectedAt }) => new Date(collectedAt).toISOString()).sort();
  const [oldest, newest] = [times[0], times.at(-1)];
  return {
    records: evidence.length,
    ...(oldest === undefined ? {} : { oldest }),
    ...(newest === undefined ? {} : { newest }),
  };
}

function keptRecords(before: readonly EvidenceHeader[], after: readonly EvidenceHeader[]): number {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => known.has(id)).length;
}

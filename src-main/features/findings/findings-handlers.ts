import type { HandlersOf } from '../../../src-shared/ipc/define';
import { evidenceShown, type findingsContract, type ListedObject } from '../../../src-shared/ipc/findings';
import { AppError } from '../../../src-shared/model/error';
import type { AffectedObject } from '../../../src-shared/model/finding';
import { computeReadiness } from '../../../src-shared/model/readiness';
import { reviewState } from '../../../src-shared/model/review';
import { buildRoadmap, emptyRoadmap } from '../../../src-shared/model/roadmap';
import { describeCatalogue } from '../../engine/describe-catalogue';
import { catalogue } from '../../knowledge/catalogue';
import { listContradictions } from '../../store/contradictions';
import type { EngagementFile } from '../../store/engagement-file';
import { openObjects } from '../../store/every-finding-object';
import { readEvidenceHeader } from '../../store/evidence';
import { listFindingObjects, type ObjectQuery } from '../../store/finding-objects';
import { readFinding } from '../../store/findings';
import { listReviews } from '../../store/reviews';
import { latestJudgement, latestRunId } from '../../store/runs';
import type { AppContext } from '../app-context';
import { statedReviews } from '../reviews/judged-now';
import { decisionsOnObjects } from '../reviews/object-decisions';
import { filterFindings, sortFindings } from './filter-findings';
import { judgedRows, listedFindings } from './listed-findings';

export function findingsHandlers({ session }: AppContext): HandlersOf<typeof findingsContract> {
  const checks = new Map(describeCatalogue().map((check) => [check.id, check]));
  const catalogueImplemented = [...checks.values()].filter((check) => check.implemented).length;

  return {
    list: async ({ filter, sort }) => {
      const { rows, ...counts } = await listedFindings(session.file);
      const shown = sortFindings(filterFindings(rows, filter), sort.by, sort.descending);
      return { rows: shown, total: rows.length, ...counts };
    },
    detail: ({ checkId }) => {
      const { file } = session;
      const runId = latestRunId(file);
      const finding = runId === undefined ? undefined : readFinding(file, runId, checkId);
      const check = checks.get(checkId);
      if (finding === undefined || check === undefined) throw noFinding(checkId);
      const evidence = finding.evidenceIds.slice(0, evidenceShown).flatMap((id) => readEvidenceHeader(file, id) ?? []);
      return { finding, check, evidence };
    },
    objects: async ({ checkId, ...query }) => {
      const { file } = session;
      const runId = latestRunId(file);
      if (runId === undefined) throw noFinding(checkId);
      const { objects, total } = await listFindingObjects(file, runId, checkId, query);
      return { objects: await withDecisions(file, checkId, objects), total };
    },
    openObjects: async ({ checkId, ...stretch }) => ({ ids: await openInStretch(session.file, checkId, stretch) }),
    contradictions: () => {
      const { file } = session;
      const runId = latestRunId(file);
      return { contradictions: runId === undefined ? [] : listContradictions(file, runId) };
    },
    readiness: async () => {
      const { file } = session;
      const judgement = latestJudgement(file);
      const counts = { catalogueTotal: catalogue.length, catalogueImplemented };
      if (judgement === undefined) return { readiness: null, roadmap: emptyRoadmap, judgedAt: null, ...counts };
      const rows = await judgedRows(file);
      return {
        readiness: computeReadiness(catalogue, rows),
        roadmap: buildRoadmap(rows, catalogue, await statedReviews(file, listReviews(file))),
        judgedAt: judgement.judgedAsOf,
        ...counts,
      };
    },
  };
}

/** What was decided on each, when something was. */
async function withDecisions(file: EngagementFile, checkId: string, objects: readonly AffectedObject[]) {
  const decisions = await decisionsOnObjects(file, checkId);
  const today = new Date().toISOString().slice(0, 10);
  return objects.map((object): ListedObject => {
    const decided = decisions.get(object.id);
    if (decided === undefined) return object;
    const { outcome } = object;
    const rested = { ...decided.review, outcome: decided.outcome, fingerprint: decided.outcome };
    const state = reviewState(rested, { outcome, fingerprint: outcome }, today);
    const { decision, reason, author, until } = decided.review;
    return { ...object, decided: { decision, reason, author, ...(until === undefined ? {} : { until }), state } };
  });
}

/** What is open comes first in every list, so that its place among the rows is its place among what is open. */
async function openInStretch(
  file: EngagementFile,
  checkId: string,
  {
    first,
    last,
    ...query
  }: Pick<ObjectQuery, 'search' | 'outcomes'> & { readonly first: number; readonly last: number },
): Promise<string[]> {
  const runId = latestRunId(file);
  if (runId === undefined) throw noFinding(checkId);
  const ids: string[] = [];
  let passed = 0;
  for await (const portion of openObjects(file, runId, checkId, query)) {
    for (const { id } of portion.slice(Math.max(0, first - passed), last - passed + 1)) ids.push(id);
    passed += portion.length;
    if (passed > last) break;
  }
  return ids;
}

const noFinding = (checkId: string): AppError =>
  new AppError(
    'no-finding',
    `There is no finding for ${checkId} in this engagement.`,
    'Start a run, or choose another finding from the list.',
  );

import type { HandlersOf } from '../../../src-shared/ipc/define';
import { evidenceShown, type findingsContract } from '../../../src-shared/ipc/findings';
import { AppError } from '../../../src-shared/model/error';
import { computeReadiness } from '../../../src-shared/model/readiness';
import { buildRoadmap, emptyRoadmap } from '../../../src-shared/model/roadmap';
import { describeCatalogue } from '../../engine/describe-catalogue';
import { catalogue } from '../../knowledge/catalogue';
import { listContradictions } from '../../store/contradictions';
import { readEvidenceHeader } from '../../store/evidence';
import { listFindingObjects } from '../../store/finding-objects';
import { listFindingRows, readFinding } from '../../store/findings';
import { listReviews } from '../../store/reviews';
import { latestJudgement } from '../../store/runs';
import type { AppContext } from '../app-context';
import { statedReviews } from '../reviews/judged-now';
import { filterFindings, sortFindings } from './filter-findings';
import { listedFindings } from './listed-findings';

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
      const runId = latestJudgement(file)?.runId;
      const finding = runId === undefined ? undefined : readFinding(file, runId, checkId);
      const check = checks.get(checkId);
      if (finding === undefined || check === undefined) throw noFinding(checkId);
      const evidence = finding.evidenceIds.slice(0, evidenceShown).flatMap((id) => readEvidenceHeader(file, id) ?? []);
      return { finding, check, evidence };
    },
    objects: ({ checkId, ...query }) => {
      const { file } = session;
      const runId = latestJudgement(file)?.runId;
      if (runId === undefined) throw noFinding(checkId);
      return listFindingObjects(file, runId, checkId, query);
    },
    contradictions: () => {
      const { file } = session;
      const runId = latestJudgement(file)?.runId;
      return { contradictions: runId === undefined ? [] : listContradictions(file, runId) };
    },
    readiness: async () => {
      const { file } = session;
      const judgement = latestJudgement(file);
      const counts = { catalogueTotal: catalogue.length, catalogueImplemented };
      if (judgement === undefined) return { readiness: null, roadmap: emptyRoadmap, judgedAt: null, ...counts };
      const rows = await listFindingRows(file, judgement.runId);
      return {
        readiness: computeReadiness(catalogue, rows),
        roadmap: buildRoadmap(rows, catalogue, statedReviews(file, listReviews(file))),
        judgedAt: judgement.judgedAsOf,
        ...counts,
      };
    },
  };
}

const noFinding = (checkId: string): AppError =>
  new AppError(
    'no-finding',
    `There is no finding for ${checkId} in this engagement.`,
    'Start a run, or choose another finding from the list.',
  );

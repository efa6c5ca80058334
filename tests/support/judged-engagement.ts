import type { EngagementFile } from '../../src-main/store/engagement-file';
import { storeFindings } from '../../src-main/store/findings';
import { endRun, startJudging } from '../../src-main/store/runs';
import type { AffectedObject, Finding } from '../../src-shared/model/finding';
import { affectedObject, draft, newEngagement, newRun } from './engagement';

/** An open engagement with one judged run that has these findings. */
export async function judgedEngagement(findings: readonly Finding[]): Promise<EngagementFile> {
  const file = await newEngagement({ ...draft, wizardStep: 'finished' });
  const runId = newRun(file);
  startJudging(file, runId);
  await storeFindings(file, runId, findings);
  endRun(file, runId, { state: 'done', judgedAsOf: '2026-11-22T15:00:00.000Z' });
  return file;
}

/** That many objects with keys of their own: some fail, the others have a warning. */
export const failingObjects = (count: number, failing: (index: number) => boolean): readonly AffectedObject[] =>
  Array.from({ length: count }, (_, index) =>
    affectedObject(index, { outcome: failing(index) ? 'fail' : 'warning', id: `S-1-5-21-1-2-3-${index}` }),
  );

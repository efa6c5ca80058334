import type { Envelope } from '../../../src-shared/ipc/define';
import type { EngagementSummary } from '../../../src-shared/model/engagement';
import { answerOf, type Failure } from '../../api/answer';
import { forgetAnswers } from '../../api/kept-answers';
import { closeEngagement, useEngagement } from '../../shell/engagement-store';
import { startOf, useNavigation } from '../../shell/navigation-store';
import { useFindings } from '../findings/findings-store';
import { useRun } from '../run/run-store';

const runGoesOn: Failure = {
  code: 'run-goes-on',
  message: 'A run of the open engagement goes on. Everything collected so far is stored.',
  next: 'Wait for it or cancel it on the Run screen, then open another engagement.',
};

/** Stores and closes what is open; a failure keeps it open. */
export async function leaveEngagement(): Promise<Failure | undefined> {
  if (useRun.getState().active !== null) return runGoesOn;
  if (useEngagement.getState().engagement === null) return undefined;
  const failure = await closeEngagement();
  if (failure !== undefined) return failure;
  useRun.getState().clear();
  useFindings.getState().clear();
  forgetAnswers();
  useNavigation.getState().restart({ screen: 'library' });
  return undefined;
}

/** Leaves the open engagement, then opens, creates or makes another and goes to where its work stands. */
export async function enterEngagement(
  request: () => Promise<Envelope<EngagementSummary>>,
): Promise<Failure | undefined> {
  const obstacle = await leaveEngagement();
  if (obstacle !== undefined) return obstacle;
  const answer = await answerOf(request());
  if (!answer.ok) return answer.error;
  useEngagement.getState().adopt(answer.value);
  await useRun.getState().loadLatest();
  useNavigation.getState().restart(startOf(answer.value));
  return undefined;
}

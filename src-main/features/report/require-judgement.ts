import { AppError } from '../../../src-shared/model/error';
import type { EngagementFile } from '../../store/engagement-file';
import { type Judgement, latestJudgement } from '../../store/runs';

/** @throws AppError `nothing-judged` before the first judged run */
export function requireJudgement(file: EngagementFile): Judgement {
  const judgement = latestJudgement(file);
  if (judgement !== undefined) return judgement;
  throw new AppError(
    'nothing-judged',
    'Nothing has been judged yet, so there is nothing to report.',
    'Start a run first.',
  );
}

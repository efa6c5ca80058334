import type { Outcome } from '../../src-shared/model/outcome';
import { type Verdict, verdictTitles } from '../../src-shared/model/readiness';
import { OutcomeLabel } from './outcome-label';

/** Verdicts wear the icon and colour of the outcome they resemble; *not known* looks like nothing reassuring. */
export const verdictOutcome: Readonly<Record<Verdict, Outcome>> = {
  ready: 'pass',
  'ready-with-warnings': 'warning',
  blocked: 'fail',
  'not-known': 'unknown',
  'not-applicable': 'not-applicable',
};

export function VerdictLabel({
  verdict,
  form = 'pill',
}: {
  readonly verdict: Verdict;
  readonly form?: 'plain' | 'pill';
}) {
  return <OutcomeLabel outcome={verdictOutcome[verdict]} word={verdictTitles[verdict]} form={form} />;
}

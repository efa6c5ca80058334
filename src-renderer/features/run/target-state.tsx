import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { Outcome } from '../../../src-shared/model/outcome';
import type { RunTarget } from '../../../src-shared/model/run';
import { OutcomeLabel } from '../../ui/outcome-label';

const useStyles = makeStyles({
  running: { display: 'inline-flex', alignItems: 'center', gap: '6px', fontWeight: tokens.fontWeightSemibold },
});

const looks: Readonly<
  Record<Exclude<RunTarget['state'], 'running'>, { readonly outcome: Outcome; readonly word: string }>
> = {
  waiting: { outcome: 'not-applicable', word: 'Waiting' },
  done: { outcome: 'pass', word: 'Collected' },
  partial: { outcome: 'warning', word: 'In part' },
  failed: { outcome: 'fail', word: 'Failed' },
  cancelled: { outcome: 'not-applicable', word: 'Cancelled' },
};

/** State of a target as icon and word. A target that is left "running" by a run that ended was cut short. */
export function TargetState({ target, isLive }: { readonly target: RunTarget; readonly isLive: boolean }) {
  const styles = useStyles();
  const { state, facts, keptFrom } = target;
  if (state === 'done' && keptFrom !== undefined) return <OutcomeLabel outcome="info" word="Kept" />;
  if (state === 'done' && facts === 0) return <OutcomeLabel outcome="info" word="Nothing used" />;
  if (state === 'waiting' && !isLive) return <OutcomeLabel outcome="unknown" word="Not read" />;
  if (state !== 'running') return <OutcomeLabel {...looks[state]} />;
  if (!isLive) return <OutcomeLabel outcome="unknown" word="Cut short" />;
  return (
    <span className={styles.running}>
      <Spinner size="extra-tiny" aria-hidden="true" /> Reading
    </span>
  );
}

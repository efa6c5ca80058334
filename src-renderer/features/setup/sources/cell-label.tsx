import { makeStyles, tokens } from '@fluentui/react-components';
import type { Outcome } from '../../../../src-shared/model/outcome';
import { quantity } from '../../../text/quantity';
import { StatusIcon } from '../../../ui/status-icon';
import { TimeAgo } from '../../../ui/time-ago';
import type { CellState } from './source-matrix';
import type { Way } from './source-systems';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const icons: Readonly<Record<CellState['is'], Outcome>> = {
  'not-offered': 'not-applicable',
  empty: 'not-applicable',
  ready: 'info',
  collected: 'pass',
  'needs-rights': 'warning',
  failed: 'fail',
};

const nothingYet: Readonly<Record<Way, string>> = {
  live: 'No target chosen',
  files: 'No file yet',
  interview: 'No answer yet',
};

function words(state: CellState, way: Way, isAsked: boolean) {
  switch (state.is) {
    case 'not-offered':
      return way === 'interview' ? 'Not asked' : isAsked ? 'Only by asking' : 'Not in this version';
    case 'empty':
      return nothingYet[way];
    case 'ready':
      return 'Ready';
    case 'needs-rights':
      return 'Needs rights';
    case 'failed':
      return 'Failed';
    case 'collected':
      return way === 'interview' ? (
        quantity(state.records, 'answer')
      ) : (
        <>
          Collected <TimeAgo at={state.at} />, {quantity(state.records, 'record')}
        </>
      );
  }
}

interface CellLabelProps {
  readonly state: CellState;
  readonly way: Way;
  /** People are the source. */
  readonly isAsked: boolean;
}

export function CellLabel({ state, way, isAsked }: CellLabelProps) {
  const styles = useStyles();
  // What was said is not what was read.
  const isAnswered = way === 'interview' && state.is === 'collected';
  const isQuiet = state.is === 'not-offered' || state.is === 'empty';
  return (
    <span className={isQuiet ? `${styles.root} ${styles.quiet}` : styles.root}>
      <StatusIcon outcome={isAnswered ? 'info' : icons[state.is]} />
      <span>{words(state, way, isAsked)}</span>
    </span>
  );
}

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

function words(state: CellState, way: Way) {
  switch (state.is) {
    case 'not-offered':
      return 'Not in this version';
    case 'empty':
      return way === 'live' ? 'No target chosen' : 'No file yet';
    case 'ready':
      return 'Ready';
    case 'needs-rights':
      return 'Needs rights';
    case 'failed':
      return 'Failed';
    case 'collected':
      return (
        <>
          Collected <TimeAgo at={state.at} />, {quantity(state.records, 'record')}
        </>
      );
  }
}

export function CellLabel({ state, way }: { readonly state: CellState; readonly way: Way }) {
  const styles = useStyles();
  const isQuiet = state.is === 'not-offered' || state.is === 'empty';
  return (
    <span className={isQuiet ? `${styles.root} ${styles.quiet}` : styles.root}>
      <StatusIcon outcome={icons[state.is]} />
      <span>{words(state, way)}</span>
    </span>
  );
}

import type { ClientState } from '../../../src-shared/model/clients';
import type { Outcome } from '../../../src-shared/model/outcome';

/** Icon and colour of a state; the word stays the state's own. */
export const stateOutcome: Readonly<Record<ClientState, Outcome>> = {
  failing: 'fail',
  open: 'unknown',
  mute: 'unknown',
  ready: 'info',
  done: 'pass',
};

import type { HostConnectivity } from '../../../src-shared/model/evidence/host';
import type { Verdict } from '../../evidence/derived/verdict';
import { listed } from '../wording';

type Attempt = HostConnectivity['attempts'][number];

/** Connections of one kind tried from a machine; none tried says nothing. */
export function judgeAttempts(attempts: readonly Attempt[], what: string): Verdict {
  if (attempts.length === 0)
    return { outcome: 'unknown', reason: 'not-collected', note: `It was not tried to reach ${what} from here.` };
  const failed = attempts.filter(({ succeeded }) => !succeeded);
  if (failed.length === 0)
    return { outcome: 'pass', note: `Reaches ${listed([...new Set(attempts.map(({ target }) => target))])}.` };
  const told = failed.map(({ target, port }) => (port === undefined ? target : `${target} on port ${port}`));
  return { outcome: 'fail', note: `Does not reach ${listed(told)}.` };
}

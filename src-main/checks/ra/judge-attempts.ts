import type { HostConnectivity } from '../../../src-shared/model/evidence/host';
import { isSameHost } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import type { CheckResult, Inputs } from '../define-check';
import { hostObject } from '../host-objects';
import { type JudgedObject, judged, unknown } from '../result';
import { listed, namesOf, shareOf } from '../wording';

type Attempt = HostConnectivity['attempts'][number];

/** Connections of one kind tried from a machine; none tried says nothing. */
function judgeAttempts(attempts: readonly Attempt[], what: string): Verdict {
  if (attempts.length === 0)
    return { outcome: 'unknown', reason: 'not-collected', note: `It was not tried to reach ${what} from here.` };
  const failed = attempts.filter(({ succeeded }) => !succeeded);
  if (failed.length === 0)
    return { outcome: 'pass', note: `Reaches ${listed([...new Set(attempts.map(({ target }) => target))])}.` };
  const told = failed.map(({ target, port }) => (port === undefined ? target : `${target} on port ${port}`));
  return { outcome: 'fail', note: `Does not reach ${listed(told)}.` };
}

/** What tells the nodes of AD FS and what was tried from them. */
export const attemptNeeds = ['host.connectivity', 'host.system?', 'adfs.farm-information?'] as const;

/** Judges from every AD FS node whether it reaches `what` ("a CA"); `isMeant` picks the attempts that count. */
export function judgeFromNodes(
  inputs: Inputs<(typeof attemptNeeds)[number]>,
  what: string,
  isMeant: (attempt: Attempt) => boolean,
): CheckResult {
  const named = inputs['adfs.farm-information'].records.flatMap(({ data }) => data.nodes.map(({ host }) => host));
  const nodes = inputs['host.connectivity'].records.filter(
    ({ data }) =>
      named.some((host) => isSameHost(host, data.host)) ||
      inputs['host.system'].records.some(
        (record) => record.data.role === 'adfs' && isSameHost(record.data.host, data.host),
      ),
  );
  if (nodes.length === 0) return unknown('not-collected', { summary: 'Nothing was tried from an AD FS node.' });
  const objects = nodes.map(
    ({ id, data }): JudgedObject => ({
      ...hostObject(data.host),
      evidenceId: id,
      ...judgeAttempts(data.attempts.filter(isMeant), what),
    }),
  );
  return judged(objects, { summary: summarise(objects, what) });
}

function summarise(objects: readonly JudgedObject[], what: string): string {
  const [bad, open] = [namesOf(objects, 'fail'), namesOf(objects, 'unknown')];
  if (bad.length > 0)
    return `${shareOf(bad.length, objects.length, 'AD FS node', ['does', 'do'])} not reach ${what}: ${listed(bad)}.`;
  if (open.length > 0)
    return `Whether ${listed(open)} ${open.length === 1 ? 'reaches' : 'reach'} ${what} was not tried.`;
  return `${listed(objects.map(({ name }) => name))} ${objects.length === 1 ? 'reaches' : 'reach'} ${what}.`;
}

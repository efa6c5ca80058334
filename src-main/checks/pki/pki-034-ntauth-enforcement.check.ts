import type { HostEvents, HostRegistry } from '../../../src-shared/model/evidence/host';
import { unreadTime } from '../../evidence/derived/event-coverage';
import { day } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { registryIn } from '../../evidence/registry-values';
import { defineCheck } from '../define-check';
import { judged, unknown } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { timesOf } from '../wording';
import { controllerHostNeeds, hostNotRead, isMachine, judgeControllerHosts } from './judge-controller-hosts';
import { isKdcLog } from './kdc-events';

const kdcKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Kdc';
const bypass = 'AllowNtAuthPolicyBypass';
const days = 7;

export default defineCheck({
  id: 'PKI-034',
  revision: 2,
  why: 'Updated domain controllers refuse certificates that chain to a CA outside NTAuth; users of such a CA can no longer sign in.',
  sources: ['https://support.microsoft.com/topic/kb5057784'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['host.events', 'host.registry', 'ad.pilot-users?', ...controllerHostNeeds],
  roles: { 'host.events': ['dc'], 'host.registry': ['dc'] },
  evaluate(inputs, { scope, now }) {
    const [logs, registries] = [inputs['host.events'], inputs['host.registry']];
    const pilots = new Set(
      inputs['ad.pilot-users'].records.flatMap(({ data }) =>
        [
          ...(data.traits?.identities ?? []),
          ...data.suffixes.flatMap(({ users }) => users),
          ...data.withoutUpn.users,
        ].map(({ samAccountName }) => samAccountName.toLowerCase()),
      ),
    );
    const objects = judgeControllerHosts(inputs, scope, (host) => {
      const log = logs.records.find(({ data }) => isKdcLog(data) && isMachine(data.host, host));
      const registry = registries.records.find(({ data }) => isMachine(data.host, host));
      if (log === undefined) return hostNotRead(logs.gaps, host, 'The log of its KDC');
      if (registry === undefined) return hostNotRead(registries.gaps, host, 'Its registry');
      return { ...judgeController(log.data, registry.data, pilots, now), evidenceId: log.id };
    });
    if (objects.length === 0)
      return unknown('not-collected', { summary: 'It is not known which machines are domain controllers.' });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'domain controller',
        fail: ['refused certificates of pilot users', 'refused certificates of pilot users'],
        warning: ['gives signs of CAs outside NTAuth', 'give signs of CAs outside NTAuth'],
        fine: `none met a chain outside NTAuth within ${days} days, and none has the bypass set.`,
      }),
      observations: objects.map((object) => ({
        label: object.name,
        observed: object.note ?? '',
        expected: `no event 21 or 45, ${bypass} not set`,
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Prepare for the enforcement of NTAuth.',
    steps: [
      'Add the CA that issues the certificates of users to NTAuth (PKI-005), and let it replicate.',
      `Remove ${bypass}: it has no effect since the updates of October 14, 2025.`,
    ],
    command: [
      'certutil -dspublish -f issuing-ca.cer NTAuthCA',
      'certutil -pulse',
      `reg delete ${kdcKey} /v ${bypass} /f`,
    ].join('\n'),
    verify: 'The KDC logs neither event 45 nor event 21 when a pilot user signs in.',
    right: 'Enterprise Admins for NTAuth, Domain Admins for the registry',
  },
});

function judgeController(log: HostEvents, registry: HostRegistry, pilots: ReadonlySet<string>, now: Date): Verdict {
  const recent = log.events.filter(({ time }) => now.getTime() - Date.parse(time) <= days * day);
  const refused = recent.filter(({ id }) => id === 21);
  const ofPilots = refused.filter(({ parameters }) =>
    // Domain and user come first.
    parameters.slice(0, 2).some((text) => pilots.has(text.toLowerCase())),
  );
  if (ofPilots.length > 0)
    return {
      outcome: 'fail',
      note: `Refused a certificate of pilot users ${timesOf(ofPilots.length)} (event 21).`,
    };
  if (refused.length > 0)
    return {
      outcome: 'warning',
      note: `Refused a certificate ${timesOf(refused.length)} (event 21), of nobody known to be a pilot user.`,
    };
  const outside = recent.filter(({ id }) => id === 45).length;
  if (outside > 0)
    return { outcome: 'warning', note: `Met a chain to a CA outside NTAuth ${timesOf(outside)} (event 45).` };
  const { numberAt, isAbsent } = registryIn(registry);
  const value = numberAt(kdcKey, bypass);
  if (value === 0 || value === 1)
    return {
      outcome: 'warning',
      note: `${bypass} is ${value}, which is honoured only until the updates of October 2025.`,
    };
  const unread = unreadTime(log, days, now);
  if (unread !== undefined) return { outcome: 'unknown', reason: 'not-collected', note: unread };
  return value === undefined && !isAbsent(kdcKey, bypass)
    ? { outcome: 'unknown', reason: 'not-collected', note: `${bypass} was not among the values read.` }
    : { outcome: 'pass', note: 'Met no chain outside NTAuth.' };
}

import type { HostEvents } from '../../../src-shared/model/evidence/host';
import { unreadTime } from '../../evidence/derived/event-coverage';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { day } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judged, unknown } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { listed } from '../wording';
import { controllerHostNeeds, hostNotRead, isMachine, judgeControllerHosts } from './judge-controller-hosts';
import { isKdcLog, kdcEvents, toldEvents } from './kdc-events';

const days = 7;
const serious: ReadonlySet<number> = new Set([19, 20, 29]);

export default defineCheck({
  id: 'PKI-011',
  revision: 2,
  why: 'The KDC itself says when it found no certificate to prove itself with; every Hello sign-in that reaches it then fails.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://support.microsoft.com/topic/kb5014754',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['host.events', 'pki.dc-certificate?', ...controllerHostNeeds],
  roles: { 'host.events': ['dc'] },
  evaluate(inputs, { scope, now }) {
    const { records, gaps } = inputs['host.events'];
    const objects = judgeControllerHosts(inputs, scope, (host) => {
      const record = records.find(({ data }) => isKdcLog(data) && isMachine(data.host, host));
      if (record === undefined) return hostNotRead(gaps, host, 'The log of its KDC');
      const certificate = inputs['pki.dc-certificate'].records.find(({ data }) => isSameHost(data.host, host));
      return { ...judgeLog(record.data, certificate?.data.chain[0]?.notBefore, now), evidenceId: record.id };
    });
    if (objects.length === 0)
      return unknown('not-collected', { summary: 'It is not known which machines are domain controllers.' });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'domain controller',
        fail: ['has no certificate its KDC can use', 'have no certificate their KDC can use'],
        warning: ['logged problems with certificates', 'logged problems with certificates'],
        fine: `no KDC logged a problem with certificates within ${days} days.`,
      }),
      observations: objects.map((object) => ({
        label: object.name,
        observed: object.note ?? '',
        expected: 'no such event',
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Clear the certificate problems that the KDCs report.',
    steps: [
      'Events 19, 20 and 29: give the controller a suitable certificate (PKI-006), then restart its KDC and look again.',
      'Event 32: the certificate lacks KDC Authentication (PKI-007). Events 39, 40 and 41: strong mapping (PKI-033, SEC-010). Events 21 and 45: NTAuth and revocation (PKI-005, PKI-034).',
    ],
    command:
      "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Microsoft-Windows-Kerberos-Key-Distribution-Center'; Id=19,20,21,29,32,39,40,41,45} -MaxEvents 50",
    verify: 'The KDC writes none of these events at its start and for a day.',
    right: 'Event Log Readers; Domain Admins to restart the KDC',
  },
});

/** Trouble older than the present certificate is over; without that certificate all of it counts. */
function judgeLog(log: HostEvents, certificateFrom: string | undefined, now: Date): Verdict {
  const recent = log.events.filter(
    ({ id, time }) =>
      kdcEvents[id] !== undefined &&
      now.getTime() - Date.parse(time) <= days * day &&
      (certificateFrom === undefined || Date.parse(time) > Date.parse(certificateFrom)),
  );
  const told = listed(toldEvents(recent), 10);
  if (recent.some(({ id }) => serious.has(id))) return { outcome: 'fail', note: `Its KDC logged ${told}.` };
  if (recent.length > 0) return { outcome: 'warning', note: `Its KDC logged ${told}.` };
  const unread = unreadTime(log, days, now);
  if (unread !== undefined) return { outcome: 'unknown', reason: 'not-collected', note: unread };
  return { outcome: 'pass', note: 'Its KDC logged no problem with certificates.' };
}

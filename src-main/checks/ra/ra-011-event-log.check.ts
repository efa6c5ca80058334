import { unreadTime } from '../../evidence/derived/event-coverage';
import { normalHostName } from '../../evidence/derived/forest-scope';
import { day } from '../../evidence/derived/time-span';
import { defineCheck } from '../define-check';
import { hostObject } from '../host-objects';
import { type JudgedObject, judged, unknown } from '../result';
import { summariseObjects } from '../summarise-objects';
import { listed } from '../wording';

const log = 'ad fs/admin';
const days = 7;
/** A refused OAuth request, as of the broker; a failed passive request; the certificate of Azure MFA. */
const troubles: Readonly<Record<number, string>> = {
  364: 'a failed sign-in request',
  547: 'a certificate of Azure MFA that is about to end or has ended',
  1021: 'a refused token request',
};
const often = 20;

export default defineCheck({
  id: 'RA-011',
  revision: 2,
  why: 'What AD FS writes into its log after the first attempts tells what it refused and why.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['host.events'],
  roles: { 'host.events': ['adfs'] },
  evaluate({ 'host.events': logs }, { now }) {
    const records = logs.records.filter(({ data }) => data.log.toLowerCase() === log);
    if (records.length === 0) return unknown('not-collected', { summary: 'The AD FS Admin log of no node was read.' });
    const byHost = new Map<string, typeof records>();
    for (const record of records) {
      const host = normalHostName(record.data.host);
      byHost.set(host, [...(byHost.get(host) ?? []), record]);
    }
    const objects = [...byHost].map(([host, own]): JudgedObject => {
      const recent = own
        .flatMap(({ data }) => data.events)
        .filter(({ id, time }) => troubles[id] !== undefined && now.getTime() - Date.parse(time) <= days * day);
      const [first] = own;
      const object = { ...hostObject(host), ...(first === undefined ? {} : { evidenceId: first.id }) };
      if (recent.length === 0) {
        const unread = own.map(({ data }) => unreadTime(data, days, now));
        const [why] = unread;
        return why === undefined || unread.includes(undefined)
          ? { ...object, outcome: 'pass', note: 'No such event within 7 days.' }
          : { ...object, outcome: 'unknown', reason: 'not-collected', note: why };
      }
      const kinds = [...new Set(recent.map(({ id }) => id))].sort((a, b) => a - b);
      const told = kinds.map(
        (id) => `${recent.filter((event) => event.id === id).length} × ${troubles[id]} (event ${id})`,
      );
      const isSerious = recent.filter(({ id }) => id === 1021).length >= often;
      return { ...object, outcome: isSerious ? 'fail' : 'warning', note: `Within 7 days: ${listed(told)}.` };
    });
    const errors = [
      'logged errors of the registration authority',
      'logged errors of the registration authority',
    ] as const;
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'AD FS node',
        fail: errors,
        warning: errors,
        fine: 'no such error in the AD FS Admin log within 7 days.',
      }),
    });
  },
  remediation: {
    task: 'Clear the registration errors in the AD FS log.',
    steps: [
      'Event 1021 with MSIS9368: grant the scope ugs (RA-007).',
      'Event 364: the inner error of the event names the cause.',
      'Event 547: renew the certificate of the Azure MFA adapter (MFA-004).',
    ],
    command: "Get-WinEvent -LogName 'AD FS/Admin' -MaxEvents 200 | Group-Object Id | Sort-Object Count -Descending",
    verify: 'No new event of these numbers after a pilot user provisions.',
    right: 'Event Log Readers on the nodes',
  },
});

import { normalHostName } from '../../evidence/derived/forest-scope';
import { defineCheck } from '../define-check';
import { hostObject } from '../host-objects';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

const log = 'ad fs/admin';
const week = 7 * 86_400_000;
/** A refused OAuth request, as of the broker; a failed passive request; the certificate of Azure MFA. */
const troubles: Readonly<Record<number, string>> = {
  364: 'a failed sign-in request',
  547: 'a certificate of Azure MFA that is about to end or has ended',
  1021: 'a refused token request',
};
const often = 20;

export default defineCheck({
  id: 'RA-011',
  revision: 1,
  why: 'What AD FS writes into its log after the first attempts tells what it refused and why.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
  ],
  needs: ['host.events'],
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
        .filter(({ id, time }) => troubles[id] !== undefined && now.getTime() - Date.parse(time) <= week);
      const [first] = own;
      const object = { ...hostObject(host), ...(first === undefined ? {} : { evidenceId: first.id }) };
      if (recent.length === 0) return { ...object, outcome: 'pass', note: 'No such event within 7 days.' };
      const kinds = [...new Set(recent.map(({ id }) => id))].sort((a, b) => a - b);
      const told = kinds.map(
        (id) => `${recent.filter((event) => event.id === id).length} × ${troubles[id]} (event ${id})`,
      );
      const isSerious = recent.filter(({ id }) => id === 1021).length >= often;
      return { ...object, outcome: isSerious ? 'fail' : 'warning', note: `Within 7 days: ${listed(told)}.` };
    });
    const troubled = [...namesOf(objects, 'fail'), ...namesOf(objects, 'warning')];
    return judged(objects, {
      summary:
        troubled.length === 0
          ? `The AD FS Admin log of ${countOf(objects.length, 'node')} holds no such error within 7 days.`
          : `${shareOf(troubled.length, objects.length, 'AD FS node', ['logged', 'logged'])} errors of the registration authority within 7 days. ${objects
              .filter(({ outcome }) => outcome !== 'pass')
              .slice(0, 3)
              .map(({ name, note }) => `${name}: ${note}`)
              .join(' ')}`,
    });
  },
  remediation: {
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

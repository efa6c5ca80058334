import check from '../../../../src-main/checks/prv/prv-011-client-logs.check';
import type { HostEvent, HostEvents } from '../../../../src-shared/model/evidence/host';
import { describeCheck, failed, record } from '../check-cases';
import { systemOf } from '../hosts';
import { idOf, pc1, pc2, pilotComputers, pilotScope } from './clients';

const [registrationLog, helloLog] = [
  'Microsoft-Windows-User Device Registration/Admin',
  'Microsoft-Windows-HelloForBusiness/Operational',
];
type Written = readonly [id: number, time: string, ...parameters: readonly string[]];

const log = (name: string, host: string, span: Pick<HostEvents, 'since' | 'until'>, events: readonly Written[]) =>
  record('host.events', `${host} ${name}`, {
    host,
    log: name,
    ...span,
    events: events.map(([id, time, ...parameters]): HostEvent => ({ id, time: `2026-11-${time}:00.000Z`, parameters })),
  });
const since = { since: '2026-11-15T08:00:00.000Z' };
const registration = (host: string, ...events: readonly Written[]) => log(registrationLog, host, since, events);
const hello = (host: string, ...events: readonly Written[]) => log(helloLog, host, since, events);
const good: readonly Written[] = [
  [358, '20T10:00'],
  [300, '20T10:05'],
];
const enrolled: readonly Written[] = [
  [3054, '20T10:00'],
  [3066, '20T10:06'],
];
const state = (text: string): Written => [
  362,
  '20T10:00',
  '',
  'Yes',
  'Yes',
  'Yes',
  'Yes',
  'Yes',
  'Yes',
  'Yes',
  'Not Tested',
  text,
  'No',
  'enrollment authority',
];

describeCheck(check, [
  {
    name: 'came to an end',
    evidence: [registration(pc1, ...good), hello(pc1, ...enrolled)],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass' },
  },
  {
    name: 'prerequisites not met, with the state of the template',
    evidence: [registration(pc1, [300, '16T10:00'], state('No ( 1 : StateNoPolicy )')), hello(pc1)],
    outcome: 'fail',
    severity: 'medium',
    says: ['event 362', 'StateNoPolicy'],
    differs: [pc1],
  },
  {
    name: 'the same in German',
    evidence: [registration(pc1, state('Nein ( 1 : StateNoPolicy )'))],
    outcome: 'fail',
    says: ['StateNoPolicy'],
  },
  {
    name: 'a state that is text only',
    evidence: [registration(pc1, state('Nein'))],
    outcome: 'fail',
    says: ['(event 362 of 2026-11-20)'],
  },
  ...[304, 305, 307].map((id) => ({
    name: `registration failed with ${id}`,
    evidence: [registration(pc1, ...good, [id, '21T10:00'] as const), hello(pc1, ...enrolled)],
    outcome: 'fail' as const,
    says: [`event ${id}`],
  })),
  {
    name: 'failed before it succeeded',
    evidence: [registration(pc1, [304, '19T10:00'], state('No'), ...good), hello(pc1, ...enrolled)],
    outcome: 'pass',
  },
  {
    name: 'key path',
    evidence: [registration(pc1, [360, '21T10:00'])],
    outcome: 'warning',
    says: ['no certificate is asked for'],
  },
  {
    name: 'cancelled by the user',
    evidence: [registration(pc1, [358, '21T10:00'])],
    outcome: 'warning',
    says: ['no key was registered'],
  },
  {
    name: 'an error of the enrolment',
    evidence: [registration(pc1, ...good), hello(pc1, ...enrolled, [8210, '20T10:07'])],
    outcome: 'warning',
    says: ['event 8210'],
  },
  {
    name: 'an error before the enrolment that worked',
    evidence: [registration(pc1, ...good), hello(pc1, [8210, '20T10:05'], ...enrolled)],
    outcome: 'pass',
  },
  {
    name: 'no enrolment',
    evidence: [registration(pc1, ...good), hello(pc1, [3054, '20T10:00'])],
    outcome: 'warning',
    says: ['no event 3066'],
  },
  {
    name: 'log of Hello not read',
    evidence: [registration(pc1, ...good)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['what came of the certificate'],
  },
  {
    name: 'log of Hello too short',
    evidence: [registration(pc1, ...good), log(helloLog, pc1, { since: '2026-11-21T08:00:00.000Z' }, [])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an export that leaves events out',
    evidence: [log(registrationLog, pc1, {}, good), hello(pc1, ...enrolled)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['leaves later events out'],
  },
  {
    name: 'log of registration not read',
    evidence: [hello(pc1, ...enrolled)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no attempt',
    evidence: [registration(pc1, [101, '20T10:00']), hello(pc1)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no attempt'],
  },
  {
    name: 'two clients, one log denied',
    evidence: [
      registration(pc1, ...good),
      hello(pc1, ...enrolled),
      failed('host.events', `${pc2} ${registrationLog}`, 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a client outside the pilot',
    evidence: [
      registration(pc1, ...good),
      hello(pc1, ...enrolled),
      registration(pc2, [304, '20T10:00']),
      pilotComputers('pc0417'),
    ],
    scope: pilotScope,
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'not-applicable' },
  },
  {
    name: 'a server',
    evidence: [registration('fs01.contoso.com', [304, '20T10:00']), systemOf('fs01.contoso.com', { role: 'adfs' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'logs of others only',
    evidence: [record('host.events', 'dc01 System', { host: 'dc01', log: 'System', events: [] })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

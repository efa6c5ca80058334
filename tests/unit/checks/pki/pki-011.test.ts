import check from '../../../../src-main/checks/pki/pki-011-kdc-events.check';
import { describeCheck, failed, record } from '../check-cases';
import { kdcLog, systemOf } from '../hosts';
import { controllerId, controllersOf, dc1, dc2, shown } from './controllers';

const one = controllersOf([dc1]);
const yesterday = '2026-11-21T12:00:00.000Z';

describeCheck(check, [
  {
    name: 'quiet',
    evidence: [one, shown(dc1), kdcLog(dc1, [])],
    outcome: 'pass',
    objects: { [controllerId(dc1)]: 'pass' },
  },
  { name: 'quiet, machine named without domain', evidence: [one, kdcLog('DC01', [[7, yesterday]])], outcome: 'pass' },
  {
    name: 'quiet, controllers told by themselves',
    evidence: [systemOf(dc1, { role: 'dc' }), kdcLog(dc1, [])],
    outcome: 'pass',
  },
  {
    name: 'no suitable certificate',
    evidence: [one, shown(dc1), kdcLog(dc1, [[29, yesterday]])],
    outcome: 'fail',
    severity: 'high',
    says: ['event 29'],
    differs: [dc1],
  },
  {
    name: 'no certificate, the present one not read',
    evidence: [one, kdcLog(dc1, [[19, yesterday]])],
    outcome: 'fail',
  },
  {
    name: 'trouble before the present certificate',
    evidence: [one, shown(dc1, { notBefore: '2026-11-21T18:00:00.000Z' }), kdcLog(dc1, [[29, yesterday]])],
    outcome: 'pass',
  },
  { name: 'trouble two weeks ago', evidence: [one, kdcLog(dc1, [[29, '2026-11-08T12:00:00.000Z']])], outcome: 'pass' },
  {
    name: 'weak mapping',
    evidence: [
      one,
      kdcLog(dc1, [
        [39, yesterday],
        [39, yesterday],
      ]),
    ],
    outcome: 'warning',
    says: ['2 × a certificate without strong mapping'],
  },
  {
    name: 'one of two not read',
    evidence: [controllersOf([dc1, dc2]), kdcLog(dc1, [])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'one of two denied',
    evidence: [controllersOf([dc1, dc2]), kdcLog(dc1, []), failed('host.events', `${dc2} System`, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a log of one day',
    evidence: [one, kdcLog(dc1, [], '2026-11-21T15:00:00.000Z')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an export that leaves events out',
    evidence: [
      one,
      record('host.events', `${dc1} System`, {
        host: dc1,
        log: 'System',
        provider: 'Microsoft-Windows-Kerberos-Key-Distribution-Center',
        events: [],
      }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['leaves events out'],
  },
  {
    name: 'the same numbers of another provider',
    evidence: [
      one,
      record('host.events', `${dc1} System`, {
        host: dc1,
        log: 'System',
        events: [{ id: 19, time: yesterday, parameters: [] }],
      }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'no controller known', evidence: [kdcLog(dc1, [])], outcome: 'unknown', reason: 'not-collected' },
]);

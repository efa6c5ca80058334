import check from '../../../../src-main/checks/pki/pki-034-ntauth-enforcement.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { RegistryData } from '../../../../src-shared/model/evidence/host';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import { kdcLog, registryOf } from '../hosts';
import { controllerId, controllersOf, dc1, dc2 } from './controllers';

const one = controllersOf([dc1]);
const bypass = (value: RegistryData, host = dc1): EvidenceRecord =>
  registryOf(host, { 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Kdc|AllowNtAuthPolicyBypass': value });
const yesterday = '2026-11-21T12:00:00.000Z';
const pilot = record('ad.pilot-users', forest, {
  total: 1,
  suffixes: [
    {
      suffix: forest,
      count: 1,
      users: [{ distinguishedName: 'CN=Jörg', objectSid: 'S-1-5-21-1-2-3-1105', samAccountName: 'jörg' }],
    },
  ],
  withoutUpn: { count: 0, users: [] },
  populationFound: true,
});

describeCheck(check, [
  {
    name: 'quiet',
    evidence: [one, kdcLog(dc1, []), bypass('absent')],
    outcome: 'pass',
    objects: { [controllerId(dc1)]: 'pass' },
  },
  { name: 'enforced by value 2', evidence: [one, kdcLog(dc1, []), bypass(2)], outcome: 'pass' },
  { name: 'bypass', evidence: [one, kdcLog(dc1, []), bypass(0)], outcome: 'warning', says: ['is 0'] },
  { name: 'audit', evidence: [one, kdcLog(dc1, []), bypass(1)], outcome: 'warning' },
  {
    name: 'a chain outside NTAuth',
    evidence: [one, kdcLog(dc1, [[45, yesterday]]), bypass('absent')],
    outcome: 'warning',
    says: ['event 45'],
  },
  {
    name: 'a pilot user refused',
    evidence: [one, pilot, kdcLog(dc1, [[21, yesterday, 'CONTOSO', 'JÖRG', '0x800b0109']]), bypass('absent')],
    outcome: 'fail',
    severity: 'high',
    differs: [dc1],
  },
  {
    name: 'somebody else refused',
    evidence: [one, pilot, kdcLog(dc1, [[21, yesterday, 'CONTOSO', 'ada']]), bypass('absent')],
    outcome: 'warning',
    says: ['event 21'],
  },
  {
    name: 'long ago',
    evidence: [one, kdcLog(dc1, [[45, '2026-11-01T12:00:00.000Z']]), bypass('absent')],
    outcome: 'pass',
  },
  {
    name: 'a log that does not reach back far enough',
    evidence: [one, kdcLog(dc1, [], '2026-11-21T12:00:00.000Z'), bypass('absent')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'value not read',
    evidence: [one, kdcLog(dc1, []), registryOf(dc1, {})],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'registry of one denied',
    evidence: [
      controllersOf([dc1, dc2]),
      kdcLog(dc1, []),
      kdcLog(dc2, []),
      bypass('absent'),
      failed('host.registry', dc2, 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'log of one missing',
    evidence: [controllersOf([dc1, dc2]), kdcLog(dc1, []), bypass('absent'), bypass('absent', dc2)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no controller known',
    evidence: [kdcLog(dc1, []), bypass('absent')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

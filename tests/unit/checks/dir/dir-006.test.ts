import check from '../../../../src-main/checks/dir/dir-006-controller-builds.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck, failed, record } from '../check-cases';
import { forest, guid } from '../contoso';
import { systemOf } from '../hosts';
import { controllerId } from '../pki/controllers';

const [dc1, dc2] = [`dc1.${forest}`, `dc2.${forest}`];
const listed = (...hosts: readonly string[]): EvidenceRecord =>
  record('ad.domain-controllers', forest, {
    controllers: hosts.map((dnsHostName, index) => ({
      distinguishedName: `CN=${dnsHostName}`,
      objectGuid: guid(index),
      dnsHostName,
      readOnly: false,
      build: 20_348,
    })),
  });
const at = (build: number, revision?: number, host: string = dc1): EvidenceRecord =>
  systemOf(host, { role: 'dc', build, ...(revision === undefined ? {} : { revision }) });
const alone = (build: number, revision?: number) => [listed(dc1), at(build, revision)];

describeCheck(check, [
  {
    name: 'a release that never had it',
    evidence: [listed(dc1, dc2), at(20_348, 2849), at(26_100, 1, dc2)],
    outcome: 'pass',
    objects: { [controllerId(dc1)]: 'pass', [controllerId(dc2)]: 'pass' },
  },
  { name: 'such a release without revision', evidence: alone(20_348), outcome: 'pass' },
  { name: '2016 before the fault', evidence: alone(14_393, 3929), outcome: 'pass' },
  {
    name: '2016 at its first update with the fault',
    evidence: alone(14_393, 3930),
    outcome: 'fail',
    severity: 'medium',
    says: ['14393.3930', 'KB4593226'],
  },
  { name: '2016 at its last update with the fault', evidence: alone(14_393, 4048), outcome: 'fail' },
  { name: '2016 cured', evidence: alone(14_393, 4104), outcome: 'pass' },
  { name: '2019 before the fault', evidence: alone(17_763, 1456), outcome: 'pass' },
  { name: '2019 with the fault', evidence: alone(17_763, 1457), outcome: 'fail', says: ['KB4592440'] },
  { name: '2019 at its last update with the fault', evidence: alone(17_763, 1613), outcome: 'fail' },
  { name: '2019 cured', evidence: alone(17_763, 1637), outcome: 'pass' },
  {
    name: '2019 as it was published',
    evidence: alone(17_763, 315),
    outcome: 'warning',
    severity: 'medium',
    says: ['first sign-in with key trust'],
  },
  { name: '2019 with its first cure', evidence: alone(17_763, 316), outcome: 'pass' },
  {
    name: '2019 without revision',
    evidence: alone(17_763),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['revision'],
  },
  { name: 'no build', evidence: [listed(dc1), systemOf(dc1, {})], outcome: 'unknown', reason: 'unreadable' },
  {
    name: 'one of two was read',
    evidence: [listed(dc1, dc2), at(20_348)],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [controllerId(dc2)]: 'the directory does not hold the revision' },
  },
  {
    name: 'one is wrong, one was not read',
    evidence: [listed(dc1, dc2), at(14_393, 4000)],
    outcome: 'fail',
    says: ['1 of 2 domain controllers has', '1 more could not be judged'],
  },
  {
    name: 'only the directory was read',
    evidence: [listed(dc1)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the machine names itself without its domain',
    evidence: [listed(dc1), at(20_348, 1, 'DC1')],
    outcome: 'pass',
  },
  {
    name: 'without a directory, the machines that say they are one',
    evidence: [systemOf('dc9.contoso.com', { productType: 2, build: 20_348 })],
    outcome: 'pass',
  },
  {
    name: 'only other machines were read',
    evidence: [systemOf('fs01.contoso.com', { role: 'adfs', build: 20_348 })],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['No domain controller'],
  },
  {
    name: 'denied',
    evidence: [listed(dc1), failed('host.system', dc1, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

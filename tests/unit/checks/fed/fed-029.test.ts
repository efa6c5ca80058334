import check from '../../../../src-main/checks/fed/fed-029-clock-skew.check';
import { describeCheck, record } from '../check-cases';

const controller = (host: string, clockSkewSeconds?: number) =>
  record('ad.controller-state', host, {
    host,
    kerberosPort: 'open',
    ...(clockSkewSeconds === undefined ? {} : { clockSkewSeconds }),
  });

describeCheck(check, [
  {
    name: 'close',
    evidence: [controller('dc01', 1.2), controller('dc02', -119)],
    outcome: 'pass',
    objects: { 'domain-controller:dc01': 'pass', 'domain-controller:dc02': 'pass' },
    notes: { 'domain-controller:dc01': 'agrees with', 'domain-controller:dc02': '119 seconds behind' },
  },
  {
    name: 'three minutes behind',
    evidence: [controller('dc01', 0), controller('dc02', -180)],
    outcome: 'warning',
    severity: 'medium',
    says: ['1 of 2 domain controllers differs', 'dc02'],
    notes: { 'domain-controller:dc02': '3 minutes behind' },
  },
  { name: 'ten minutes ahead', evidence: [controller('dc01', 600), controller('dc02', 0)], outcome: 'fail' },
  {
    name: 'all of them',
    evidence: [controller('dc01', 600), controller('dc02', 601)],
    outcome: 'fail',
    says: ['that of this computer may be wrong'],
  },
  { name: 'no time', evidence: [controller('dc01')], outcome: 'unknown', reason: 'unreadable' },
]);

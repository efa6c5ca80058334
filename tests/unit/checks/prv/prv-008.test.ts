import check from '../../../../src-main/checks/prv/prv-008-basic-gates.check';
import { describeCheck } from '../check-cases';
import { clientCases } from './client-cases';
import { client, clientWithoutCheck, idOf, pc1, variant } from './clients';

describeCheck(check, [
  { name: 'all YES', evidence: [client(pc1)], outcome: 'pass', objects: { [idOf(pc1)]: 'pass' } },
  { name: 'provisioned', evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES' })], outcome: 'pass' },
  {
    name: 'no policy',
    evidence: [client(pc1, variant.policyMissing)],
    outcome: 'fail',
    severity: 'blocker',
    notes: { [idOf(pc1)]: 'PolicyEnabled is NO' },
  },
  { name: 'hardware', evidence: [client(pc1, { DeviceEligible: 'NO' })], outcome: 'fail' },
  {
    name: 'wizard hidden',
    evidence: [client(pc1, { PostLogonEnabled: 'NO' })],
    outcome: 'warning',
    severity: 'medium',
  },
  { name: 'no block', evidence: [clientWithoutCheck(pc1)], outcome: 'unknown', reason: 'not-collected' },
  ...clientCases(),
]);

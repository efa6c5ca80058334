import check from '../../../../src-main/checks/prv/prv-002-joined-device-and-user.check';
import { describeCheck } from '../check-cases';
import { clientCases } from './client-cases';
import { client, clientWithoutCheck, idOf, pc1, pc2, variant } from './clients';

describeCheck(check, [
  { name: 'both YES', evidence: [client(pc1)], outcome: 'pass', objects: { [idOf(pc1)]: 'pass' } },
  { name: 'provisioned, block gone', evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES' })], outcome: 'pass' },
  {
    name: 'the user has no token',
    evidence: [client(pc1), client(pc2, variant.tokenFailing)],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 2 clients', pc2],
    notes: { [idOf(pc2)]: 'IsUserAzureAD is NO' },
  },
  {
    name: 'not joined',
    evidence: [client(pc1, variant.notJoined)],
    outcome: 'fail',
    notes: { [idOf(pc1)]: 'IsDeviceJoined and IsUserAzureAD are NO' },
  },
  { name: 'no prerequisite check', evidence: [clientWithoutCheck(pc1)], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'one line missing',
    evidence: [client(pc1, { IsUserAzureAD: undefined })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a value that is no answer',
    evidence: [client(pc1, { IsUserAzureAD: 'MAYBE' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  ...clientCases(),
]);

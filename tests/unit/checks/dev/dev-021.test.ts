import check from '../../../../src-main/checks/dev/dev-021-no-dual-state.check';
import { describeCheck } from '../check-cases';
import { client, idOf, pc1, pc2 } from '../prv/clients';

const no = { WorkplaceJoined: 'NO' };

describeCheck(check, [
  { name: 'joined only', evidence: [client(pc1, no)], outcome: 'pass', objects: { [idOf(pc1)]: 'pass' } },
  {
    name: 'registered as well',
    evidence: [client(pc1, no), client(pc2, { WorkplaceJoined: 'YES' })],
    outcome: 'warning',
    severity: 'medium',
    says: [pc2],
  },
  { name: 'no user state', evidence: [client(pc1)], outcome: 'unknown', reason: 'not-collected' },
]);

import check from '../../../../src-main/checks/dev/dev-024-join-allowed.check';
import type { Scope } from '../../../../src-shared/model/scope';
import { describeCheck, record } from '../check-cases';

const scope: Partial<Scope> = { joinTypes: { hybridJoined: true, entraJoined: true } };
const policy = (allowedToJoin?: string, userDeviceQuota?: number) => [
  record('entra.registration-policy', 'tenant', {
    ...(allowedToJoin === undefined ? {} : { allowedToJoin }),
    ...(userDeviceQuota === undefined ? {} : { userDeviceQuota }),
  }),
];

describeCheck(check, [
  {
    name: 'everybody',
    scope,
    evidence: policy('all', 50),
    outcome: 'pass',
    decisive: ['entra.registration-policy userDeviceQuota'],
    says: ['up to 50'],
  },
  {
    name: 'nobody',
    scope,
    evidence: policy('none', 50),
    outcome: 'fail',
    severity: 'medium',
    differs: ['Who may join devices'],
  },
  { name: 'selected users', scope, evidence: policy('selected', 50), outcome: 'unknown', reason: 'not-collected' },
  { name: 'a small quota', scope, evidence: policy('all', 5), outcome: 'warning', says: ['0x801C000E'] },
  { name: 'not returned', scope, evidence: policy(), outcome: 'unknown', reason: 'unreadable' },
  { name: 'hybrid join only', evidence: policy('none'), outcome: 'not-applicable' },
]);

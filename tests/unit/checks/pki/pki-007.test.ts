import check from '../../../../src-main/checks/pki/pki-007-controller-usages.check';
import { describeCheck } from '../check-cases';
import { controllerId, dc1, dc2, shown } from './controllers';
import { usage } from './templates';

const entra = { joinTypes: { hybridJoined: true, entraJoined: true } };
const hybrid = { joinTypes: { hybridJoined: true, entraJoined: false } };
const without = (host: string, ...usages: readonly string[]) => shown(host, { extendedKeyUsage: usages });

describeCheck(check, [
  { name: 'all usages', evidence: [shown(dc1)], outcome: 'pass', objects: { [controllerId(dc1)]: 'pass' } },
  {
    name: 'without smart card sign-in, which KDC Authentication replaces',
    evidence: [without(dc1, usage.server, usage.client, usage.kdc)],
    outcome: 'pass',
  },
  {
    name: 'no KDC Authentication, hybrid joined',
    evidence: [without(dc1, usage.server, usage.client)],
    scope: hybrid,
    outcome: 'warning',
    severity: 'medium',
  },
  {
    name: 'no KDC Authentication, Entra joined',
    evidence: [without(dc1, usage.server, usage.client)],
    scope: entra,
    outcome: 'fail',
    severity: 'blocker',
    differs: [dc1],
  },
  {
    name: 'no Server Authentication',
    evidence: [without(dc1, usage.client, usage.kdc)],
    outcome: 'fail',
    severity: 'high',
  },
  { name: 'no Client Authentication', evidence: [without(dc1, usage.server, usage.kdc)], outcome: 'warning' },
  {
    name: 'every usage, none named',
    evidence: [shown(dc1, { extendedKeyUsage: undefined })],
    scope: entra,
    outcome: 'fail',
  },
  {
    name: 'key usage too narrow',
    evidence: [shown(dc1, { keyUsage: ['digitalSignature'] })],
    outcome: 'warning',
    says: ['keyEncipherment'],
  },
  {
    name: 'one of two',
    evidence: [shown(dc1), without(dc2, usage.client)],
    outcome: 'fail',
    says: ['1 of 2 domain controllers'],
  },
]);

import check from '../../../../src-main/checks/ra/ra-003-certificate-proxy.check';
import { describeCheck } from '../check-cases';
import { farm, farmId } from '../fed/farm-settings';

const authority = (data: object) => [farm('adfs.certificate-authority', data)];

describeCheck(check, [
  {
    name: 'on',
    evidence: authority({ windowsHelloProxyEnabled: true }),
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  { name: 'off', evidence: authority({ windowsHelloProxyEnabled: false }), outcome: 'warning', severity: 'medium' },
  { name: 'not returned', evidence: authority({}), outcome: 'unknown', reason: 'not-collected' },
]);

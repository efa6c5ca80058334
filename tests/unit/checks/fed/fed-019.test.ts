import check from '../../../../src-main/checks/fed/fed-019-proxied-transport.check';
import { describeCheck } from '../check-cases';
import { endpoint, farm, farmId } from './farm-settings';

const settings = (...endpoints: readonly ReturnType<typeof endpoint>[]) => [
  farm('adfs.endpoint-settings', { endpoints }),
];

describeCheck(check, [
  {
    name: 'both off the proxy',
    evidence: settings(endpoint('2005/windowstransport', true, false), endpoint('13/windowstransport', true, false)),
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'one on the proxy',
    evidence: settings(endpoint('2005/windowstransport', true, true), endpoint('13/windowstransport', true, false)),
    outcome: 'fail',
    severity: 'high',
    says: ['/adfs/services/trust/2005/windowstransport is published'],
  },
  {
    name: 'on the proxy but disabled',
    evidence: settings(endpoint('2005/windowstransport', false, true)),
    outcome: 'pass',
  },
  {
    name: 'usernamemixed on the proxy',
    evidence: settings(endpoint('2005/windowstransport', true, false), endpoint('2005/usernamemixed', true, true)),
    outcome: 'pass',
  },
  {
    name: 'export without the column',
    evidence: settings(endpoint('2005/windowstransport')),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'not listed',
    evidence: settings(endpoint('2005/usernamemixed')),
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

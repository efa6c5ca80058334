import check from '../../../../src-main/checks/fed/fed-018-trust-endpoints.check';
import type { AdfsEndpointSetting } from '../../../../src-shared/model/evidence/adfs-settings';
import { describeCheck } from '../check-cases';
import { endpoint, farm, farmId } from './farm-settings';

const all = ['windowstransport', 'usernamemixed', 'certificatemixed'].flatMap((kind) => [
  endpoint(`2005/${kind}`),
  endpoint(`13/${kind}`),
]);
const without = (...paths: readonly string[]): readonly AdfsEndpointSetting[] =>
  all.map((setting) => ({ ...setting, enabled: !paths.some((path) => setting.path.endsWith(path)) }));
const settings = (endpoints: readonly AdfsEndpointSetting[]) => [farm('adfs.endpoint-settings', { endpoints })];

describeCheck(check, [
  { name: 'all six', evidence: settings(all), outcome: 'pass', objects: { [farmId]: 'pass' } },
  {
    name: 'one version of windowstransport off',
    evidence: settings(without('13/windowstransport')),
    outcome: 'warning',
    says: ['windowstransport'],
    differs: ['/adfs/services/trust/13/windowstransport'],
  },
  {
    name: 'windowstransport off',
    evidence: settings(without('windowstransport')),
    outcome: 'fail',
    severity: 'blocker',
    says: ['windowstransport is disabled'],
  },
  {
    name: 'windowstransport and usernamemixed off',
    evidence: settings(without('windowstransport', 'usernamemixed')),
    outcome: 'fail',
    says: ['windowstransport and usernamemixed'],
  },
  { name: 'certificatemixed off', evidence: settings(without('certificatemixed')), outcome: 'warning' },
  { name: 'endpoints not listed', evidence: settings([endpoint('2005/usernamemixed')]), outcome: 'fail' },
  { name: 'an empty list', evidence: settings([]), outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'no hybrid joined devices',
    evidence: settings([]),
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
]);

import check from '../../../../src-main/checks/ra/ra-007-broker-scope.check';
import { describeCheck, record } from '../check-cases';
import { farm, farmId } from '../fed/farm-settings';

const client = '38aa3b87-a06d-4817-b275-7a316988d93b';
const server = 'http://schemas.microsoft.com/ws/2009/12/identityserver/selfscope';
const permissions = (...scopes: readonly string[]) =>
  farm('adfs.application-permissions', { permissions: [{ client, server, scopes }] });
const node = (build: number) => record('host.system', 'fs01', { host: 'fs01', role: 'adfs', build });
const refusals = record('host.events', 'fs01 AD FS/Admin', {
  host: 'fs01',
  log: 'AD FS/Admin',
  events: [{ id: 1021, time: '2026-11-20T00:00:00Z', parameters: [] }],
});

describeCheck(check, [
  {
    name: 'granted',
    evidence: [permissions('openid', 'ugs'), node(20348)],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'missing and refused',
    evidence: [permissions('openid'), node(20348), refusals],
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'missing, nothing refused yet',
    evidence: [permissions('openid'), node(17763)],
    outcome: 'warning',
    severity: 'medium',
  },
  { name: 'Windows Server 2016', evidence: [permissions('openid'), node(14393)], outcome: 'not-applicable' },
  { name: 'release not read', evidence: [permissions('openid')], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'no permission at all',
    evidence: [farm('adfs.application-permissions', { permissions: [] })],
    outcome: 'fail',
  },
]);

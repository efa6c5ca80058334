import check from '../../../../src-main/checks/dev/dev-015-device-authentication.check';
import { describeCheck } from '../check-cases';
import { farm, farmId } from '../fed/farm-settings';

const policy = (enabled: boolean, method?: string) =>
  farm('adfs.authentication-policy', {
    deviceAuthenticationEnabled: enabled,
    ...(method === undefined ? {} : { deviceAuthenticationMethod: method }),
  });

describeCheck(check, [
  { name: 'all methods', evidence: [policy(true, 'All')], outcome: 'pass', objects: { [farmId]: 'pass' } },
  { name: 'signed tokens', evidence: [policy(true, 'SignedToken')], outcome: 'pass' },
  { name: 'client TLS', evidence: [policy(true, 'ClientTLS')], outcome: 'warning', severity: 'medium' },
  { name: 'PKeyAuth', evidence: [policy(true, 'PKeyAuth')], outcome: 'warning' },
  {
    name: 'off',
    evidence: [policy(false, 'All')],
    outcome: 'fail',
    severity: 'blocker',
    differs: ['DeviceAuthenticationEnabled'],
  },
  { name: 'a number of Windows PowerShell', evidence: [policy(true, '2')], outcome: 'unknown', reason: 'unreadable' },
  { name: 'no method', evidence: [policy(true)], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'property not returned',
    evidence: [farm('adfs.authentication-policy', {})],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

import check from '../../../../src-main/checks/fed/fed-024-windows-authentication.check';
import { describeCheck } from '../check-cases';
import { farm, farmId } from './farm-settings';

const policy = (...primaryIntranetProviders: readonly string[]) =>
  farm('adfs.authentication-policy', { primaryIntranetProviders });
const requiring = farm('adfs.properties', { hostName: 'fs.contoso.com', extendedProtectionTokenCheck: 'Require' });

describeCheck(check, [
  {
    name: 'Windows and forms',
    evidence: [policy('FormsAuthentication', 'WindowsAuthentication')],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'forms only',
    evidence: [policy('FormsAuthentication')],
    outcome: 'fail',
    severity: 'high',
    differs: ['Primary providers on the intranet'],
  },
  { name: 'no fallback', evidence: [policy('WindowsAuthentication')], outcome: 'warning', severity: 'medium' },
  {
    name: 'extended protection required',
    evidence: [policy('FormsAuthentication', 'WindowsAuthentication'), requiring],
    outcome: 'warning',
    says: ['load balancer'],
  },
  {
    name: 'a list cut off',
    evidence: [farm('adfs.authentication-policy', {})],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

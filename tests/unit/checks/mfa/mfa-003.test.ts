import check from '../../../../src-main/checks/mfa/mfa-003-additional-provider.check';
import type { Scope } from '../../../../src-shared/model/scope';
import { describeCheck } from '../check-cases';
import { farm, farmId } from '../fed/farm-settings';

const policy = (...additionalProviders: readonly string[]) => [
  farm('adfs.authentication-policy', { additionalProviders }),
];
const azure: Partial<Scope> = { mfaRoute: 'adfs-azure-mfa' };
const vendor: Partial<Scope> = { mfaRoute: 'adfs-third-party' };

describeCheck(check, [
  {
    name: 'the Azure MFA adapter',
    scope: azure,
    evidence: policy('AzureMfaAuthentication'),
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  { name: 'none', scope: azure, evidence: policy(), outcome: 'fail', severity: 'blocker' },
  {
    name: 'certificates only',
    scope: azure,
    evidence: policy('CertificateAuthentication'),
    outcome: 'warning',
    severity: 'high',
  },
  { name: 'another adapter than wanted', scope: azure, evidence: policy('VendorAdapter'), outcome: 'fail' },
  {
    name: 'the adapter of a vendor',
    scope: vendor,
    evidence: policy('VendorAdapter'),
    outcome: 'warning',
    severity: 'medium',
  },
  {
    name: 'a vendor is wanted, Azure chosen',
    scope: vendor,
    evidence: policy('AzureMfaAuthentication'),
    outcome: 'fail',
  },
  {
    name: 'list cut off',
    scope: azure,
    evidence: [farm('adfs.authentication-policy', {})],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'Entra MFA', evidence: policy(), outcome: 'not-applicable' },
]);

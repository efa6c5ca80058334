import check from '../../../../src-main/checks/mfa/mfa-001-second-factor.check';
import type { AdfsAuthenticationPolicy } from '../../../../src-shared/model/evidence/adfs-settings';
import { describeCheck, failed } from '../check-cases';
import { farm } from '../fed/farm-settings';
import { methods, proven, registrations } from './answers';

const policy = (...additionalProviders: readonly string[]) =>
  farm('adfs.authentication-policy', { additionalProviders } as AdfsAuthenticationPolicy);
const enabled = methods({ MicrosoftAuthenticator: 'enabled', Sms: 'disabled' });
const azure = { mfaRoute: 'adfs-azure-mfa' } as const;
const vendor = { mfaRoute: 'adfs-third-party' } as const;
const provider = { mfaRoute: 'federated-provider' } as const;

describeCheck(check, [
  {
    name: 'Entra MFA',
    evidence: [enabled, registrations([true, false])],
    outcome: 'pass',
    says: ['MicrosoftAuthenticator', '1 of 2 users'],
  },
  {
    name: 'no method enabled',
    evidence: [methods({ MicrosoftAuthenticator: 'disabled', Email: 'enabled' }), registrations([true])],
    outcome: 'fail',
    severity: 'blocker',
  },
  { name: 'nobody registered', evidence: [enabled, registrations([false, false])], outcome: 'fail' },
  { name: 'registrations not read', evidence: [enabled], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'registrations denied',
    evidence: [enabled, failed('entra.mfa-registrations', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'methods not read', evidence: [registrations([true])], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'nobody in a list that was cut off',
    evidence: [enabled, registrations([], false)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'the Azure MFA adapter', scope: azure, evidence: [policy('AzureMfaAuthentication')], outcome: 'pass' },
  { name: 'another adapter than wanted', scope: azure, evidence: [policy('VendorMfa')], outcome: 'fail' },
  {
    name: 'an adapter of a vendor',
    scope: vendor,
    evidence: [policy('VendorMfa', 'CertificateAuthentication')],
    outcome: 'pass',
    says: ['VendorMfa'],
  },
  { name: 'certificates only', scope: vendor, evidence: [policy('CertificateAuthentication')], outcome: 'fail' },
  { name: 'AD FS not read', scope: vendor, evidence: [], outcome: 'unknown', reason: 'not-collected' },
  { name: 'seen to work', scope: provider, evidence: [proven('yes')], outcome: 'pass' },
  { name: 'seen not to work', scope: provider, evidence: [proven('no')], outcome: 'fail' },
  { name: 'not shown', scope: provider, evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);

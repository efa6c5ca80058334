import check from '../../../../src-main/checks/mfa/mfa-006-retired-server.check';
import { describeCheck } from '../check-cases';
import { farm, farmId } from '../fed/farm-settings';

const registered = (...names: readonly string[]) =>
  farm('adfs.authentication-providers', { providers: names.map((name) => ({ name })) });
const chosen = (...additionalProviders: readonly string[]) =>
  farm('adfs.authentication-policy', { additionalProviders });
const old = 'WindowsAzureMultiFactorAuthentication';

describeCheck(check, [
  {
    name: 'not registered',
    evidence: [registered('FormsAuthentication', 'AzureMfaAuthentication')],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'the only factor',
    evidence: [registered('FormsAuthentication', old), chosen(old)],
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'a leftover',
    evidence: [registered('FormsAuthentication', old), chosen('AzureMfaAuthentication')],
    outcome: 'warning',
    severity: 'medium',
  },
  { name: 'one of two', evidence: [registered(old), chosen('AzureMfaAuthentication', old)], outcome: 'warning' },
  { name: 'choice not read', evidence: [registered(old)], outcome: 'unknown', reason: 'not-collected' },
  { name: 'an empty list', evidence: [registered()], outcome: 'unknown', reason: 'not-collected' },
]);

import check from '../../../../src-main/checks/mfa/mfa-009-background-clients.check';
import type { AdfsEntraTrust } from '../../../../src-shared/model/evidence/adfs-settings';
import { describeCheck } from '../check-cases';
import { trust, trustId } from '../fed/entra-trust';
import { farm } from '../fed/farm-settings';

const factor =
  'issue(Type = "http://schemas.microsoft.com/ws/2008/06/identity/claims/authenticationmethod", Value = "http://schemas.microsoft.com/claims/multipleauthn");';
const always = `=> ${factor}`;
const outside = `c:[Type == "http://schemas.microsoft.com/ws/2012/01/insidecorporatenetwork", Value == "false"] => ${factor}`;
const withRules = (additionalAuthenticationRules: string, more: Partial<AdfsEntraTrust> = {}) =>
  trust({ additionalAuthenticationRules, ...more });
const policy = (additionalAuthenticationRules: string) =>
  farm('adfs.authentication-policy', { additionalAuthenticationRules });

describeCheck(check, [
  { name: 'no rules', evidence: [withRules(''), policy('')], outcome: 'pass', objects: { [trustId]: 'pass' } },
  { name: 'a conditional rule', evidence: [withRules(outside), policy('')], outcome: 'pass' },
  { name: 'everybody, by the trust', evidence: [withRules(always), policy('')], outcome: 'warning', severity: 'high' },
  {
    name: 'everybody, by the farm',
    evidence: [withRules(''), policy(always)],
    outcome: 'warning',
    says: ['the whole farm'],
  },
  {
    name: 'a new sign-in every time',
    evidence: [withRules('', { alwaysRequireAuthentication: true }), policy('')],
    outcome: 'warning',
  },
  {
    name: 'an access control policy',
    evidence: [withRules('', { accessControlPolicy: 'Custom' }), policy('')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'rules of the farm not read', evidence: [withRules('')], outcome: 'unknown', reason: 'not-collected' },
  { name: 'rules cut off', evidence: [withRules('c:[Type =='), policy('')], outcome: 'unknown', reason: 'unreadable' },
  { name: 'no trust', evidence: [trust({ count: 0 })], outcome: 'not-applicable' },
]);

import check from '../../../../src-main/checks/pol/pol-014-central-store.check';
import type { CentralStore } from '../../../../src-shared/model/evidence/policy';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';

const store = (more: Partial<CentralStore> = {}, domain = forest) =>
  record('policy.central-store', domain, {
    domain,
    exists: true,
    passportPolicies: ['MSPassport_UsePassportForWork'],
    passportValues: ['Enabled', 'UseCertificateForOnPremAuth', 'UseCloudTrustForOnPremAuth'],
    languages: ['en-US', 'de-DE'],
    ...more,
  });
const id = `central-store:${forest}`;

describeCheck(check, [
  {
    name: 'recent',
    evidence: [store()],
    outcome: 'pass',
    objects: { [id]: 'pass' },
    notes: { [id]: 'en-US and de-DE' },
  },
  {
    name: 'without cloud trust',
    evidence: [store({ passportValues: ['Enabled', 'usecertificateforonpremauth'] })],
    outcome: 'warning',
    severity: 'low',
    says: ['UseCloudTrustForOnPremAuth'],
  },
  { name: 'without certificates', evidence: [store({ passportValues: ['Enabled'] })], outcome: 'warning' },
  { name: 'without texts', evidence: [store({ languages: [] })], outcome: 'warning', says: ['Passport.adml'] },
  {
    name: 'without Passport.admx',
    evidence: [record('policy.central-store', forest, { domain: forest, exists: true, languages: [] })],
    outcome: 'warning',
    says: ['no Passport.admx'],
  },
  {
    name: 'no central store',
    evidence: [record('policy.central-store', forest, { domain: forest, exists: false, languages: [] })],
    outcome: 'not-applicable',
    objects: { [id]: 'not-applicable' },
  },
  {
    name: 'one of two domains is old',
    evidence: [store(), store({ passportValues: [] }, 'emea.contoso.com')],
    outcome: 'warning',
    objects: { [id]: 'pass', 'central-store:emea.contoso.com': 'warning' },
  },
  {
    name: 'of a forest outside the scope',
    evidence: [store(), store({ passportValues: [] }, 'fabrikam.com')],
    scope: { forests: [forest] },
    outcome: 'pass',
    objects: { [id]: 'pass' },
  },
  {
    name: 'damaged',
    evidence: [failed('policy.central-store', forest, 'unreadable')],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);

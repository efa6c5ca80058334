import check from '../../../../src-main/checks/dir/dir-015-verified-suffixes.check';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid } from '../contoso';
import { pilotUsers, sidOfSample } from './pilot-users';

const domain = (id: string, isVerified = true) => ({
  id,
  isVerified,
  authenticationType: 'Federated',
  isRoot: true,
  isInitial: false,
});
const tenant = record('entra.domains', 'tenant', {
  domains: [domain('contoso.com'), domain('emea.contoso.com'), domain('fabrikam.com', false)],
});

describeCheck(check, [
  {
    name: 'verified suffixes',
    evidence: [pilotUsers({ 'contoso.com': 240, 'emea.contoso.com': 12 }), tenant],
    outcome: 'pass',
    says: ['All 252 pilot users', '2 suffixes'],
    objects: { 'suffix:contoso.com': 'pass', 'suffix:emea.contoso.com': 'pass' },
    counts: { pass: 252 },
    differs: [],
  },
  {
    name: 'case does not matter',
    evidence: [pilotUsers({ 'Contoso.COM': 3 }), tenant],
    outcome: 'pass',
    objects: { 'suffix:contoso.com': 'pass' },
  },
  {
    name: 'a suffix the tenant does not have',
    evidence: [pilotUsers({ 'contoso.com': 240, 'contoso.local': 3 }), tenant],
    outcome: 'fail',
    says: ['3 of 243 pilot users', 'contoso.local (3)'],
    objects: { 'suffix:contoso.com': 'pass', 'suffix:contoso.local': 'fail', [sidOfSample(1)]: 'fail' },
    counts: { pass: 240, fail: 3 },
    notes: { 'suffix:contoso.local': 'not a domain of the tenant' },
    differs: ['contoso.local'],
  },
  {
    name: 'a domain that was added but never verified',
    evidence: [pilotUsers({ 'fabrikam.com': 5 }), tenant],
    outcome: 'fail',
    notes: { 'suffix:fabrikam.com': 'not verified' },
  },
  {
    name: 'a name that only ends like a verified domain',
    evidence: [pilotUsers({ 'notcontoso.com': 5 }), tenant],
    outcome: 'fail',
  },
  {
    name: 'a subdomain of a verified domain',
    evidence: [pilotUsers({ 'contoso.com': 8, 'asia.contoso.com': 2 }), tenant],
    outcome: 'warning',
    says: ['2 of 10 pilot users', 'asia.contoso.com (2)'],
    counts: { pass: 8, warning: 2 },
  },
  {
    name: 'users without a UPN',
    evidence: [pilotUsers({ 'contoso.com': 8 }, 2), tenant],
    outcome: 'fail',
    says: ['2 of 10 pilot users', 'no UPN (2)'],
    objects: { 'suffix:contoso.com': 'pass', 'suffix:no UPN': 'fail', [`${domainSid}-1290`]: 'fail' },
  },
  { name: 'a UPN without suffix', evidence: [pilotUsers({ '': 1 }), tenant], outcome: 'fail', says: ['no suffix (1)'] },
  {
    name: 'users of two domains',
    evidence: [pilotUsers({ 'contoso.com': 8 }), pilotUsers({ 'contoso.com': 4 }, 0, {}, 'emea.contoso.com'), tenant],
    outcome: 'pass',
    says: ['All 12 pilot users'],
  },
  {
    name: 'a domain that does not know the pilot group beside one that does',
    evidence: [
      pilotUsers({ 'contoso.com': 8 }),
      pilotUsers({}, 0, { populationFound: false }, 'emea.contoso.com'),
      tenant,
    ],
    outcome: 'pass',
  },
  {
    name: 'a pilot group that does not exist',
    evidence: [pilotUsers({}, 0, { populationFound: false }), tenant],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['pilot group'],
  },
  {
    name: 'an empty pilot',
    evidence: [pilotUsers({}), tenant],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no enabled user'],
  },
  {
    name: 'a second domain that was refused',
    evidence: [pilotUsers({ 'contoso.com': 8 }), failed('ad.pilot-users', 'emea.contoso.com', 'access-denied'), tenant],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'Graph refused',
    evidence: [pilotUsers({ 'contoso.com': 8 }), failed('entra.domains', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a list of domains without any',
    evidence: [pilotUsers({ 'contoso.com': 8 }), record('entra.domains', 'tenant', { domains: [] })],
    outcome: 'unknown',
    reason: 'unreadable',
  },
]);

import check from '../../../../src-main/checks/fed/fed-001-federated-domains.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck, record } from '../check-cases';
import { pilotUsers } from '../dir/pilot-users';
import { domains, entraDomain } from './entra-domains';

const realm = (domain: string, accountType: string): EvidenceRecord =>
  record('entra.realm', domain, { domain, accountType });
const users = pilotUsers({ 'contoso.com': 40 });
const both = pilotUsers({ 'contoso.com': 40, 'emea.contoso.com': 2 });
const tenant = domains(
  entraDomain('contoso.com'),
  entraDomain('contoso.onmicrosoft.com', 'Managed', { isInitial: true }),
);

describeCheck(check, [
  { name: 'federated', evidence: [users, tenant], outcome: 'pass', objects: { 'entra-domain:contoso.com': 'pass' } },
  {
    name: 'managed',
    evidence: [users, domains(entraDomain('contoso.com', 'Managed'))],
    outcome: 'fail',
    severity: 'blocker',
    says: ['contoso.com'],
    differs: ['contoso.com'],
  },
  {
    name: 'not verified',
    evidence: [users, domains(entraDomain('contoso.com', 'Federated', { isVerified: false }))],
    outcome: 'fail',
  },
  { name: 'inherits from its parent', evidence: [both, tenant], outcome: 'warning', says: ['emea.contoso.com'] },
  {
    name: 'inherits, and the realm confirms it',
    evidence: [both, tenant, realm('emea.contoso.com', 'Federated')],
    outcome: 'pass',
    says: ['All 2'],
  },
  {
    name: 'list and realm disagree',
    evidence: [users, tenant, realm('contoso.com', 'Managed')],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'a suffix the tenant does not have',
    evidence: [pilotUsers({ 'fabrikam.com': 1 }), tenant],
    outcome: 'fail',
    notes: { 'entra-domain:fabrikam.com': '1 pilot user' },
  },
  {
    name: 'no pilot user with a name',
    evidence: [pilotUsers({}, 3), tenant],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'an empty list of domains', evidence: [users, domains()], outcome: 'unknown', reason: 'unreadable' },
]);

import check from '../../../../src-main/checks/pol/pol-011-intune-hello-policy.check';
import { describeCheck, record } from '../check-cases';
import { otherTenantId, tenantId } from '../contoso';
import { helloPolicies, helloPolicy, toGroup, toNobody } from './intune';

const entraOnly = {
  policyChannel: 'intune',
  joinTypes: { hybridJoined: false, entraJoined: true },
} as const;
const hybrid = { policyChannel: 'intune' } as const;
const certificates = { usepassportforwork: 'true', usecertificateforonpremauth: 'true' };
const organization = record('entra.organization', tenantId, {
  tenantId,
  displayName: 'Contoso',
  verifiedDomains: [],
  assignedPlans: [],
});

describeCheck(check, [
  { name: 'everybody, Entra joined', scope: entraOnly, evidence: [helloPolicies(helloPolicy())], outcome: 'pass' },
  {
    name: 'a group',
    scope: entraOnly,
    evidence: [helloPolicies(helloPolicy({ usepassportforwork: '1' }, toGroup))],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['1 group'],
  },
  {
    name: 'assigned to nobody',
    scope: entraOnly,
    evidence: [helloPolicies(helloPolicy(undefined, toNobody))],
    outcome: 'fail',
    severity: 'blocker',
  },
  { name: 'none', scope: entraOnly, evidence: [helloPolicies()], outcome: 'fail', says: ['No assigned policy'] },
  {
    name: 'none, group policy as well',
    scope: { policyChannel: 'both' },
    evidence: [helloPolicies()],
    outcome: 'not-applicable',
  },
  {
    name: 'blocked',
    scope: entraOnly,
    evidence: [helloPolicies(helloPolicy({ usepassportforwork: 'false' }))],
    outcome: 'fail',
    says: ['blocks Hello'],
  },
  {
    name: 'two policies conflict',
    scope: entraOnly,
    evidence: [
      helloPolicies(
        helloPolicy(),
        helloPolicy({ usepassportforwork: 'false' }, { id: 'p2', displayName: 'Baseline', ...toGroup }),
      ),
    ],
    outcome: 'warning',
    severity: 'medium',
    says: ['Baseline blocks it'],
  },
  {
    name: 'hybrid joined without certificates',
    scope: hybrid,
    evidence: [helloPolicies(helloPolicy())],
    outcome: 'fail',
    says: ['key trust'],
  },
  {
    name: 'hybrid joined with certificates',
    scope: hybrid,
    evidence: [helloPolicies(helloPolicy(certificates))],
    outcome: 'warning',
    notes: { 'intune-policy:p1': 'warns against it' },
  },
  {
    name: 'an OMA-URI of another tenant',
    scope: entraOnly,
    evidence: [
      organization,
      helloPolicies(helloPolicy(undefined, { kind: 'custom-oma-uri', tenantId: otherTenantId })),
    ],
    outcome: 'warning',
    notes: { 'intune-policy:p1': 'another tenant' },
  },
  { name: 'group policy only', evidence: [helloPolicies()], outcome: 'not-applicable' },
]);

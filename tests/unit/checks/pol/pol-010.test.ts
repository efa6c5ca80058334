import check from '../../../../src-main/checks/pol/pol-010-intune-enrolment.check';
import { describeCheck, failed, record } from '../check-cases';
import { helloPolicies, helloPolicy, toNobody } from './intune';

const enrolment = (...states: readonly string[]) =>
  record('intune.hello-enrollment', 'tenant', {
    configurations: states.map((state, index) => ({ id: `c${index}`, displayName: 'All users and devices', state })),
  });
const scope = { policyChannel: 'intune' } as const;

describeCheck(check, [
  { name: 'enabled', scope, evidence: [enrolment('enabled')], outcome: 'pass' },
  {
    name: 'open, with a targeted policy',
    scope,
    evidence: [enrolment('notConfigured'), helloPolicies(helloPolicy())],
    outcome: 'pass',
  },
  { name: 'open, without', scope, evidence: [enrolment('notConfigured'), helloPolicies()], outcome: 'info' },
  {
    name: 'open, policies not read',
    scope,
    evidence: [enrolment('notConfigured'), failed('intune.hello-policies', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'disabled',
    scope,
    evidence: [enrolment('disabled'), helloPolicies(helloPolicy({ usepassportforwork: 'true' }, toNobody))],
    outcome: 'fail',
    severity: 'medium',
    objects: { 'intune-policy:c0': 'fail' },
  },
  {
    name: 'disabled, policies not read',
    scope,
    evidence: [enrolment('disabled')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'disabled, with a targeted policy',
    scope,
    evidence: [enrolment('disabled'), helloPolicies(helloPolicy())],
    outcome: 'warning',
  },
  { name: 'a new state', scope, evidence: [enrolment('other')], outcome: 'unknown', reason: 'unreadable' },
  { name: 'no such setting', scope, evidence: [enrolment()], outcome: 'unknown', reason: 'unreadable' },
  { name: 'group policy only', evidence: [enrolment('disabled')], outcome: 'not-applicable' },
]);

import check from '../../../../src-main/checks/pki/pki-031-whfb-validity.check';
import { type CheckCase, describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { absenceCases, withTemplates } from './hello-template-cases';
import { helloTemplate } from './templates';

const days = (count: number): number => count * 24 * 3600;
const lasting = (validity: number | undefined, renewal: number | undefined): CheckCase['evidence'] =>
  withTemplates(
    helloTemplate({
      validitySeconds: validity === undefined ? undefined : days(validity),
      renewalSeconds: renewal === undefined ? undefined : days(renewal),
    }),
  );

describeCheck(check, [
  {
    name: '1 year and 6 weeks',
    evidence: lasting(365, 42),
    outcome: 'pass',
    says: ['12 months', '42 days'],
    objects: { [guid(101)]: 'pass' },
  },
  { name: '6 months', evidence: lasting(180, 42), outcome: 'pass' },
  { name: '2 years', evidence: lasting(730, 42), outcome: 'pass' },
  { name: 'less than 6 months', evidence: lasting(179, 42), outcome: 'warning', says: ['less than 6 months'] },
  { name: '90 days', evidence: lasting(90, 30), outcome: 'warning', says: ['after a few weeks'] },
  { name: '60 days', evidence: lasting(60, 20), outcome: 'warning' },
  { name: '59 days', evidence: lasting(59, 20), outcome: 'fail', says: ['59 days'], severity: 'medium' },
  { name: 'more than 2 years', evidence: lasting(1095, 42), outcome: 'warning', says: ['more than 2 years'] },
  { name: 'half of the validity', evidence: lasting(200, 100), outcome: 'warning', says: ['half of the validity'] },
  { name: 'renewal as long as validity', evidence: lasting(365, 365), outcome: 'fail', says: ['not shorter'] },
  { name: 'validity not returned', evidence: lasting(undefined, 42), outcome: 'unknown', reason: 'access-denied' },
  { name: 'renewal not returned', evidence: lasting(365, undefined), outcome: 'unknown', reason: 'access-denied' },
  ...absenceCases,
]);

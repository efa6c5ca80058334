import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { type CheckCase, failed } from '../check-cases';
import { forest } from '../contoso';
import { authoritiesOf, authority } from './authorities';
import { builtInTemplates, controllerTemplate, helloTemplate, templatesOf } from './templates';

const others = [...builtInTemplates, helloTemplate(), controllerTemplate()];

/** Evidence of a forest in which these are the enrolment agent templates, all published. */
export const withAgents = (...templates: readonly CertificateTemplate[]): CheckCase['evidence'] => [
  templatesOf([...others, ...templates]),
  authoritiesOf([authority({ templates: ['WHFBAuthentication', ...templates.map(({ cn }) => cn)] })]),
];

/** What holds for every check of a property of the enrolment agent template. */
export const agentAbsenceCases: readonly CheckCase[] = [
  {
    name: 'no enrolment agent template in use',
    evidence: [templatesOf(others), authoritiesOf([authority({ templates: ['WHFBAuthentication'] })])],
    outcome: 'not-applicable',
    says: ['PKI-019'],
  },
  {
    name: 'an enrolment agent template that is hidden',
    evidence: [templatesOf(others), authoritiesOf([authority()])],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['WHFBEnrollmentAgent'],
  },
  {
    name: 'templates denied',
    evidence: [failed('ad.certificate-templates', forest, 'access-denied'), authoritiesOf([authority()])],
    outcome: 'unknown',
    reason: 'access-denied',
  },
];

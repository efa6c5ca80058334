import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { type CheckCase, failed } from '../check-cases';
import { forest } from '../contoso';
import { authoritiesOf, authority } from './authorities';
import { agentTemplate, builtInTemplates, controllerTemplate, templatesOf } from './templates';

const others = [...builtInTemplates, agentTemplate(), controllerTemplate()];
const cas = authoritiesOf([authority()]);

/** Evidence of a forest in which these are the templates with a sign of Hello, all published. */
export const withTemplates = (...templates: readonly CertificateTemplate[]): CheckCase['evidence'] => [
  templatesOf([...others, ...templates]),
  authoritiesOf([authority({ templates: templates.map(({ cn }) => cn) })]),
];

/** What holds for every check of a property of the WHfB template. */
export const absenceCases: readonly CheckCase[] = [
  {
    name: 'no WHfB template',
    evidence: [templatesOf(others), authoritiesOf([authority({ templates: ['SmartcardLogon'] })])],
    outcome: 'not-applicable',
    says: ['PKI-023'],
  },
  {
    name: 'a WHfB template that is hidden',
    evidence: [templatesOf(others), cas],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['WHFBAuthentication'],
  },
  {
    name: 'a container that is not visible',
    evidence: [templatesOf([], forest, false), cas],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'templates denied',
    evidence: [failed('ad.certificate-templates', forest, 'access-denied'), cas],
    outcome: 'unknown',
    reason: 'access-denied',
  },
];

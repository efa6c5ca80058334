import check from '../../../../src-main/checks/pki/pki-019-agent-template.check';
import { describeCheck, failed } from '../check-cases';
import { forest, guid } from '../contoso';
import { authoritiesOf, authority } from './authorities';
import {
  agentTemplate,
  builtIn,
  builtInTemplates,
  controllerTemplate,
  helloTemplate,
  templatesOf,
  usage,
} from './templates';

const id = guid(102);
const others = [...builtInTemplates, helloTemplate(), controllerTemplate()];
const cas = authoritiesOf([authority()]);

describeCheck(check, [
  {
    name: 'the sample for a gMSA',
    evidence: [templatesOf([...others, agentTemplate()]), cas],
    outcome: 'pass',
    says: ['1 custom template', 'WHFBEnrollmentAgent'],
    objects: { [id]: 'pass' },
  },
  {
    name: 'another name',
    evidence: [templatesOf([...others, agentTemplate({ cn: 'AdfsRA', displayName: 'AD FS RA' })])],
    outcome: 'pass',
    says: ['AdfsRA'],
  },
  {
    name: 'extra usages',
    evidence: [templatesOf([...others, agentTemplate({ extendedKeyUsage: [usage.agent, usage.client] })]), cas],
    outcome: 'warning',
    notes: { [id]: usage.client },
  },
  {
    name: 'two custom templates',
    evidence: [
      templatesOf([...others, agentTemplate(), agentTemplate({ cn: 'SmartcardAgent', objectGuid: guid(120) })]),
      cas,
    ],
    outcome: 'pass',
    says: ['2 custom templates', 'RA-002'],
  },
  {
    name: 'one of two with extra usages',
    evidence: [
      templatesOf([
        agentTemplate(),
        agentTemplate({ cn: 'SmartcardAgent', objectGuid: guid(120), applicationPolicies: [usage.agent, usage.email] }),
      ]),
    ],
    outcome: 'warning',
    says: ['SmartcardAgent'],
    objects: { [id]: 'pass', [guid(120)]: 'warning' },
  },
  {
    name: 'built-in templates only',
    evidence: [templatesOf(builtInTemplates), authoritiesOf([authority({ templates: [] })])],
    outcome: 'warning',
    says: ['Only built-in'],
    objects: { [guid(112)]: 'warning', [guid(113)]: 'warning' },
  },
  {
    name: 'no agent template',
    evidence: [templatesOf([builtIn.smartcardLogon]), authoritiesOf([authority({ templates: [] })])],
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'only templates for computers',
    evidence: [templatesOf([builtIn.cepEncryption, agentTemplate({ cn: 'NdesRA', flags: 131680 })])],
    outcome: 'fail',
  },
  {
    name: 'no templates at all in a forest without CA',
    evidence: [templatesOf([]), authoritiesOf([])],
    outcome: 'fail',
  },
  {
    name: 'the container not visible',
    evidence: [templatesOf([], forest, false)],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'a published template is hidden',
    evidence: [templatesOf(others), authoritiesOf([authority({ templates: ['WHFBEnrollmentAgent'] })])],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['WHFBEnrollmentAgent'],
  },
  {
    name: 'flags not returned',
    evidence: [templatesOf([agentTemplate({ flags: undefined })])],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'schema version not returned',
    evidence: [templatesOf([agentTemplate({ schemaVersion: undefined })])],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'denied',
    evidence: [failed('ad.certificate-templates', forest, 'access-denied'), cas],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a forest of the scope nobody read',
    evidence: [templatesOf([builtIn.smartcardLogon])],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['fabrikam.com'],
  },
]);

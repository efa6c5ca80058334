import check from '../../../../src-main/checks/pki/pki-023-whfb-template.check';
import { describeCheck, failed, record } from '../check-cases';
import { forest, guid } from '../contoso';
import { authoritiesOf, authority } from './authorities';
import { agentTemplate, builtInTemplates, controllerTemplate, helloTemplate, templatesOf, usage } from './templates';

const id = guid(101);
const others = [...builtInTemplates, agentTemplate(), controllerTemplate()];
const cas = authoritiesOf([authority()]);
const publishing = (...templates: readonly string[]) => authoritiesOf([authority({ templates })]);
/** A template of another name, without Hello bit. */
const plain = helloTemplate({ cn: 'ContosoHello', privateKeyFlag: 101056640 });

describeCheck(check, [
  {
    name: 'the sample',
    evidence: [templatesOf([...others, helloTemplate()]), cas],
    outcome: 'pass',
    says: ['WHFBAuthentication', 'schema version 4', 'published by Contoso Issuing CA 1'],
    objects: { [id]: 'pass' },
  },
  {
    name: 'schema version 2',
    evidence: [templatesOf([...others, helloTemplate({ schemaVersion: 2 })]), cas],
    outcome: 'pass',
    notes: { [id]: '4 is expected' },
  },
  {
    name: 'found by the Hello bit under another name',
    evidence: [
      templatesOf([...others, helloTemplate({ cn: 'ContosoHello', displayName: 'Contoso Hello' })]),
      publishing(),
    ],
    outcome: 'pass',
    says: ['ContosoHello'],
  },
  {
    name: 'found by the documented display name',
    evidence: [
      templatesOf([
        ...others,
        helloTemplate({
          cn: 'Custom7',
          displayName: 'WHFB Authentication',
          privateKeyFlag: 101056640,
          raSignatures: 0,
          raApplicationPolicies: [],
        }),
      ]),
      publishing('Custom7'),
    ],
    outcome: 'pass',
    says: ['Custom7'],
  },
  {
    name: 'found by its name without Hello bit, signature and usage',
    evidence: [
      templatesOf([
        ...others,
        helloTemplate({
          privateKeyFlag: 101056640,
          raSignatures: 0,
          extendedKeyUsage: [usage.client],
          applicationPolicies: [usage.client],
        }),
      ]),
      cas,
    ],
    outcome: 'pass',
  },
  {
    name: 'found by the agent signature',
    evidence: [templatesOf([...others, plain]), publishing('ContosoHello')],
    outcome: 'pass',
    says: ['ContosoHello'],
  },
  {
    name: 'agent signature, but not published',
    evidence: [templatesOf([...others, plain]), publishing()],
    outcome: 'fail',
  },
  {
    name: 'agent signature, publication not known',
    evidence: [templatesOf([...others, plain])],
    outcome: 'pass',
    says: ['publication not known'],
  },
  {
    name: 'a published smart card template may be a broken one',
    evidence: [
      templatesOf([
        ...others,
        helloTemplate({ cn: 'ContosoCard', privateKeyFlag: 101056640, raSignatures: 0, raApplicationPolicies: [] }),
      ]),
      publishing('ContosoCard'),
    ],
    outcome: 'warning',
    says: ['No template bears a sure sign', 'ContosoCard'],
  },
  {
    name: 'two with sure signs',
    evidence: [
      templatesOf([...others, helloTemplate(), helloTemplate({ cn: 'OldHello', objectGuid: guid(130) })]),
      publishing('WHFBAuthentication', 'OldHello'),
    ],
    outcome: 'warning',
    says: ['2 templates look like', 'OldHello'],
    objects: { [id]: 'warning', [guid(130)]: 'warning' },
  },
  {
    name: 'a draft that nobody publishes does not count beside the published one',
    evidence: [
      templatesOf([
        ...others,
        helloTemplate(),
        helloTemplate({ cn: 'Draft', objectGuid: guid(130), schemaVersion: 1 }),
      ]),
      cas,
    ],
    outcome: 'pass',
    objects: { [id]: 'pass' },
  },
  {
    name: 'two with sure signs, none published',
    evidence: [
      templatesOf([...others, helloTemplate(), helloTemplate({ cn: 'OldHello', objectGuid: guid(130) })]),
      publishing(),
    ],
    outcome: 'warning',
    objects: { [id]: 'warning', [guid(130)]: 'warning' },
  },
  {
    name: 'a sure sign outweighs a template with an agent signature only',
    evidence: [
      templatesOf([
        ...others,
        helloTemplate(),
        helloTemplate({ cn: 'CardOnBehalf', objectGuid: guid(131), privateKeyFlag: 101056640 }),
      ]),
      publishing('WHFBAuthentication', 'CardOnBehalf'),
    ],
    outcome: 'pass',
    objects: { [id]: 'pass' },
  },
  {
    name: 'the built-in Smartcard Logon is no candidate',
    evidence: [templatesOf(others), publishing('SmartcardLogon')],
    outcome: 'fail',
    severity: 'blocker',
    says: ['None of 9 certificate templates'],
  },
  {
    name: 'a template for computers',
    evidence: [templatesOf([...others, helloTemplate({ flags: 131680 })]), cas],
    outcome: 'fail',
    notes: { [id]: 'computers' },
  },
  {
    name: 'schema version 1',
    evidence: [templatesOf([...others, helloTemplate({ schemaVersion: 1 })]), cas],
    outcome: 'fail',
  },
  {
    name: 'flags not returned',
    evidence: [templatesOf([...others, helloTemplate({ flags: undefined })]), cas],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'published, but hidden from the account',
    evidence: [templatesOf(others), cas],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['WHFBAuthentication is published by a CA'],
  },
  {
    name: 'the container not visible',
    evidence: [templatesOf([], forest, false), cas],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'denied',
    evidence: [failed('ad.certificate-templates', forest, 'access-denied'), cas],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'none among those a tool tells',
    evidence: [
      record('ad.certificate-templates', forest, {
        excerpt: { tool: 'SharpHound', lacks: { supersedes: 'superseded templates' } },
        containerFound: true,
        templates: [agentTemplate()],
      }),
    ],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['No WHfB template was found', 'SharpHound does not tell whether there are others'],
  },
]);

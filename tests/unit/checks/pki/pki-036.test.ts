import check from '../../../../src-main/checks/pki/pki-036-second-authority.check';
import { describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { authoritiesOf, authority, certificate, secondAuthority } from './authorities';
import { agentTemplate, builtInTemplates, helloTemplate, templatesOf } from './templates';

const templates = templatesOf([...builtInTemplates, helloTemplate(), agentTemplate()]);
const [hello, agent] = [guid(101), guid(102)];

describeCheck(check, [
  {
    name: 'both on two CAs',
    evidence: [templates, authoritiesOf([authority(), secondAuthority()])],
    outcome: 'pass',
    says: ['at least 2 CAs', 'AD FS is bound'],
    objects: { [hello]: 'pass', [agent]: 'pass' },
  },
  {
    name: 'one CA',
    evidence: [templates, authoritiesOf([authority()])],
    outcome: 'warning',
    severity: 'low',
    says: ['Published by Contoso Issuing CA 1 only'],
    objects: { [hello]: 'warning', [agent]: 'warning' },
  },
  {
    name: 'the agent template on one of two',
    evidence: [templates, authoritiesOf([authority(), secondAuthority({ templates: ['whfbauthentication'] })])],
    outcome: 'warning',
    objects: { [hello]: 'pass', [agent]: 'warning' },
  },
  {
    name: 'the second CA has expired',
    evidence: [
      templates,
      authoritiesOf([
        authority(),
        secondAuthority({ certificates: [certificate({ notAfter: '2025-01-01T00:00:00.000Z' })] }),
      ]),
    ],
    outcome: 'warning',
    objects: { [hello]: 'warning', [agent]: 'warning' },
  },
  {
    name: 'published nowhere',
    evidence: [templates, authoritiesOf([authority({ templates: [] })])],
    outcome: 'warning',
    says: ['PKI-032'],
  },
  {
    name: 'a CA of another forest does not help',
    evidence: [templates, authoritiesOf([authority()]), authoritiesOf([secondAuthority()], 'fabrikam.com')],
    outcome: 'warning',
  },
  {
    name: 'no template yet',
    evidence: [templatesOf(builtInTemplates), authoritiesOf([authority({ templates: [] })])],
    outcome: 'not-applicable',
  },
  {
    name: 'templates hidden',
    evidence: [templatesOf(builtInTemplates), authoritiesOf([authority()])],
    outcome: 'unknown',
    reason: 'contradictory',
  },
]);

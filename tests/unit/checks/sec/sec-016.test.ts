import check from '../../../../src-main/checks/sec/sec-016-exportable-keys.check';
import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { type CheckCase, describeCheck, failed } from '../check-cases';
import { forest, guid } from '../contoso';
import { authoritiesOf, authority } from '../pki/authorities';
import { agentTemplate, builtInTemplates, helloTemplate, scepTemplate, templatesOf } from '../pki/templates';

const published = (...templates: readonly CertificateTemplate[]): CheckCase['evidence'] => [
  templatesOf([...builtInTemplates, ...templates]),
  authoritiesOf([authority({ templates: templates.map(({ cn }) => cn) })]),
];
const exportable = 0x0606_0010;
const entraJoined = { joinTypes: { hybridJoined: true, entraJoined: true } };
const [hello, agent, scep] = [guid(101), guid(102), guid(104)];

describeCheck(check, [
  {
    name: 'none exportable',
    evidence: published(helloTemplate(), agentTemplate()),
    outcome: 'pass',
    objects: { [hello]: 'pass', [agent]: 'pass' },
  },
  {
    name: 'the agent key',
    evidence: published(helloTemplate(), agentTemplate({ privateKeyFlag: exportable })),
    outcome: 'fail',
    severity: 'high',
    says: ['key of the enrolment agent'],
    objects: { [hello]: 'pass', [agent]: 'fail' },
  },
  {
    name: 'the sign-in key',
    evidence: published(helloTemplate({ privateKeyFlag: 0x0626_0090 }), agentTemplate()),
    outcome: 'fail',
    severity: 'medium',
    differs: ['WHFBAuthentication'],
  },
  {
    name: 'both',
    evidence: published(helloTemplate({ privateKeyFlag: 0x0626_0090 }), agentTemplate({ privateKeyFlag: exportable })),
    outcome: 'fail',
    severity: 'high',
    says: ['2 of 2'],
  },
  {
    name: 'the SCEP key with Entra joined devices',
    evidence: published(helloTemplate(), scepTemplate({ privateKeyFlag: exportable })),
    scope: entraJoined,
    outcome: 'fail',
    severity: 'medium',
    objects: { [hello]: 'pass', [scep]: 'fail' },
  },
  {
    name: 'the SCEP key without Entra joined devices is not used',
    evidence: published(helloTemplate(), scepTemplate({ privateKeyFlag: exportable })),
    outcome: 'pass',
    objects: { [hello]: 'pass' },
  },
  {
    name: 'flag not returned',
    evidence: published(helloTemplate(), agentTemplate({ privateKeyFlag: undefined })),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'no such template', evidence: published(), outcome: 'not-applicable' },
  {
    name: 'hidden templates',
    evidence: [templatesOf(builtInTemplates), authoritiesOf([authority()])],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'denied',
    evidence: [failed('ad.certificate-templates', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

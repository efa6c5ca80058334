import check from '../../../../src-main/checks/pki/pki-032-published-templates.check';
import { describeCheck, failed } from '../check-cases';
import { forest, guid } from '../contoso';
import {
  authoritiesOf,
  authority,
  certificate,
  ntAuthOf,
  published,
  secondAuthority,
  secondCertificate,
} from './authorities';
import { agentTemplate, builtIn, builtInTemplates, controllerTemplate, helloTemplate, templatesOf } from './templates';

const [hello, agent, controller] = [guid(101), guid(102), guid(103)];
const templates = templatesOf([helloTemplate(), agentTemplate(), controllerTemplate()]);
const bothListed = ntAuthOf([certificate(), secondCertificate]);
const two = authoritiesOf([authority(), secondAuthority()]);
const expired = { notAfter: '2026-11-01T00:00:00.000Z' };

describeCheck(check, [
  {
    name: 'all three on two CAs',
    evidence: [two, templates, bothListed],
    outcome: 'pass',
    says: ['at least 2 of 2 CAs'],
    objects: { [hello]: 'pass', [agent]: 'pass', [controller]: 'pass' },
  },
  {
    name: 'all three on one CA',
    evidence: [authoritiesOf([authority()]), templates, bothListed],
    outcome: 'warning',
    severity: 'low',
    says: ['Contoso Issuing CA 1 only'],
    objects: { [hello]: 'warning', [agent]: 'warning', [controller]: 'warning' },
  },
  {
    name: 'names in another case',
    evidence: [
      authoritiesOf([authority({ templates: published.map((name) => name.toUpperCase()) }), secondAuthority()]),
      templates,
      bothListed,
    ],
    outcome: 'pass',
  },
  {
    name: 'WHfB template not published',
    evidence: [
      authoritiesOf([authority({ templates: published.slice(1) }), secondAuthority({ templates: published.slice(1) })]),
      templates,
      bothListed,
    ],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 needed template cannot be enrolled from any of 2 CAs', 'WHFBAuthentication: No CA publishes it.'],
    objects: { [hello]: 'fail', [agent]: 'pass', [controller]: 'pass' },
  },
  {
    name: 'published by an expired CA only',
    evidence: [authoritiesOf([authority({ certificates: [certificate(expired)] })]), templates, bothListed],
    outcome: 'fail',
    notes: { [hello]: 'cannot issue usable certificates' },
  },
  {
    name: 'published by a CA that is not in NTAuthCertificates, and by a good one',
    evidence: [two, templates, ntAuthOf([certificate()])],
    outcome: 'warning',
    objects: { [hello]: 'warning', [agent]: 'warning', [controller]: 'warning' },
  },
  {
    name: 'NTAuthCertificates not read',
    evidence: [two, templates],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [hello]: 'unknown', [agent]: 'unknown', [controller]: 'unknown' },
  },
  {
    name: 'NTAuthCertificates not read, but nothing published',
    evidence: [authoritiesOf([authority({ templates: [] })]), templates],
    outcome: 'fail',
  },
  {
    name: 'a name without template',
    evidence: [
      authoritiesOf([authority({ templates: [...published, 'Gone'] }), secondAuthority()]),
      templates,
      bothListed,
    ],
    outcome: 'warning',
    severity: 'low',
    says: ['Gone'],
    objects: { [hello]: 'pass', [agent]: 'pass', [controller]: 'pass', 'published:gone': 'warning' },
  },
  {
    name: 'no agent template',
    evidence: [two, templatesOf([helloTemplate(), controllerTemplate()]), bothListed],
    outcome: 'warning',
    objects: {
      [hello]: 'pass',
      'role:agent': 'unknown',
      [controller]: 'pass',
      'published:whfbenrollmentagent': 'warning',
    },
  },
  {
    name: 'no agent template, and nothing hidden',
    evidence: [
      authoritiesOf([authority({ templates: [published[0], published[2]] })]),
      templatesOf([helloTemplate(), controllerTemplate()]),
      bothListed,
    ],
    outcome: 'fail',
    objects: { [hello]: 'warning', 'role:agent': 'fail', [controller]: 'warning' },
  },
  {
    name: 'a built-in domain controller template is enough; the others do not matter',
    evidence: [
      authoritiesOf([
        authority({ templates: [published[0], published[1], 'KerberosAuthentication'] }),
        secondAuthority({ templates: [published[0], published[1], 'KerberosAuthentication'] }),
      ]),
      templatesOf([...builtInTemplates, helloTemplate(), agentTemplate()]),
      bothListed,
    ],
    outcome: 'pass',
    objects: {
      [hello]: 'pass',
      [agent]: 'pass',
      [guid(115)]: 'pass',
      [guid(116)]: 'not-applicable',
      [guid(117)]: 'not-applicable',
    },
  },
  {
    name: 'a built-in enrolment agent template serves where there is no other (PKI-019 has the risk)',
    evidence: [
      authoritiesOf([
        authority({ templates: [published[0], published[2], 'EnrollmentAgentOffline'] }),
        secondAuthority({ templates: [published[0], published[2], 'EnrollmentAgentOffline'] }),
      ]),
      templatesOf([builtIn.enrollmentAgentOffline, helloTemplate(), controllerTemplate()]),
      bothListed,
    ],
    outcome: 'pass',
    objects: { [hello]: 'pass', [guid(112)]: 'pass', [controller]: 'pass' },
  },
  {
    name: 'no domain controller template published',
    evidence: [
      authoritiesOf([
        authority({ templates: published.slice(0, 2) }),
        secondAuthority({ templates: published.slice(0, 2) }),
      ]),
      templatesOf([...builtInTemplates, helloTemplate(), agentTemplate()]),
      bothListed,
    ],
    outcome: 'fail',
    objects: { [hello]: 'pass', [agent]: 'pass', 'role:controller': 'fail' },
    notes: { 'role:controller': 'KerberosAuthentication' },
  },
  {
    name: 'no CA',
    evidence: [authoritiesOf([]), templates, bothListed],
    outcome: 'fail',
    says: ['3 needed templates'],
  },
  {
    name: 'CAs denied',
    evidence: [failed('ad.certification-authorities', forest, 'access-denied'), templates, bothListed],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

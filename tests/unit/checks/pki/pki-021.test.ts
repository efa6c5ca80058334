import check from '../../../../src-main/checks/pki/pki-021-agent-key-and-approval.check';
import { type CheckCase, describeCheck } from '../check-cases';
import { forest, guid } from '../contoso';
import { agentAbsenceCases, withAgents } from './agent-template-cases';
import { authoritiesOf, authority } from './authorities';
import { agentTemplate, builtIn, type Changes, templatesOf } from './templates';

const having = (changes: Changes): CheckCase['evidence'] => withAgents(agentTemplate(changes));
const day = 24 * 3600;

describeCheck(check, [
  {
    name: 'sample A.8',
    evidence: having({}),
    outcome: 'pass',
    says: ['without approval'],
    objects: { [guid(102)]: 'pass' },
  },
  {
    name: 'approval',
    evidence: having({ enrollmentFlag: 0x22 }),
    outcome: 'fail',
    severity: 'blocker',
    says: ['wait for a CA manager'],
    differs: ['WHFBEnrollmentAgent'],
  },
  { name: 'a signature', evidence: having({ raSignatures: 1 }), outcome: 'fail', severity: 'blocker' },
  { name: 'short key', evidence: having({ minimalKeySize: 1024 }), outcome: 'fail', severity: 'medium' },
  {
    name: 'approval and short key have the severity of the approval',
    evidence: having({ minimalKeySize: 1024, enrollmentFlag: 0x22 }),
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'exportable',
    evidence: having({ privateKeyFlag: 0x0606_0010 }),
    outcome: 'warning',
    severity: 'medium',
    says: ['SEC-025'],
  },
  {
    name: 'legacy provider',
    evidence: having({ privateKeyFlag: 0x0606_0100, asymmetricAlgorithm: undefined, hashAlgorithm: undefined }),
    outcome: 'warning',
    says: ['legacy provider'],
  },
  { name: 'elliptic curve', evidence: having({ asymmetricAlgorithm: 'ECDSA_P384' }), outcome: 'warning' },
  { name: 'SHA-1', evidence: having({ hashAlgorithm: 'SHA1' }), outcome: 'warning' },
  { name: 'three years', evidence: having({ validitySeconds: 1095 * day }), outcome: 'warning' },
  { name: 'a month', evidence: having({ validitySeconds: 30 * day }), outcome: 'warning', says: ['30 days only'] },
  { name: 'two years', evidence: having({ validitySeconds: 730 * day }), outcome: 'pass' },
  {
    name: 'validity not returned',
    evidence: having({ validitySeconds: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'signatures not returned',
    evidence: having({ raSignatures: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'algorithms not returned',
    evidence: having({ asymmetricAlgorithm: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'only the built-in template is published: its keys are of a legacy provider',
    evidence: [
      templatesOf([builtIn.enrollmentAgentOffline]),
      authoritiesOf([authority({ templates: ['EnrollmentAgentOffline'] })]),
    ],
    outcome: 'warning',
    objects: { [guid(112)]: 'warning' },
  },
  {
    name: 'a draft beside the one in use',
    evidence: [
      templatesOf([agentTemplate(), agentTemplate({ cn: 'Entwurf', objectGuid: guid(131), enrollmentFlag: 0x22 })]),
      authoritiesOf([authority()]),
    ],
    outcome: 'pass',
    objects: { [guid(102)]: 'pass' },
  },
  {
    name: 'two forests',
    evidence: [
      ...having({}),
      templatesOf([agentTemplate({ objectGuid: guid(132), raSignatures: 1 })], 'fabrikam.com'),
      authoritiesOf([authority()], 'fabrikam.com'),
    ],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'fail',
    objects: { [guid(102)]: 'pass', [guid(132)]: 'fail' },
  },
  ...agentAbsenceCases,
  ...(['enrollmentFlag', 'minimalKeySize', 'privateKeyFlag'] as const).map(
    (attribute): CheckCase => ({
      name: `${attribute} not returned`,
      evidence: having({ [attribute]: undefined }),
      outcome: 'unknown',
      reason: 'access-denied',
      notes: { [guid(102)]: 'without its attribute' },
    }),
  ),
]);

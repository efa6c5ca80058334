import check from '../../../../src-main/checks/sec/sec-025-agent-key-storage.check';
import { type CheckCase, describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { agentAbsenceCases, withAgents } from '../pki/agent-template-cases';
import { authoritiesOf, authority } from '../pki/authorities';
import { agentTemplate, builtIn, type Changes, templatesOf } from '../pki/templates';

const having = (changes: Changes): CheckCase['evidence'] => withAgents(agentTemplate(changes));
const limitedTo = (...providers: readonly string[]): CheckCase['evidence'] => having({ providers });
const agent = guid(102);

describeCheck(check, [
  {
    name: 'limited to the TPM',
    evidence: limitedTo('Microsoft Platform Crypto Provider'),
    outcome: 'pass',
    says: ['in hardware'],
    objects: { [agent]: 'pass' },
  },
  {
    name: 'limited to a hardware security module',
    evidence: limitedTo('SafeNet Key Storage Provider'),
    outcome: 'pass',
  },
  {
    name: 'limited to software',
    evidence: limitedTo('Microsoft Software Key Storage Provider'),
    outcome: 'warning',
    severity: 'high',
    says: ['in software'],
    differs: ['WHFBEnrollmentAgent'],
  },
  {
    name: 'limited to CryptoAPI providers of Windows',
    evidence: limitedTo('Microsoft Enhanced Cryptographic Provider v1.0', 'Microsoft Base Cryptographic Provider v1.0'),
    outcome: 'warning',
  },
  {
    name: 'legacy provider, any',
    evidence: having({ schemaVersion: 2, privateKeyFlag: 0 }),
    outcome: 'warning',
    says: ['legacy provider'],
  },
  {
    name: 'exportable, whatever the provider',
    evidence: having({ privateKeyFlag: 0x0606_0010, providers: ['Microsoft Platform Crypto Provider'] }),
    outcome: 'fail',
    says: ['exported'],
    objects: { [agent]: 'fail' },
  },
  {
    name: 'any provider: the AD FS server decides',
    evidence: having({}),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['allows any provider', 'not part of the evidence'],
  },
  {
    name: 'hardware or software',
    evidence: limitedTo('Microsoft Platform Crypto Provider', 'Microsoft Software Key Storage Provider'),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'a provider nobody knows', evidence: limitedTo('Acme KSP'), outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'flag not returned',
    evidence: having({ privateKeyFlag: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'the built-in template in use',
    evidence: [
      templatesOf([builtIn.enrollmentAgentOffline]),
      authoritiesOf([authority({ templates: ['EnrollmentAgentOffline'] })]),
    ],
    outcome: 'warning',
    objects: { [guid(112)]: 'warning' },
  },
  ...agentAbsenceCases,
]);

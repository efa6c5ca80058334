import check from '../../../../src-main/checks/mfa/mfa-010-provisioning-fit.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { answered } from '../answers';
import { describeCheck, failed, record } from '../check-cases';

const yes = answered('mfa-route-proven', 'yes');
const no = answered('mfa-route-proven', 'no');
const thirdParty = { mfaRoute: 'adfs-third-party' as const };
const policy = (type: string, state = 'enabled'): EvidenceRecord =>
  record('entra.authentication-methods', 'tenant', {
    methods: [
      {
        id: 'MicrosoftAuthenticator',
        state: 'enabled',
        type: '#microsoft.graph.microsoftAuthenticatorAuthenticationMethodConfiguration',
      },
      { id: 'b0', state, type },
    ],
  });
const external = '#microsoft.graph.externalAuthenticationMethodConfiguration';
const own = policy('#microsoft.graph.fido2AuthenticationMethodConfiguration');

describeCheck(check, [
  { name: 'an adapter, proven', evidence: [yes], scope: thirdParty, outcome: 'pass', severity: 'medium' },
  {
    name: 'an adapter, not proven',
    evidence: [no],
    scope: thirdParty,
    outcome: 'warning',
    severity: 'medium',
    says: ['The adapter of another maker in AD FS is not proven'],
  },
  { name: 'an adapter, not asked', evidence: [own], scope: thirdParty, outcome: 'unknown', reason: 'not-collected' },
  { name: 'another provider, proven', evidence: [yes], scope: { mfaRoute: 'federated-provider' }, outcome: 'pass' },
  {
    name: 'an external method, proven',
    evidence: [yes, policy(external)],
    outcome: 'pass',
    says: ['The external method of Entra ID'],
  },
  { name: 'an external method, not proven', evidence: [no, policy(external)], outcome: 'warning' },
  {
    name: 'an external method, not asked',
    evidence: [policy(external)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Whether the external method'],
  },
  {
    name: 'an external method that is switched off',
    evidence: [policy(external, 'disabled')],
    outcome: 'not-applicable',
  },
  { name: 'Entra ID itself', evidence: [own], outcome: 'not-applicable' },
  {
    name: 'Entra ID, methods not read',
    evidence: [yes],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whether with an external method was not read'],
  },
  {
    name: 'Entra ID, methods denied',
    evidence: [failed('entra.authentication-methods', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'the Azure MFA adapter, methods read',
    evidence: [own],
    scope: { mfaRoute: 'adfs-azure-mfa' },
    outcome: 'not-applicable',
  },
]);

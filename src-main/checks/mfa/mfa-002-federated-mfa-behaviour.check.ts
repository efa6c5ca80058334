import type { EntraFederationConfiguration } from '../../../src-shared/model/evidence/entra';
import type { Scope } from '../../../src-shared/model/scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged } from '../result';

const reject = 'rejectmfabyfederatedidp';
const enforce = 'enforcemfabyfederatedidp';
const accept = 'acceptifmfadonebyfederatedidp';

export default defineCheck({
  id: 'MFA-002',
  revision: 1,
  why: 'This setting decides whether Entra ID takes the second factor of AD FS, demands it, or does its own; the wrong one loops, refuses or weakens.',
  sources: [
    'https://learn.microsoft.com/graph/api/resources/internaldomainfederation',
    'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-adfs',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/best-practices-securing-ad-fs',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['entra.federation-configuration'],
  evaluate({ 'entra.federation-configuration': domains }, { scope }) {
    const objects = domains.records.map(
      ({ id, target, data }): JudgedObject => ({
        id: `entra-domain:${target.toLowerCase()}`,
        kind: 'entra-domain',
        name: target,
        evidenceId: id,
        locate: 'federatedIdpMfaBehavior',
        ...judgeBehaviour(data, scope.mfaRoute),
      }),
    );
    const result = judged(objects, {
      summary: objects.map(({ name, note }) => `${name}: ${note}`).join(' '),
      observations: domains.records.map(({ target, data }) => ({
        label: `federatedIdpMfaBehavior of ${target}`,
        observed: data.federatedIdpMfaBehavior ?? 'not set',
        expected:
          scope.mfaRoute === 'entra-mfa'
            ? 'rejectMfaByFederatedIdp'
            : 'enforceMfaByFederatedIdp or acceptIfMfaDoneByFederatedIdp',
      })),
    });
    return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Set where federated users do their second factor.',
    steps: [
      'Set the value that fits where the second factor is done. Do it outside office hours and test a sign-in at once.',
    ],
    command:
      "Update-MgDomainFederationConfiguration -DomainId 'contoso.com' -InternalDomainFederationId <id> -FederatedIdpMfaBehavior rejectMfaByFederatedIdp",
    verify: 'A pilot user is asked for the second factor once, by the side that is meant to ask.',
    revert: 'Set the former value with the same command.',
    right: 'Hybrid Identity Administrator',
    risk: 'Concerns every sign-in of the domain that needs a second factor.',
  },
});

/** Third-party adapters and federated providers are routes on the side of AD FS (D9). */
function judgeBehaviour({ federatedIdpMfaBehavior }: EntraFederationConfiguration, route: Scope['mfaRoute']): Verdict {
  const behaviour = federatedIdpMfaBehavior?.toLowerCase();
  if (behaviour === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The setting is not set; an older one (SupportsMfa), which Graph does not show, decides.',
    };
  if (behaviour !== reject && behaviour !== enforce && behaviour !== accept)
    return { outcome: 'unknown', reason: 'unreadable', note: 'The setting has a value this version does not know.' };
  if (route === 'entra-mfa') {
    if (behaviour === reject) return { outcome: 'pass', note: 'Entra ID does the second factor itself.' };
    if (behaviour === accept)
      return {
        outcome: 'warning',
        note: 'Entra ID also takes the word of AD FS for a second factor, which a compromised farm could give.',
      };
    return {
      outcome: 'fail',
      note: 'Entra ID sends users to AD FS for the second factor, which AD FS is not meant to do.',
    };
  }
  if (behaviour === reject)
    return { outcome: 'fail', note: 'Entra ID does not take the second factor of AD FS and asks for one of its own.' };
  return {
    outcome: 'pass',
    note:
      behaviour === enforce
        ? 'Entra ID leaves the second factor to AD FS.'
        : 'Entra ID takes the second factor that AD FS did.',
  };
}

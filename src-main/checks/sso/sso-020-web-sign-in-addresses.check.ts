import { federationHosts } from '../../evidence/derived/federation-hosts';
import { defineCheck } from '../define-check';
import { assignedPolicies, reachesEverybody, reachOf } from '../pol/intune-policies';
import { fail, notApplicable, pass, unknown } from '../result';
import { listed } from '../wording';
import { entraJoinedOnly } from './entra-joined';

const setting = 'configurewebsigninallowedurls';

export default defineCheck({
  id: 'SSO-020',
  revision: 1,
  why: 'Resetting the PIN at the lock screen opens the pages of AD FS, which Windows blocks until their hosts are allowed.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/pin-reset',
    'https://learn.microsoft.com/windows/client-management/mdm/policy-csp-authentication',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: ['intune.hello-policies', 'entra.domains', 'entra.federation-configuration?'],
  appliesTo: entraJoinedOnly,
  evaluate(inputs) {
    const federated = inputs['entra.domains'].records
      .flatMap(({ data }) => data.domains)
      .filter(({ authenticationType }) => authenticationType.toLowerCase() === 'federated');
    if (federated.length === 0) return notApplicable({ summary: 'The tenant has no federated domain.' });
    const hosts = federationHosts({
      openId: [],
      metadata: [],
      entra: inputs['entra.federation-configuration'].records.map(({ data }) => data),
    });
    const policies = assignedPolicies(inputs['intune.hello-policies']).flatMap(({ policy }) => {
      const value = Object.hasOwn(policy.settings, setting) ? policy.settings[setting] : undefined;
      return value === undefined
        ? []
        : [
            {
              policy,
              allowed: value
                .toLowerCase()
                .split(/[;\s]+/u)
                .filter(Boolean),
            },
          ];
    });
    const observations = policies.map(({ policy, allowed }) => ({
      label: policy.displayName,
      observed: listed(allowed, 10),
      expected: listed(hosts, 10) || 'the host of AD FS',
    }));
    if (policies.length === 0)
      return fail({ summary: 'No assigned policy of Intune allows addresses for web sign-in at the lock screen.' });
    if (hosts.length === 0)
      return unknown('not-collected', {
        summary: 'The host of AD FS is not known, so the allowed addresses cannot be compared.',
        observations,
      });
    const missing = hosts.filter((host) => !policies.some(({ allowed }) => allowed.includes(host)));
    if (missing.length > 0)
      return fail({
        summary: `Web sign-in at the lock screen does not allow ${listed(missing)}.`,
        observations,
      });
    const [partly] = policies.filter(({ policy }) => !reachesEverybody(policy));
    if (policies.every(({ policy }) => !reachesEverybody(policy)) && partly !== undefined)
      return unknown('not-collected', {
        summary: `${listed(hosts)} is allowed by a policy assigned to ${reachOf(partly.policy)}; whether the pilot is among them was not read.`,
        observations,
      });
    return pass({ summary: `Web sign-in at the lock screen allows ${listed(hosts)}.`, observations });
  },
  remediation: {
    task: 'Allow AD FS for PIN reset on the lock screen.',
    steps: [
      'Settings catalogue, “Authentication”, “Configure Web Sign In Allowed Urls”: the host of AD FS, and of a third-party second factor, separated by semicolons.',
    ],
    verify: '“I forgot my PIN” at the lock screen of a pilot device shows the sign-in page of AD FS.',
    revert: 'Remove the setting.',
    right: 'Intune Policy and Profile Manager',
  },
});

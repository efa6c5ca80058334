import { normalDn } from '../../evidence/distinguished-name';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, pass } from '../result';
import { countOf, listed } from '../wording';

/** Features that move the sign-in itself away from AD FS. */
const signInFeatures: readonly string[] = [
  'passwordhashsync',
  'passthroughauthentication',
  'certificatebasedauthentication',
];

export default defineCheck({
  id: 'FED-004',
  revision: 1,
  why: 'A user in a staged rollout signs in at the cloud although the domain is federated, and so gets no token from AD FS.',
  sources: ['https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-staged-rollout'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['entra.rollout-policies', 'ad.pilot-users?'],
  evaluate({ 'entra.rollout-policies': rollouts, 'ad.pilot-users': users }) {
    const pilot = users.records.flatMap(({ data }) => data.group ?? []);
    const pilotSids = pilot.flatMap(({ objectSid }) => objectSid ?? []);
    const policies = rollouts.records.flatMap(({ id, data }) =>
      data.policies.map((policy) => ({ ...policy, evidenceId: id })),
    );
    const active = policies.filter(
      ({ isEnabled, feature }) => isEnabled && signInFeatures.includes(feature.toLowerCase()),
    );
    if (active.length === 0) return pass({ summary: 'No staged rollout moves the sign-in of anybody to the cloud.' });
    const objects = active.map(
      ({ displayName, feature, isAppliedToOrganization, appliesTo, evidenceId }): JudgedObject => {
        const object = {
          id: `rollout:${normalDn(displayName)}`,
          kind: 'check',
          name: displayName,
          evidenceId,
          locate: feature,
        } as const;
        if (isAppliedToOrganization)
          return { ...object, outcome: 'fail', note: `It applies ${feature} to the whole organisation.` };
        const same = appliesTo.filter(
          ({ onPremisesSecurityIdentifier: sid }) => sid !== undefined && pilotSids.includes(sid),
        );
        if (same.length > 0)
          return { ...object, outcome: 'fail', note: `It applies ${feature} to the pilot group itself.` };
        if (appliesTo.length === 0)
          return { ...object, outcome: 'warning', note: `${feature} is on, but applies to no group yet.` };
        const groups = listed(appliesTo.map((group) => group.displayName));
        return {
          ...object,
          outcome: 'unknown',
          reason: 'not-collected',
          note: `It applies ${feature} to ${groups}; whether pilot users are members was not read.`,
        };
      },
    );
    const [worst] = objects.filter(({ outcome }) => outcome === judged(objects, { summary: '' }).outcome);
    return judged(objects, {
      summary: `${countOf(active.length, 'staged rollout')} ${active.length === 1 ? 'moves' : 'move'} sign-in to the cloud. ${worst?.name ?? ''}: ${worst?.note ?? ''}`,
    });
  },
  remediation: {
    task: 'Take the pilot users out of Staged Rollout.',
    steps: ['Take the pilot users out of the groups of the rollout, or choose another trust model for them.'],
    command: [
      "Connect-MgGraph -Scopes 'Directory.ReadWrite.All'",
      'Get-MgPolicyFeatureRolloutPolicy -ExpandProperty appliesTo | Format-List DisplayName, Feature, IsEnabled',
    ].join('\n'),
    verify: 'No rollout of a sign-in feature applies to a group with pilot users.',
    revert: 'Add the group to the rollout again.',
    right: 'Hybrid Identity Administrator',
  },
});

import type { Scope } from '../../../src-shared/model/scope';
import { defineCheck } from '../define-check';
import {
  assignedPolicies,
  intuneObject,
  type ReadPolicy,
  reachesEverybody,
  reachOf,
  switchOf,
} from '../pol/intune-policies';
import { type JudgedObject, judged, pass } from '../result';
import { countOf, listed } from '../wording';
import { entraJoinedOnly } from './entra-joined';

const setting = 'usecertificateforonpremauth';

export default defineCheck({
  id: 'SSO-015',
  revision: 1,
  why: 'On Entra joined devices this setting makes the prerequisite check wait for a certificate that comes only after provisioning, so nobody can provision.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: ['intune.hello-policies'],
  appliesTo: entraJoinedOnly,
  evaluate({ 'intune.hello-policies': policies }, { scope }) {
    const assigned = assignedPolicies(policies);
    const on = assigned.filter(({ policy }) => switchOf(policy, setting) === true);
    if (on.length === 0)
      return pass({
        summary: `None of ${countOf(assigned.length, 'assigned policy', 'assigned policies')} about Hello makes Entra joined devices use a certificate for on-premises authentication.`,
      });
    const objects = on.map((each) => judgePolicy(each, scope));
    return judged(objects, {
      summary: `“Use certificate for on-premises authentication” is on in ${listed(objects.map(({ name }) => name))}. ${objects.map(({ note }) => note).join(' ')}`,
    });
  },
  remediation: {
    task: 'Switch certificates over AD FS off for Entra joined devices.',
    steps: [
      'Set “Use Certificate For On Prem Auth” to not configured in policies that reach Entra joined devices.',
      'Where hybrid joined devices need it, assign it to a group or filter of those only.',
      'Let the device synchronise, then start provisioning again.',
    ],
    verify:
      '`dsregcmd /status` on an Entra joined device shows “CertEnrollment : none” or “mobile device management”, and PreReqResult WillProvision.',
    revert: 'Set the former value.',
    right: 'Intune Policy and Profile Manager',
  },
});

/** The page on Entra joined single sign-on is followed, which describes a failure that was seen (catalogue D2). */
function judgePolicy({ policy, evidenceId }: ReadPolicy, { joinTypes }: Scope): JudgedObject {
  const object = intuneObject(policy, evidenceId);
  const mayBeHybridOnly = joinTypes.hybridJoined && !reachesEverybody(policy);
  return mayBeHybridOnly
    ? {
        ...object,
        outcome: 'unknown',
        reason: 'not-collected',
        note: `It is assigned to ${reachOf(policy)}; whether Entra joined devices are among them was not read.`,
      }
    : { ...object, outcome: 'fail', note: `It reaches ${reachOf(policy)}, Entra joined devices among them.` };
}

import type { IntuneHelloEnrollment } from '../../../src-shared/model/evidence/intune';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { assignedPolicies, intuneObject, type ReadPolicy, switchOf } from './intune-policies';

type Configuration = IntuneHelloEnrollment['configurations'][number];

export default defineCheck({
  id: 'POL-010',
  revision: 1,
  why: 'The setting of the tenant reaches every device at enrolment, and turns Hello on or off where nobody expects it.',
  sources: [
    'https://learn.microsoft.com/graph/api/resources/intune-onboarding-deviceenrollmentwindowshelloforbusinessconfiguration',
    'https://learn.microsoft.com/mem/intune/protect/windows-hello',
  ],
  outcomes: ['pass', 'warning', 'fail', 'info', 'not-applicable'],
  needs: ['intune.hello-enrollment', 'intune.hello-policies?'],
  appliesTo: ({ policyChannel }) =>
    policyChannel !== 'group-policy' || { reason: 'Intune is not a channel of policy in this scope.' },
  evaluate({ 'intune.hello-enrollment': enrolment, 'intune.hello-policies': policies }) {
    const targeted = assignedPolicies(policies).filter(({ policy }) => switchOf(policy, 'usepassportforwork') === true);
    const arePoliciesRead = policies.records.length > 0 && policies.gaps.length === 0;
    const objects = enrolment.records.flatMap(({ id, data }) =>
      data.configurations.map(
        (configuration): JudgedObject => ({
          ...intuneObject(configuration, id),
          ...judgeState(configuration, targeted, arePoliciesRead),
        }),
      ),
    );
    if (objects.length === 0)
      return unknown('unreadable', {
        summary: 'The enrolment settings of Intune hold none about Windows Hello for Business, which every tenant has.',
      });
    return judged(objects, {
      summary: objects.map(({ note }) => note).join(' '),
      observations: enrolment.records.flatMap(({ data }) =>
        data.configurations.map(({ displayName, state }) => ({
          label: displayName === '' ? 'Setting at enrolment' : displayName,
          observed: state,
          expected: 'enabled, or not configured with a targeted policy',
        })),
      ),
    });
  },
  remediation: {
    task: 'Set the tenant-wide state in Intune as planned.',
    steps: [
      'Intune admin centre, “Devices”, “Enrollment”, “Windows Hello for Business”: choose the state the plan wants.',
      'To begin with a pilot, choose “Not configured” there and assign a policy of the settings catalogue to the pilot group.',
    ],
    verify: 'A newly enrolled device of the pilot, and one outside of it, behave as planned.',
    revert: 'Choose the former state on the same page.',
    right: 'Intune Administrator',
    risk: 'Concerns every device that enrols from then on.',
  },
});

function judgeState({ state }: Configuration, targeted: readonly ReadPolicy[], arePoliciesRead: boolean): Verdict {
  const hasTargeted = targeted.length > 0;
  switch (state.toLowerCase()) {
    case 'enabled':
      return { outcome: 'pass', note: 'Hello is enabled for every device that enrols.' };
    case 'notconfigured':
      if (hasTargeted)
        return { outcome: 'pass', note: 'The tenant leaves Hello open, and a targeted policy enables it.' };
      return arePoliciesRead
        ? { outcome: 'info', note: 'The tenant leaves Hello open, and no targeted policy of Intune enables it.' }
        : {
            outcome: 'unknown',
            reason: 'not-collected',
            note: 'The tenant leaves Hello open; whether a targeted policy enables it was not read.',
          };
    case 'disabled':
      if (hasTargeted)
        return {
          outcome: 'warning',
          note: 'The tenant disables Hello at enrolment; a targeted policy enables it for whom it is assigned to.',
        };
      return arePoliciesRead
        ? { outcome: 'fail', note: 'The tenant disables Hello at enrolment, and no targeted policy enables it.' }
        : {
            outcome: 'unknown',
            reason: 'not-collected',
            note: 'The tenant disables Hello at enrolment; whether a targeted policy enables it was not read.',
          };
    default:
      return { outcome: 'unknown', reason: 'unreadable', note: 'The state has a value this version does not know.' };
  }
}

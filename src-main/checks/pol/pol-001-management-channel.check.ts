import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { Scope } from '../../../src-shared/model/scope';
import { joinTypeOf } from '../../evidence/derived/clients';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { originOf, type PolicyCase } from '../../evidence/derived/policy-case';
import { decide } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judgePolicy } from './judge-policy';
import { judgeManagedDevices, managedDeviceNeeds } from './managed-devices';
import { policyNeeds } from './policy-inputs';

const halves = ['machine', 'user'] as const;
const { enabled, useCertificate, requireSecurityDevice } = helloSetting;
const telling = [enabled, useCertificate, requireSecurityDevice];

export default defineCheck({
  id: 'POL-001',
  revision: 2,
  why: 'Hello has to be configured on every device; one that neither group policy nor Intune reaches does not offer it.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/configure',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: [...policyNeeds, ...managedDeviceNeeds],
  evaluate: (inputs, { scope }) =>
    judgePolicy(inputs, scope, {
      title: 'A management channel for Windows Hello for Business',
      settings: telling.map((name) => ({ name, halves })),
      judge: (at) => judgeChannel(at, scope),
      client: {
        label: 'MdmUrl',
        isBeside: true,
        judge: (status) => (needsIntune(status, scope) && isWithoutMdm(status) ? { outcome: 'fail' } : undefined),
      },
      further: scope.joinTypes.entraJoined ? judgeManagedDevices(inputs, scope) : [],
      says: {
        pass: 'Group policy configures Hello',
        warning: 'Group policy configures Hello in part',
        fail: 'No management channel configures Hello',
      },
    }),
  remediation: {
    task: 'Decide which management channel sets the policy of each device.',
    steps: [
      'Decide for group policy or Intune for each group of devices; hybrid joined devices may have either, Entra joined ones have Intune only.',
      'Group policy: link the policy of the pilot to the organisational unit of the computers or users.',
      'Intune: enrol the devices automatically and assign an account protection policy.',
    ],
    command: [
      "New-GPO -Name 'WHFB Pilot' | New-GPLink -Target 'OU=WHFB Pilot,OU=Workstations,DC=contoso,DC=com'",
      'gpresult /h result.html',
      'dsregcmd /status',
    ].join('\n'),
    verify: 'gpresult names a policy with settings of Windows Hello for Business, or the device is listed in Intune.',
    revert: 'Remove the link or the assignment.',
    right: 'Rights to link group policies; Intune administrator',
  },
});

/** Any setting of Hello shows that the channel reaches the place; whether it is the right one other checks say. */
const judgeChannel = (at: PolicyCase, scope: Scope, [name, ...others] = telling): Verdict => {
  if (name === undefined) {
    return scope.policyChannel === 'both'
      ? {
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'No group policy configures Hello here; whether Intune does was not collected.',
        }
      : { outcome: 'fail', note: 'No group policy configures Hello here.' };
  }
  return decide(at.effective(name), (setting) =>
    setting.kind === 'set'
      ? { outcome: 'pass', note: `${name.name} is set ${originOf(setting)}.` }
      : judgeChannel(at, scope, others),
  );
};

/** Hybrid joined devices of this scope may do without. */
const needsIntune = (status: DsregcmdStatus, { policyChannel }: Scope): boolean =>
  policyChannel === 'intune' || joinTypeOf(status) === 'entra';

/** A line without an address; a missing line tells nothing. With one it is not known whether the device was enrolled. */
const isWithoutMdm = ({ fields }: DsregcmdStatus): boolean => fields.MdmUrl?.trim() === '';

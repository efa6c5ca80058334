import type { AnswerKey } from '../answer-key';
import { autoEnrollment, hello, workplaceJoin } from '../build/content/group-policy';
import type { PolicySetting } from '../build/content/registry-pol';
import { domain } from '../facts';
import { certificateTrust, controllerEnrolment, edited, unlinked } from './policies';
import type { Variant } from './variant';

const system = 'SOFTWARE\\Policies\\Microsoft\\Windows\\System';
const join = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ';

/** The settings of one half with some values changed, added or, when undefined, taken out. */
function changed(
  before: readonly PolicySetting[],
  key: string,
  values: Readonly<Record<string, PolicySetting['value'] | undefined>>,
): readonly PolicySetting[] {
  const kept = before.filter((setting) => setting.key !== key || !(setting.name in values));
  const added = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ key, name, value }]));
  return [...kept, ...added];
}

/** The policy of the pilot with other values of one key in the computer half. */
const machine = (
  name: string,
  key: string,
  values: Readonly<Record<string, PolicySetting['value'] | undefined>>,
  answers: AnswerKey,
): Variant => ({
  name,
  ...edited({ ...certificateTrust, machine: changed(certificateTrust.machine, key, values) }),
  answers,
});

const user = (name: string, settings: readonly PolicySetting[], answers: AnswerKey): Variant => ({
  name,
  ...edited({ ...certificateTrust, user: settings }),
  answers,
});

const enrolment = (value: number): readonly PolicySetting[] => [{ key: autoEnrollment, name: 'AEPolicy', value }];

/** Values of single settings (POL-002 to POL-020, PKI-016, DEV-023). */
export const settingVariants: readonly Variant[] = [
  machine('Hello switched off', hello, { Enabled: 0 }, { 'POL-002': 'fail', 'POL-007': 'fail' }),
  machine('no certificate trust', hello, { UseCertificateForOnPremAuth: undefined }, { 'POL-003': 'fail' }),
  machine('certificate trust switched off', hello, { UseCertificateForOnPremAuth: 0 }, { 'POL-003': 'fail' }),
  machine('cloud trust as well', hello, { UseCloudTrustForOnPremAuth: 1 }, { 'POL-005': 'warning' }),
  machine(
    'cloud trust instead',
    hello,
    { UseCertificateForOnPremAuth: undefined, UseCloudTrustForOnPremAuth: 1 },
    { 'POL-003': 'fail', 'POL-005': 'fail' },
  ),
  machine('keys without a TPM', hello, { RequireSecurityDevice: undefined }, { 'POL-006': 'warning' }),
  machine('keys in a TPM 1.2', `${hello}\\ExcludeSecurityDevices`, { TPM12: undefined }, { 'POL-006': 'warning' }),
  machine('no provisioning after sign-in', hello, { DisablePostLogonProvisioning: 1 }, { 'POL-013': 'warning' }),
  machine('a short PIN', `${hello}\\PINComplexity`, { MinimumPINLength: 4 }, { 'POL-017': 'warning' }),
  machine('a PIN that expires', `${hello}\\PINComplexity`, { Expiration: 90 }, { 'POL-017': 'warning' }),
  machine(
    'a PIN that cannot be chosen',
    `${hello}\\PINComplexity`,
    { MinimumPINLength: 12, MaximumPINLength: 8 },
    { 'POL-017': 'fail' },
  ),
  machine('a convenience PIN', system, { AllowDomainPINLogon: 1 }, { 'POL-018': 'warning' }),
  machine('devices that may not join', workplaceJoin, { autoWorkplaceJoin: 0 }, { 'DEV-023': 'fail' }),
  machine('fallback to joining by synchronisation', join, { FallbackToSyncJoin: 1 }, { 'DEV-023': 'warning' }),
  user('auto-enrolment switched off', enrolment(0x8000), { 'POL-004': 'fail' }),
  user('auto-enrolment in part', enrolment(1), { 'POL-004': 'warning' }),
  user('no auto-enrolment', [], { 'POL-004': 'fail' }),
  user('Hello switched off for users', [...enrolment(7), { key: hello, name: 'Enabled', value: 0 }], {
    'POL-002': 'fail',
    'POL-007': 'fail',
    'POL-008': 'fail',
  }),
  user('Hello switched on for users too', [...enrolment(7), { key: hello, name: 'Enabled', value: 1 }], {}),
  {
    name: 'domain controllers that do not enrol',
    ...edited({ ...controllerEnrolment, machine: enrolment(0x8000) }),
    answers: { 'PKI-016': 'fail' },
  },
  {
    name: 'domain controllers that do not renew',
    ...edited({ ...controllerEnrolment, machine: enrolment(1) }),
    answers: { 'PKI-016': 'warning' },
  },
  {
    name: 'domain controllers without a policy for enrolment',
    changes: [unlinked(`OU=Domain Controllers,${domain.baseDn}`)],
    answers: { 'PKI-016': 'warning' },
  },
];

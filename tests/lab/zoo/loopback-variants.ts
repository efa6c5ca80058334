import type { AnswerKey } from '../answer-key';
import { hello, link, type Policy, policyContainer, policyFiles } from '../build/content/group-policy';
import type { PolicySetting } from '../build/content/registry-pol';
import { policies, units } from '../facts';
import { certificateTrust, edited, linked } from './policies';
import type { Variant } from './variant';

/** `UserPolicyMode`: whether the user half of the computer's place joins that of the user's, or takes its place. */
const modes = { merge: 1, replace: 2 } as const;

const loopback = (mode: keyof typeof modes): PolicySetting => ({
  key: 'SOFTWARE\\Policies\\Microsoft\\Windows\\System',
  name: 'UserPolicyMode',
  value: modes[mode],
});
const switched = (value: number): PolicySetting => ({ key: hello, name: 'Enabled', value });

/** A second policy with a user half only. */
const forUsers = (...user: readonly PolicySetting[]): Policy => ({
  guid: '3c6a4a0e-6f0b-4d5c-9c0e-0b7f6d1a2e11',
  displayName: 'Nur für Benutzer',
  machine: [],
  user,
  linkedTo: [],
});

interface Halves {
  /** Of the pilot's policy, which is linked to the computers and the users of the pilot. */
  readonly pilot: Policy;
  readonly other: Policy;
  /** The unit the other policy is linked to, before that of the pilot. */
  readonly unit: string;
}

function variant(name: string, { pilot, other, unit }: Halves, answers: AnswerKey): Variant {
  const { changes = [], files } = edited(pilot);
  return {
    name,
    changes: [...changes, ...policyContainer(other), linked(unit, link(policies.certificateTrust), link(other.guid))],
    files: { ...files, ...policyFiles(other) },
    answers,
  };
}

const withMode = (mode: keyof typeof modes, user: readonly PolicySetting[] = certificateTrust.user): Policy => ({
  ...certificateTrust,
  machine: [...certificateTrust.machine, loopback(mode)],
  user,
});
const withoutSwitch = (mode: keyof typeof modes): Policy => ({
  ...certificateTrust,
  machine: [...certificateTrust.machine.filter(({ name }) => name !== 'Enabled'), loopback(mode)],
});

const enrolsAtUsers = (mode: keyof typeof modes): Halves => ({
  pilot: withMode(mode, []),
  other: forUsers(...certificateTrust.user),
  unit: units.staff,
});
const offAtComputers = (pilot: Policy): Halves => ({ pilot, other: forUsers(switched(0)), unit: units.pilotComputers });
const onAtUsers = (mode: keyof typeof modes): Halves => ({
  pilot: withoutSwitch(mode),
  other: forUsers(switched(1)),
  unit: units.staff,
});
const switchedOff: AnswerKey = { 'POL-002': 'fail', 'POL-007': 'fail', 'POL-008': 'fail' };

/** Loopback processing at the computers of the pilot (POL-004, POL-007). */
export const loopbackVariants: readonly Variant[] = [
  variant('that merges keeps what is linked to users', enrolsAtUsers('merge'), {}),
  variant('that replaces loses what is linked to users', enrolsAtUsers('replace'), { 'POL-004': 'fail' }),
  variant('that is missing leaves out user halves at computers', offAtComputers(certificateTrust), {}),
  variant('that merges brings in user halves at computers', offAtComputers(withMode('merge')), switchedOff),
  variant('that replaces brings in user halves at computers', offAtComputers(withMode('replace')), switchedOff),
  variant('that merges keeps Hello switched on for users', onAtUsers('merge'), {}),
  variant('that replaces loses Hello switched on for users', onAtUsers('replace'), {
    'POL-002': 'fail',
    'POL-007': 'fail',
  }),
];

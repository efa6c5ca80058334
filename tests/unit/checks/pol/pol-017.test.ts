import check from '../../../../src-main/checks/pol/pol-017-pin-complexity.check';
import type { PolicyValue } from '../../../../src-shared/model/evidence/policy';
import { describeCheck, failed } from '../check-cases';
import {
  computersIn,
  container,
  directory,
  domain,
  link,
  pilotUnit,
  pin,
  policy,
  policyTarget,
  sites,
  staff,
  unitId,
  usersIn,
} from './policies';

const setting = (machine: readonly PolicyValue[], user: readonly PolicyValue[] = []) => {
  const one = policy(1, 'PIN', { machine, user });
  return [
    ...domain([one], [container(pilotUnit, [link(one)]), container(staff, [link(one)])]),
    computersIn(),
    usersIn(staff),
  ];
};

describeCheck(check, [
  {
    name: 'nothing set: the defaults of Windows',
    evidence: setting([]),
    outcome: 'pass',
    objects: { [unitId]: 'pass' },
    notes: { [unitId]: '6 to 127' },
  },
  { name: 'six', evidence: setting([pin('MinimumPINLength', 6), pin('Expiration', 0)]), outcome: 'pass' },
  {
    name: 'eight to ten',
    evidence: setting([pin('MinimumPINLength', 8), pin('MaximumPINLength', 10)]),
    outcome: 'pass',
  },
  {
    name: 'four',
    evidence: setting([pin('MinimumPINLength', 4)]),
    outcome: 'warning',
    severity: 'low',
    says: ['4 to 127'],
    differs: ['“PIN”, computer half'],
  },
  { name: 'expires', evidence: setting([pin('Expiration', 90)]), outcome: 'warning', says: ['expires after 90 days'] },
  {
    name: 'minimum above the maximum',
    evidence: setting([pin('MinimumPINLength', 10), pin('MaximumPINLength', 8)]),
    outcome: 'fail',
    says: ['minimum length is 10, the maximum 8'],
  },
  { name: 'maximum below the default minimum', evidence: setting([pin('MaximumPINLength', 5)]), outcome: 'fail' },
  {
    name: 'the user half is shorter',
    evidence: setting([pin('MinimumPINLength', 8)], [pin('MinimumPINLength', 4)]),
    outcome: 'warning',
  },
  {
    name: 'both channels, set by group policy',
    evidence: setting([pin('MinimumPINLength', 6), pin('Expiration', 0)]),
    scope: { policyChannel: 'both' },
    outcome: 'pass',
  },
  {
    name: 'both channels, expiry not set by group policy',
    evidence: setting([pin('MinimumPINLength', 6)]),
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Expiration'],
  },
  {
    name: 'both channels, too short by group policy',
    evidence: setting([pin('MinimumPINLength', 4)]),
    scope: { policyChannel: 'both' },
    outcome: 'warning',
  },
  {
    name: 'settings refused',
    evidence: [
      directory([policy(1, 'PIN')], [container(pilotUnit, [link(policy(1, 'PIN'))])]),
      failed('policy.registry', policyTarget(1), 'access-denied'),
      sites(),
      computersIn(),
      usersIn(staff),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'Intune',
    evidence: setting([]),
    scope: { policyChannel: 'intune' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);

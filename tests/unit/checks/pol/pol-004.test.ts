import check from '../../../../src-main/checks/pol/pol-004-user-auto-enrolment.check';
import { describeCheck, failed } from '../check-cases';
import {
  autoEnrolment,
  computersIn,
  container,
  directory,
  domain,
  link,
  loopback,
  pilotUnit,
  policy,
  policyTarget,
  registry,
  sites,
  staff,
  unitId,
  usersIn,
  workstations,
} from './policies';

const users = policy(1, 'Zertifikate für Benutzer', { user: [autoEnrolment(7)] });
const off = policy(2, 'Kein Enrolment', { user: [autoEnrolment(0x8000)] });
const computers = policy(3, 'Certificates for computers', { machine: [autoEnrolment(7)] });
const kiosks = policy(4, 'Kiosks', { machine: [loopback(2)] });
const pilot = [computersIn(), usersIn(staff)];
const withValue = (value: number) => {
  const one = policy(1, 'Users', { user: [autoEnrolment(value)] });
  return [...domain([one], [container(staff, [link(one)])]), ...pilot];
};

describeCheck(check, [
  {
    name: 'on with all options',
    evidence: [...domain([users], [container(staff, [link(users)])]), ...pilot],
    outcome: 'pass',
    objects: { [unitId]: 'pass' },
    notes: { [unitId]: 'AEPolicy is 7 by “Zertifikate für Benutzer” (user half)' },
  },
  { name: 'on with further bits', evidence: withValue(0x17), outcome: 'pass' },
  { name: 'without the update of templates', evidence: withValue(6), outcome: 'warning', says: ['enrol by templates'] },
  { name: 'without renewal', evidence: withValue(1), outcome: 'warning', says: ['renew expired', 'pending'] },
  { name: 'no option at all', evidence: withValue(0), outcome: 'warning' },
  {
    name: 'switched off',
    evidence: withValue(0x8000),
    outcome: 'fail',
    severity: 'high',
    says: ['switches auto-enrolment off'],
  },
  { name: 'switched off with bits left', evidence: withValue(0x8007), outcome: 'fail' },
  {
    name: 'not configured',
    evidence: [...domain([computers], [container(pilotUnit, [link(computers)])]), ...pilot],
    outcome: 'fail',
    says: ['No group policy switches auto-enrolment on'],
  },
  {
    name: 'on for some users only',
    evidence: [...domain([users], [container(staff, [link(users)])]), computersIn(), usersIn(staff, workstations)],
    outcome: 'fail',
  },
  {
    name: 'replaced by loopback processing',
    evidence: [
      ...domain([users, kiosks], [container(staff, [link(users)]), container(pilotUnit, [link(kiosks)])]),
      ...pilot,
    ],
    outcome: 'fail',
  },
  {
    name: 'switched off before it is on',
    evidence: [...domain([users, off], [container(staff, [link(off), link(users)])]), ...pilot],
    outcome: 'fail',
  },
  {
    name: 'where users are is not known',
    evidence: [...domain([users], [container(staff, [link(users)])]), computersIn()],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [unitId]: 'where the pilot users are is not known' },
  },
  {
    name: 'the policy of the users refused',
    evidence: [
      directory([users], [container(staff, [link(users)])]),
      failed('policy.registry', policyTarget(1), 'access-denied'),
      sites(),
      ...pilot,
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'Intune as the channel: still group policy decides',
    evidence: [...domain([users], [container(staff, [link(users)])]), ...pilot],
    scope: { policyChannel: 'intune' },
    outcome: 'pass',
  },
  { name: 'settings without links', evidence: [registry(users)], outcome: 'unknown', reason: 'not-collected' },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'no certificates from AD FS',
    evidence: [],
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'ndes-scep' } },
    outcome: 'not-applicable',
  },
]);

import check from '../../../../src-main/checks/pol/pol-008-equal-halves.check';
import { describeCheck, failed } from '../check-cases';
import {
  computersIn,
  container,
  directory,
  domain,
  hello,
  link,
  pilotUnit,
  policy,
  policyTarget,
  registry,
  sites,
  staff,
  unitId,
  usersIn,
} from './policies';

const computer = policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1), hello('RequireSecurityDevice', 1)] });
const beside = (user: ReturnType<typeof policy>) => [
  ...domain([computer, user], [container(pilotUnit, [link(computer)]), container(staff, [link(user)])]),
  computersIn(),
  usersIn(staff),
];
const staffPolicy = (name: string, value: number) => policy(2, 'Staff', { user: [hello(name, value)] });

describeCheck(check, [
  {
    name: 'one half only',
    evidence: [...domain([computer], [container(pilotUnit, [link(computer)])]), computersIn(), usersIn(staff)],
    outcome: 'pass',
    objects: { [unitId]: 'pass' },
  },
  { name: 'the same in both', evidence: beside(staffPolicy('Enabled', 1)), outcome: 'pass' },
  { name: 'different settings', evidence: beside(staffPolicy('UseCertificateForOnPremAuth', 1)), outcome: 'pass' },
  {
    name: 'the user half switches Hello off',
    evidence: beside(staffPolicy('Enabled', 0)),
    outcome: 'fail',
    severity: 'medium',
    notes: { [unitId]: 'Enabled is 0 by “Staff” (user half), which wins, and 1 by “WHFB Pilot” (computer half)' },
  },
  { name: 'another setting differs', evidence: beside(staffPolicy('RequireSecurityDevice', 0)), outcome: 'warning' },
  {
    name: 'the user half leads to what is wanted',
    evidence: [
      ...domain(
        [policy(1, 'Off', { machine: [hello('Enabled', 0)] }), staffPolicy('Enabled', 1)],
        [container(pilotUnit, [link(policy(1, 'Off'))]), container(staff, [link(staffPolicy('Enabled', 1))])],
      ),
      computersIn(),
      usersIn(staff),
    ],
    outcome: 'warning',
    says: ['set different values'],
  },
  {
    name: 'certificates taken away where AD FS issues them',
    evidence: [
      ...domain(
        [
          policy(1, 'Cert', { machine: [hello('UseCertificateForOnPremAuth', 1)] }),
          staffPolicy('UseCertificateForOnPremAuth', 0),
        ],
        [container(pilotUnit, [link(policy(1, 'Cert'))]), container(staff, [link(staffPolicy('x', 0))])],
      ),
      computersIn(),
      usersIn(staff),
    ],
    outcome: 'fail',
  },
  {
    name: 'certificates differ where nobody issues them',
    evidence: [
      ...domain(
        [
          policy(1, 'Cert', { machine: [hello('UseCertificateForOnPremAuth', 1)] }),
          staffPolicy('UseCertificateForOnPremAuth', 0),
        ],
        [container(pilotUnit, [link(policy(1, 'Cert'))]), container(staff, [link(staffPolicy('x', 0))])],
      ),
      computersIn(),
      usersIn(staff),
    ],
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'none' } },
    outcome: 'warning',
  },
  {
    name: 'the computer half was refused',
    evidence: [
      directory(
        [computer, staffPolicy('Enabled', 0)],
        [container(pilotUnit, [link(computer)]), container(staff, [link(staffPolicy('x', 0))])],
      ),
      failed('policy.registry', policyTarget(1), 'access-denied'),
      registry(staffPolicy('Enabled', 0)),
      sites(),
      computersIn(),
      usersIn(staff),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'where users are is not known',
    evidence: [
      ...domain(
        [computer, staffPolicy('Enabled', 0)],
        [container(pilotUnit, [link(computer)]), container(staff, [link(staffPolicy('x', 0))])],
      ),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  { name: 'Intune alone', evidence: [], scope: { policyChannel: 'intune' }, outcome: 'not-applicable' },
]);

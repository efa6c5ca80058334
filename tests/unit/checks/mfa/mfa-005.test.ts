import check from '../../../../src-main/checks/mfa/mfa-005-registered-users.check';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest } from '../contoso';
import { identity, pilotWith } from '../pilot-traits';
import { methods, registrations } from './answers';

const pilot = (count: number, total = count) =>
  pilotWith({ identities: Array.from({ length: count }, (_, index) => identity(index + 1)) }, { total });
const group = { pilotUsers: { kind: 'group', group: `${domainSid}-1110` } } as const;
const five = (capable: number) => registrations(Array.from({ length: 5 }, (_, index) => index < capable));

describeCheck(check, [
  {
    name: 'all of the pilot',
    evidence: [pilot(2), registrations([true, true, false])],
    outcome: 'pass',
    says: ['2 pilot users'],
  },
  {
    name: 'everybody, the pilot not named',
    evidence: [registrations([true, true])],
    outcome: 'pass',
    says: ['2 users'],
  },
  {
    name: 'four of five',
    evidence: [pilot(5), five(4)],
    outcome: 'warning',
    severity: 'medium',
    objects: { 'user:person5@contoso.com': 'warning' },
    counts: { warning: 1, pass: 4 },
  },
  {
    name: 'three of five',
    evidence: [pilot(5), five(3)],
    outcome: 'fail',
    severity: 'high',
    says: ['2 of 5 pilot users cannot'],
  },
  {
    name: 'one is not in the list',
    evidence: [pilot(3), registrations([true, true])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['1 pilot user of 3 is not'],
  },
  {
    name: 'one is not in the list, and another cannot do MFA: what is known warns',
    evidence: [pilot(6), five(4)],
    outcome: 'warning',
    severity: 'medium',
    objects: { 'user:person5@contoso.com': 'warning' },
    counts: { warning: 1, pass: 4, unknown: 1 },
    says: ['1 of 5 pilot users cannot', '1 pilot user of 6 is not in the list'],
  },
  {
    name: 'a user who has another name in Entra ID is found by SID',
    evidence: [
      pilotWith({ identities: [identity(1, { userPrincipalName: 'person.one@contoso.local' })] }, { total: 1 }),
      record('entra.users', 'tenant', {
        users: [
          {
            ...{ id: '1', userPrincipalName: 'person1@contoso.com' },
            onPremisesSecurityIdentifier: identity(1).objectSid,
          },
        ],
        complete: true,
      }),
      registrations([true]),
    ],
    outcome: 'pass',
    says: ['1 pilot user checked'],
  },
  { name: 'too few even so', evidence: [pilot(6), five(2)], outcome: 'fail' },
  {
    name: 'a list that was cut off',
    evidence: [registrations([true], false)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the pilot was not read',
    scope: group,
    evidence: [registrations([true])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the pilot could not be read',
    scope: group,
    evidence: [failed('ad.pilot-users', forest, 'access-denied'), registrations([true])],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'no method enabled',
    evidence: [pilot(1), registrations([true]), methods({ Sms: 'disabled' })],
    outcome: 'fail',
    says: ['no method'],
  },
  { name: 'an empty list', evidence: [pilot(1), registrations([])], outcome: 'unknown', reason: 'unreadable' },
  {
    name: 'another route',
    scope: { mfaRoute: 'adfs-third-party' },
    evidence: [registrations([false])],
    outcome: 'not-applicable',
  },
]);

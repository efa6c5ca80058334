import check from '../../../../src-main/checks/tru/tru-006-privileged-users.check';
import { answered, tooOld } from '../answers';
import { describeCheck, failed } from '../check-cases';
import { domainSid, forest } from '../contoso';
import { pilotUser, pilotWith, sample } from '../pilot-traits';

const scope = { pilotUsers: { kind: 'group' as const, group: `${domainSid}-1112` } };
const privileged = (...numbers: readonly number[]) =>
  pilotWith({ protectedUsers: sample(numbers.map((number) => pilotUser(number))) });
const excluded = answered('privileged-users', 'excluded');

describeCheck(check, [
  { name: 'kept out', evidence: [excluded, privileged()], scope, outcome: 'pass', severity: 'info' },
  { name: 'kept out, directory not read', evidence: [excluded], scope, outcome: 'pass' },
  {
    name: 'kept out, directory denied',
    evidence: [excluded, failed('ad.pilot-users', forest, 'access-denied')],
    scope,
    outcome: 'pass',
  },
  {
    name: 'to be kept out, but one is in the pilot',
    evidence: [excluded, privileged(1)],
    scope,
    outcome: 'warning',
    says: ['1 account of the pilot is privileged', 'SEC-026'],
  },
  { name: 'the pilot is everybody', evidence: [excluded, privileged(1)], outcome: 'pass' },
  {
    name: 'on purpose',
    evidence: [answered('privileged-users', 'included'), privileged(1, 2)],
    scope,
    outcome: 'pass',
    says: ['may use Hello as well'],
  },
  { name: 'not decided', evidence: [answered('privileged-users', 'undecided')], outcome: 'warning' },
  { name: 'not asked', evidence: [privileged()], scope, outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'another question only',
    evidence: [answered('adfs-plan', 'keep')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an answer too old to count',
    evidence: [tooOld(answered('privileged-users', 'excluded'))],
    outcome: 'unknown',
    reason: 'stale',
  },
]);

import check from '../../../../src-main/checks/sec/sec-026-privileged-pilot-users.check';
import type { AuthoritySettings } from '../../../../src-shared/model/evidence/authority-settings';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest } from '../contoso';
import { pilotCases, pilotUser, pilotWith, sample, sidOf, untoldPilot } from '../pilot-traits';
import { descriptor } from '../principals';

const group = { pilotUsers: { kind: 'group' as const, group: `${domainSid}-1112` } };
const domainAdmins = record('ad.privileged-groups', forest, {
  groups: [
    {
      distinguishedName: 'CN=Domänen-Admins,CN=Users,DC=contoso,DC=com',
      objectSid: `${domainSid}-512`,
      samAccountName: 'Domänen-Admins',
      adminCount: true,
      memberOf: [],
      members: ['cn=person 1,ou=Staff,DC=contoso,DC=com'],
      memberCount: 1,
    },
  ],
});
const privileged = (...numbers: readonly number[]) =>
  pilotWith({ protectedUsers: sample(numbers.map((number) => pilotUser(number))) });

const agents = (rights: AuthoritySettings['enrollmentAgentRights']) =>
  record('ca.settings', 'Contoso Issuing CA', {
    authority: 'Contoso Issuing CA',
    ...(rights === undefined ? {} : { enrollmentAgentRights: rights }),
  });

describeCheck(check, [
  {
    name: 'no privileged account',
    evidence: [privileged()],
    scope: group,
    outcome: 'pass',
    says: ['None of 20 pilot users'],
    counts: { pass: 20 },
  },
  {
    name: 'privileged accounts in the pilot',
    evidence: [privileged(1, 2), domainAdmins],
    scope: group,
    outcome: 'warning',
    severity: 'medium',
    says: ['2 of 20 pilot users are privileged accounts', 'person1@contoso.com', 'was not collected'],
    objects: { [sidOf(1)]: 'warning', [sidOf(2)]: 'warning' },
    notes: { [sidOf(1)]: 'Domain Admins or Enterprise Admins', [sidOf(2)]: 'adminCount' },
    counts: { pass: 18, warning: 2, unknown: 0 },
    differs: ['Privileged accounts (adminCount = 1)'],
  },
  {
    name: 'a member of Domain Admins where agents are not restricted',
    evidence: [privileged(1, 2), domainAdmins, agents('unrestricted')],
    scope: group,
    outcome: 'fail',
    severity: 'medium',
    objects: { [sidOf(1)]: 'fail', [sidOf(2)]: 'warning' },
    says: ['does not restrict enrolment agents'],
    counts: { fail: 1, pass: 18, warning: 1, unknown: 0 },
  },
  {
    name: 'a member of Domain Admins where agents are restricted',
    evidence: [privileged(1), domainAdmins, agents(descriptor())],
    scope: group,
    outcome: 'warning',
    says: ['restrict enrolment agents'],
  },
  {
    name: 'a CA of which this was not read',
    evidence: [privileged(1), domainAdmins, agents(undefined)],
    scope: group,
    outcome: 'warning',
    says: ['was not collected'],
  },
  {
    name: 'more than are listed',
    evidence: [pilotWith({ protectedUsers: sample([pilotUser(1)], 7) })],
    scope: group,
    outcome: 'warning',
    says: ['7 of 20'],
    counts: { pass: 13, warning: 7, unknown: 0 },
  },
  { name: 'everybody is the pilot', evidence: [privileged(1)], outcome: 'warning', says: ['every user'] },
  {
    name: 'a domain of which only names are known',
    evidence: [privileged(), untoldPilot('emea.contoso.com')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a second domain that was refused',
    evidence: [privileged(), failed('ad.pilot-users', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...pilotCases(),
]);

import check from '../../../../src-main/checks/dir/dir-026-protected-pilot-users.check';
import { attributeRight } from '../../../../src-main/knowledge/access-rights';
import type { AccessControlEntry, SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed } from '../check-cases';
import { forest, forestDn } from '../contoso';
import { pilotCases, pilotUser, pilotWith, sample } from '../pilot-traits';
import { allow, descriptor, principalRecords, rid, sidOf } from '../principals';
import { domainRights, secured } from '../sec/access-control';

const { attribute } = attributeRight.keyCredentialLink;
const writeKey = (sid: string): AccessControlEntry => allow(sid, 0x30, { objectType: attribute });
const holder = (permissions: SecurityDescriptor | undefined) =>
  domainRights(secured(302, 'admin-sd-holder', `CN=AdminSDHolder,CN=System,${forestDn}`, permissions));
const protectedPilot = pilotWith({ protectedUsers: sample([pilotUser(1), pilotUser(2)]) });
const having = (...entries: readonly AccessControlEntry[]): CheckCase['evidence'] => [
  protectedPilot,
  holder(descriptor(entries)),
  ...principalRecords(),
];
const id = `domain:${forest}`;

describeCheck(check, [
  {
    name: 'nobody protected',
    evidence: [pilotWith({}), holder(descriptor()), ...principalRecords()],
    outcome: 'pass',
    says: ['None of 20 pilot users'],
    counts: { pass: 20 },
  },
  {
    name: 'protected users and no entry',
    evidence: having(),
    outcome: 'warning',
    says: ['2 of 20 pilot users are protected', 'their keys cannot be written'],
    objects: { [id]: 'warning' },
    notes: { [id]: 'person1 and person2' },
  },
  {
    name: 'an entry for Key Admins',
    evidence: having(writeKey(sidOf(rid.keyAdmins))),
    outcome: 'pass',
    says: ['which lets their keys be written'],
  },
  {
    name: 'an entry for the account of Connect',
    evidence: having(writeKey(sidOf(rid.connector))),
    outcome: 'pass',
  },
  {
    name: 'an entry with a condition',
    evidence: having({ ...writeKey(sidOf(rid.keyAdmins)), isConditional: true }),
    outcome: 'warning',
  },
  {
    name: 'an entry for somebody else',
    evidence: having(writeKey(sidOf(rid.helpdesk))),
    outcome: 'warning',
  },
  {
    name: 'AdminSDHolder not visible',
    evidence: [protectedPilot, holder(undefined), ...principalRecords()],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['could not be told'],
  },
  {
    name: 'rights of another domain only',
    evidence: [
      pilotWith({ protectedUsers: sample([pilotUser(1)]) }, {}, 'emea.contoso.com'),
      holder(descriptor()),
      ...principalRecords(),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'pilot denied',
    evidence: [failed('ad.pilot-users', forest, 'access-denied'), holder(descriptor())],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...(pilotCases([holder(descriptor()), ...principalRecords()]) as readonly CheckCase[]),
]);

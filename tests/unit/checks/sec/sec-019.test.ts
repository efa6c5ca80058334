import check from '../../../../src-main/checks/sec/sec-019-key-writers.check';
import { attributeRight, classGuid, validatedWriteComputer } from '../../../../src-main/knowledge/access-rights';
import type { AccessControlEntry, SecuredObject } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { forest, forestDn, guid } from '../contoso';
import {
  allow,
  connector,
  descriptor,
  group,
  type PrincipalChanges,
  principalRecords,
  rid,
  sidOf,
} from '../principals';
import { domainObjects, domainRights, secured } from './access-control';

const helpdesk = sidOf(rid.helpdesk);
const { attribute, propertySet } = attributeRight.keyCredentialLink;
const onUsers = { inheritable: true, inheritOnly: true, inheritedObjectType: classGuid.user } as const;
const writeKey = (sid: string, more: Partial<AccessControlEntry> = onUsers): AccessControlEntry =>
  allow(sid, 0x30, { objectType: attribute, ...more });

const head = (...entries: readonly AccessControlEntry[]): SecuredObject =>
  secured(301, 'domain-head', forestDn, descriptor(entries));
const unit = (...entries: readonly AccessControlEntry[]): SecuredObject =>
  secured(303, 'organizational-unit', `OU=Staff,${forestDn}`, descriptor(entries));
const having = (objects: readonly SecuredObject[], principals: PrincipalChanges = {}): CheckCase['evidence'] => [
  domainRights(...objects),
  ...principalRecords(principals),
];
/** What Windows Server 2016 and later put on the head of a domain. */
const defaults = [
  writeKey(sidOf(rid.keyAdmins), { inheritable: true }),
  writeKey(sidOf(rid.enterpriseKeyAdmins), { inheritable: true }),
  allow('S-1-5-10', 0x8, { objectType: validatedWriteComputer, ...onUsers, inheritedObjectType: classGuid.computer }),
  allow('S-1-3-0', 0x8, { objectType: validatedWriteComputer, ...onUsers, inheritedObjectType: classGuid.computer }),
  allow('S-1-5-32-554', 0x2_0014, { inheritable: true }),
];

describeCheck(check, [
  {
    name: 'the defaults of Windows Server 2016 and the account of Connect',
    evidence: having([head(...defaults), unit(writeKey(sidOf(rid.connector)))]),
    outcome: 'pass',
    says: ['in 5 places'],
    counts: { pass: 5 },
  },
  {
    name: 'a group that may write the attribute of users of a unit',
    evidence: having([unit(writeKey(helpdesk))]),
    outcome: 'fail',
    says: ['1 of 5 places lets accounts outside Tier 0', 'CONTOSO\\Helpdesk (this right)'],
    notes: { [guid(303)]: 'CONTOSO\\Helpdesk (this right) may write keys' },
  },
  {
    name: 'a right to the property set, for computers',
    evidence: having([
      unit(allow(helpdesk, 0x20, { objectType: propertySet, ...onUsers, inheritedObjectType: classGuid.computer })),
    ]),
    outcome: 'fail',
  },
  {
    name: 'the validated write for somebody else than the computer itself',
    evidence: having([
      unit(
        allow(helpdesk, 0x8, {
          objectType: validatedWriteComputer,
          ...onUsers,
          inheritedObjectType: classGuid.computer,
        }),
      ),
    ]),
    outcome: 'fail',
  },
  {
    name: 'all properties of users',
    evidence: having([unit(allow(helpdesk, 0x20, onUsers))]),
    outcome: 'fail',
    says: ['(every attribute)'],
  },
  {
    name: 'full control of groups only',
    evidence: having([
      unit(allow(helpdesk, 0xf_01ff, { ...onUsers, inheritedObjectType: classGuid.certificateTemplate })),
    ]),
    outcome: 'pass',
  },
  {
    name: 'creating users is another matter',
    evidence: having([unit(allow(helpdesk, 0x3, { objectType: classGuid.user }))]),
    outcome: 'pass',
  },
  {
    name: 'Enterprise Key Admins with full control of the domain',
    evidence: having([head(allow(sidOf(rid.enterpriseKeyAdmins), 0xf_01ff, { inheritable: true }))]),
    outcome: 'fail',
    says: ['CONTOSO\\Enterprise Key Admins (full control)', 'early build of Windows Server 2016'],
  },
  {
    name: 'what a unit inherits is told once, where it comes from',
    evidence: having([
      head(allow(helpdesk, 0x20, onUsers)),
      unit(allow(helpdesk, 0x20, { ...onUsers, inherited: true })),
    ]),
    outcome: 'fail',
    objects: Object.fromEntries(
      domainObjects.map(({ objectGuid = '' }) => [objectGuid, objectGuid === guid(301) ? 'fail' : 'pass']),
    ),
  },
  {
    name: 'what a unit inherits counts when its parent is not visible',
    evidence: having([
      secured(301, 'domain-head', forestDn, undefined),
      unit(allow(helpdesk, 0x20, { ...onUsers, inherited: true })),
    ]),
    outcome: 'fail',
    says: ['1 object could not be judged'],
  },
  {
    name: 'AdminSDHolder',
    evidence: having([
      secured(302, 'admin-sd-holder', `CN=AdminSDHolder,CN=System,${forestDn}`, descriptor([writeKey(helpdesk, {})])),
    ]),
    outcome: 'fail',
  },
  {
    name: 'control of a protected group',
    evidence: having([
      secured(305, 'tier-zero-principal', `CN=Domain Admins,CN=Users,${forestDn}`, descriptor([], { owner: helpdesk })),
    ]),
    outcome: 'fail',
    says: ['CONTOSO\\Helpdesk (owner)'],
  },
  {
    name: 'a group that the account of Connect is in',
    evidence: having([unit(writeKey(sidOf(1620)))], {
      groups: [group('Sync', 1620)],
      accounts: [{ ...connector, memberOf: [`CN=Sync,CN=Users,${forestDn}`] }],
    }),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [guid(303)]: 'CONTOSO\\Sync (this right)' },
  },
  {
    name: 'just this right, where Connect uses an account of another name',
    evidence: having([unit(writeKey(helpdesk))]).map((piece) =>
      piece.kind === 'ad.service-accounts' ? record('ad.service-accounts', forest, { accounts: [] }) : piece,
    ),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'everybody, although the account of Connect is one of them',
    evidence: having([unit(writeKey('S-1-5-11'))]),
    outcome: 'fail',
  },
  {
    name: 'somebody of whom nothing was read',
    evidence: [domainRights(unit(writeKey(sidOf(rid.unseen))))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'permissions that are not visible',
    evidence: having([secured(301, 'domain-head', forestDn, undefined)]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'more units than were kept',
    evidence: [record('ad.access-control', forest, { objects: domainObjects, unitCount: 1500 }), ...principalRecords()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['1 object could not be judged'],
  },
  {
    name: 'a domain that was not read',
    evidence: having([]),
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'denied',
    evidence: [failed('ad.access-control', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

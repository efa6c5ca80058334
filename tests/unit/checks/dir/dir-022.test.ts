import check from '../../../../src-main/checks/dir/dir-022-key-write-right.check';
import { attributeRight, classGuid } from '../../../../src-main/knowledge/access-rights';
import type { AccessControlEntry, SecuredObject } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { forest, forestDn } from '../contoso';
import {
  allow,
  connector,
  deny,
  descriptor,
  type PrincipalChanges,
  principalRecords,
  privilegedGroup,
  rid,
  serviceAccount,
  sidOf,
} from '../principals';
import { domainRights, secured } from '../sec/access-control';
import { pilotUsers } from './pilot-users';

const { attribute } = attributeRight.keyCredentialLink;
const staff = `OU=Staff,${forestDn}`;
const onUsers = { inheritable: true, inheritedObjectType: classGuid.user } as const;
const writeKey = (sid: string): AccessControlEntry => allow(sid, 0x30, { objectType: attribute, ...onUsers });
const unit = (...entries: readonly AccessControlEntry[]): SecuredObject =>
  secured(303, 'organizational-unit', staff, descriptor(entries));
const pilot = pilotUsers({ 'contoso.com': 20 });
const having = (objects: readonly SecuredObject[], principals: PrincipalChanges = {}): CheckCase['evidence'] => [
  domainRights(...objects),
  pilot,
  ...principalRecords(principals),
];
const inGroup = (...names: readonly string[]) => ({
  accounts: [{ ...connector, memberOf: names.map((name) => `CN=${name},CN=Users,${forestDn}`) }],
});
const connect = (account: string) =>
  record('connect.connectors', 'aadc01', {
    host: 'aadc01',
    connectors: [{ name: 'contoso.com', type: 'AD', account, partitions: [] }],
  });
const me = sidOf(rid.connector);
const id = `domain:${forest}`;

describeCheck(check, [
  {
    name: 'an entry for the account',
    evidence: having([unit(writeKey(me))]),
    outcome: 'pass',
    says: ['MSOL_4f1c2d3e5a6b may write keys in 1 place with pilot users'],
    objects: { [id]: 'pass' },
  },
  {
    name: 'member of Key Admins, whose entry reaches the unit',
    evidence: having([unit({ ...writeKey(sidOf(rid.keyAdmins)), inherited: true })], inGroup('Key Admins')),
    outcome: 'pass',
  },
  {
    name: 'member of Key Admins by the list of the group only',
    evidence: having([unit(writeKey(sidOf(rid.keyAdmins)))], {
      privilegedGroups: [privilegedGroup('Key Admins', rid.keyAdmins, [connector.distinguishedName])],
    }),
    outcome: 'pass',
  },
  {
    name: 'member of Key Admins, whose entry does not reach the unit',
    evidence: having(
      [secured(301, 'domain-head', forestDn, descriptor([writeKey(sidOf(rid.keyAdmins))])), unit()],
      inGroup('Key Admins'),
    ),
    outcome: 'fail',
    says: ['may not write the keys of users in OU=Staff'],
  },
  {
    name: 'all properties of users, as the express set-up gives',
    evidence: having([unit(allow(me, 0x30, onUsers))]),
    outcome: 'pass',
  },
  {
    name: 'an entry for computers',
    evidence: having([unit({ ...writeKey(me), inheritedObjectType: classGuid.computer })]),
    outcome: 'fail',
  },
  {
    name: 'an entry for the unit alone',
    evidence: having([unit({ ...writeKey(me), inheritable: false })]),
    outcome: 'fail',
  },
  {
    name: 'denied before',
    evidence: having([unit({ ...deny(me, 0x20), ...onUsers }, writeKey(me))]),
    outcome: 'fail',
  },
  {
    name: 'neither entry nor group',
    evidence: having([]),
    outcome: 'fail',
    says: ['Keys cannot reach all pilot users'],
    objects: { [id]: 'fail' },
  },
  {
    name: 'as an administrator',
    evidence: having([], inGroup('Domain Admins')),
    outcome: 'warning',
    says: ['as an administrator; see SEC-023'],
  },
  {
    name: 'a left-over account beside the one in use',
    evidence: having([unit(writeKey(me))], { accounts: [serviceAccount('MSOL_00000000', 1661)] }),
    outcome: 'pass',
    says: ['MSOL_4f1c2d3e5a6b may write keys'],
  },
  {
    name: 'the account Connect names, which has no right, beside a left-over that has',
    evidence: [
      ...having([unit(writeKey(me))], { accounts: [serviceAccount('svc-sync', 1662)] }),
      connect('CONTOSO\\svc-sync'),
    ],
    outcome: 'fail',
    says: ['svc-sync may not write'],
  },
  {
    name: 'the account Connect names was not read',
    evidence: [...having([unit(writeKey(me))]), connect('CONTOSO\\svc-sync')],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['CONTOSO\\svc-sync'],
  },
  {
    name: 'no account with such a name',
    evidence: having([unit()]).map((piece) =>
      piece.kind === 'ad.service-accounts' ? record('ad.service-accounts', forest, { accounts: [] }) : piece,
    ),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['known only from its settings'],
  },
  {
    name: 'permissions of the unit not visible',
    evidence: having([secured(303, 'organizational-unit', staff, undefined)], inGroup('Key Admins')),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a group on the way was not read',
    evidence: having([unit(writeKey(sidOf(1670)))], inGroup('Verborgen')),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'nothing is known of groups',
    evidence: having([unit(writeKey(me))]).filter(({ kind }) => kind !== 'ad.groups'),
    outcome: 'pass',
  },
  {
    name: 'users whose places are not known: the head of the domain decides',
    evidence: [
      domainRights(secured(301, 'domain-head', forestDn, descriptor([writeKey(me)]))),
      pilotUsers({}, 0, { total: 20 }),
      ...principalRecords(),
    ],
    outcome: 'pass',
  },
  {
    name: 'no pilot users in the domain',
    evidence: [domainRights(), pilotUsers({}), ...principalRecords()],
    outcome: 'not-applicable',
  },
  {
    name: 'a domain that was not read',
    evidence: having([unit(writeKey(me))]),
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'denied',
    evidence: [failed('ad.access-control', forest, 'access-denied'), pilot, ...principalRecords()],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

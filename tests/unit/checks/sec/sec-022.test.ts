import check from '../../../../src-main/checks/sec/sec-022-adfs-keys.check';
import { attributeRight } from '../../../../src-main/knowledge/access-rights';
import type { SecuredObject, SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { federationService, forest, forestDn, guid } from '../contoso';
import { allow, descriptor, type PrincipalChanges, principalRecords, rid, sidOf } from '../principals';
import { domainRights, secured } from './access-control';

const root = `CN=ADFS,CN=Microsoft,CN=Program Data,${forestDn}`;
const farm = `CN=${guid(1)},${root}`;
const { attribute, propertySet } = attributeRight.thumbnailPhoto;
/** Administrators and AD FS, nobody else. */
const tight: SecurityDescriptor = {
  ...descriptor(),
  entries: [
    allow('S-1-5-18', 0xf_01ff, { inheritable: true }),
    allow(sidOf(rid.domainAdmins), 0xf_01ff, { inheritable: true }),
    allow(sidOf(rid.adfs), 0xf_01ff, { inheritable: true }),
  ],
};
const readableBy = (...entries: SecurityDescriptor['entries']): SecurityDescriptor => ({
  ...tight,
  entries: [...tight.entries, ...entries],
});
const container = secured(500, 'adfs-key-container', root);
const farmContainer = (...permissions: [SecurityDescriptor | undefined]) =>
  secured(501, 'adfs-key-container', farm, ...permissions);
const key = (...permissions: [SecurityDescriptor | undefined]) =>
  secured(502, 'adfs-key-container', `CN=${guid(2)},${farm}`, ...permissions);
const audit = (...auditLevel: readonly string[]) =>
  record('adfs.properties', federationService, { hostName: federationService, auditLevel });
const having = (objects: readonly SecuredObject[], principals: PrincipalChanges = {}): CheckCase['evidence'] => [
  domainRights(...objects),
  ...principalRecords(principals),
];
const safe = [container, farmContainer(tight), key(tight)];

describeCheck(check, [
  {
    name: 'only AD FS and administrators, audited',
    evidence: [...having(safe), audit('Verbose')],
    outcome: 'pass',
    says: ['Only Tier 0 and AD FS can read', 'Local administrators of its servers', 'not judged here'],
    objects: { [guid(500)]: 'pass', [guid(501)]: 'pass', [guid(502)]: 'pass', [`audit:${federationService}`]: 'pass' },
  },
  {
    name: 'the key readable by everybody',
    evidence: [
      ...having([container, farmContainer(tight), key(readableBy(allow('S-1-5-11', 0x2_0094)))]),
      audit('Basic'),
    ],
    outcome: 'fail',
    says: ['Authenticated Users (every attribute)'],
    differs: ['Key of a farm'],
  },
  {
    name: 'the attribute, by its property set, for a group',
    evidence: having([
      container,
      farmContainer(tight),
      key(readableBy(allow(sidOf(rid.helpdesk), 0x10, { objectType: propertySet }))),
    ]),
    outcome: 'fail',
    says: ['CONTOSO\\Helpdesk (this right)'],
  },
  {
    name: 'keys to come, by inheritance',
    evidence: having([
      container,
      farmContainer(
        readableBy(allow(sidOf(rid.helpdesk), 0x10, { objectType: attribute, inheritable: true, inheritOnly: true })),
      ),
      key(tight),
    ]),
    outcome: 'fail',
    differs: ['Container of a farm'],
  },
  {
    name: 'the outer container belongs to somebody else',
    evidence: having([
      secured(500, 'adfs-key-container', root, descriptor([], { owner: sidOf(rid.helpdesk) })),
      farmContainer(tight),
      key(tight),
    ]),
    outcome: 'fail',
    says: ['CONTOSO\\Helpdesk (owner)'],
  },
  {
    name: 'no audit',
    evidence: [...having(safe), audit('None')],
    outcome: 'warning',
    says: ['writes no audit events', 'Nobody unexpected'],
  },
  {
    name: 'audit level not collected',
    evidence: having(safe),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Audit level of AD FS: It was not collected'],
  },
  {
    name: 'a key that may not be read, as it should be',
    evidence: [...having([container, farmContainer(undefined)]), audit('Verbose')],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['which is how it should be'],
  },
  {
    name: 'a container in which nothing is visible',
    evidence: [...having([container]), audit('Verbose')],
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [guid(500)]: 'pass', [`keys:${forest}`]: 'unknown', [`audit:${federationService}`]: 'pass' },
  },
  {
    name: 'no container',
    evidence: [...having([]), audit('Verbose')],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['No container of AD FS keys is visible', 'Verbose'],
  },
  {
    name: 'somebody may read, but the account of AD FS was not found',
    evidence: [
      ...having([container, farmContainer(tight), key(readableBy(allow(sidOf(rid.unseen), 0x2_0094)))]).map((piece) =>
        piece.kind === 'ad.service-accounts' ? record('ad.service-accounts', forest, { accounts: [] }) : piece,
      ),
      audit('Verbose'),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [guid(502)]: sidOf(rid.unseen) },
  },
  {
    name: 'denied',
    evidence: [failed('ad.access-control', forest, 'access-denied'), audit('Verbose')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'an export without the audit level',
    evidence: [...having(safe), record('adfs.properties', federationService, { hostName: federationService })],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [`audit:${federationService}`]: 'not in the export' },
  },
]);

import check from '../../../../src-main/checks/sec/sec-004-template-permissions.check';
import type { SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { describeCheck } from '../check-cases';
import { forestDn, guid } from '../contoso';
import { helloTemplate } from '../pki/templates';
import { allow, deny, descriptor, group, rid, sidOf } from '../principals';
import { offeredCases, offering } from './offered-cases';

const id = guid(101);
const using = (securityDescriptor: SecurityDescriptor) => helloTemplate({ securityDescriptor });
const helpdesk = sidOf(rid.helpdesk);
const nameFlag = 'ea1dddc4-60ff-416e-8cc0-17cee534bce7';
const enroll = '0e10c968-78fb-11d2-90d4-00c04f79dc55';
const safe = using(descriptor());
const open = descriptor([allow(helpdesk, 0xf_01ff)]);
const { owner: _, ...ownerless } = descriptor();
const withoutAccounts = (template: CertificateTemplate) =>
  offering([template]).filter(({ kind }) => kind.startsWith('ad.cert'));

describeCheck(check, [
  {
    name: 'only administrators',
    evidence: offering([safe]),
    outcome: 'pass',
    says: ['Only Tier 0 can change the published template'],
    objects: { [id]: 'pass' },
  },
  {
    name: 'what enrolment looks like: read, write and the extended right, limited to the GUID of enrolment',
    evidence: offering([using(descriptor([allow(sidOf(rid.domainUsers), 0x130, { objectType: enroll })]))]),
    outcome: 'pass',
  },
  {
    name: 'full control for a group',
    evidence: offering([using(open)]),
    outcome: 'fail',
    says: ['1 published template can be changed by accounts outside Tier 0', 'CONTOSO\\Helpdesk (full control)'],
    differs: ['WHFBAuthentication'],
  },
  {
    name: 'generic write for everybody',
    evidence: offering([using(descriptor([allow('S-1-5-11', 0x4000_0000)]))]),
    outcome: 'fail',
    says: ['Authenticated Users (every attribute)'],
  },
  {
    name: 'one decisive attribute',
    evidence: offering([using(descriptor([allow(helpdesk, 0x20, { objectType: nameFlag })]))]),
    outcome: 'fail',
    says: ['CONTOSO\\Helpdesk (this right)'],
  },
  {
    name: 'an attribute without meaning for certificates',
    evidence: offering([
      using(descriptor([allow(helpdesk, 0x20, { objectType: 'bf967953-0de6-11d0-a285-00aa003049e2' })])),
    ]),
    outcome: 'pass',
  },
  {
    name: 'the right to change permissions, denied before',
    evidence: offering([using(descriptor([deny(helpdesk, 0x4_0000), allow(helpdesk, 0x4_0000)]))]),
    outcome: 'pass',
  },
  {
    name: 'the right to change permissions',
    evidence: offering([using(descriptor([allow(helpdesk, 0x4_0000)]))]),
    outcome: 'fail',
    says: ['may change the permissions'],
  },
  {
    name: 'a group within the administrators',
    evidence: offering([using(descriptor([allow(sidOf(1610), 0xf_01ff)]))], {
      groups: [group('Ebene 0', 1610, { memberOf: [`CN=Domain Admins,CN=Users,${forestDn}`] })],
    }),
    outcome: 'pass',
  },
  {
    name: 'owner outside Tier 0',
    evidence: offering([using(descriptor([], { owner: helpdesk }))]),
    outcome: 'fail',
    says: ['CONTOSO\\Helpdesk (owner)'],
  },
  {
    name: 'owner is one administrator',
    evidence: offering([using(descriptor([], { owner: sidOf(rid.anna) }))]),
    outcome: 'warning',
    severity: 'low',
    says: ['elongs to CONTOSO\\anna.admin, a single account'],
  },
  {
    name: 'no permissions at all',
    evidence: offering([using({ hasDacl: false, isProtected: false, entries: [], owner: sidOf(rid.domainAdmins) })]),
    outcome: 'fail',
    says: ['Everyone (there are no permissions at all)'],
  },
  {
    name: 'somebody nothing is known of, with all accounts read',
    evidence: offering([using(descriptor([allow(sidOf(rid.unseen), 0xf_01ff)]))]),
    outcome: 'fail',
    says: ['an account that is not visible (full control)'],
  },
  {
    name: 'somebody nothing is known of, with no accounts read',
    evidence: withoutAccounts(using(descriptor([allow(sidOf(rid.unseen), 0xf_01ff)]))),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['not known whether they belong to Tier 0'],
  },
  {
    name: 'administrators are known without any account read',
    evidence: withoutAccounts(safe),
    outcome: 'pass',
  },
  {
    name: 'permission with a condition',
    evidence: offering([using(descriptor([allow(helpdesk, 0xf_01ff, { isConditional: true })]))]),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'owner not returned',
    evidence: offering([using(ownerless)]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...offeredCases(safe, helloTemplate({ cn: 'Offen', objectGuid: guid(190), securityDescriptor: open })),
  {
    name: 'full control for a group, as a tool recorded it',
    evidence: offering([helloTemplate({ provenRights: open })]),
    outcome: 'fail',
    says: ['CONTOSO\\Helpdesk (full control)'],
  },
  {
    name: 'only administrators, as a tool recorded it: others may hold rights all the same',
    evidence: offering([helloTemplate({ provenRights: descriptor() })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

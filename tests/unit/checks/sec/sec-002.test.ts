import check from '../../../../src-main/checks/sec/sec-002-any-purpose.check';
import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { authenticatedUsers, enrolling } from '../pki/template-rights';
import { type Changes, helloTemplate, usage } from '../pki/templates';
import { descriptor, group, rid, sidOf } from '../principals';
import { offeredCases, offering } from './offered-cases';

const id = guid(161);
const safe = helloTemplate({ securityDescriptor: enrolling(authenticatedUsers) });
/** ESC2: any purpose for everybody; the subject comes from Active Directory. */
const esc2 = (changes: Changes = {}): CertificateTemplate =>
  helloTemplate({
    cn: 'Alleskönner',
    objectGuid: id,
    privateKeyFlag: 0,
    raSignatures: 0,
    raApplicationPolicies: [],
    extendedKeyUsage: [usage.anyPurpose],
    applicationPolicies: [usage.anyPurpose],
    securityDescriptor: enrolling(authenticatedUsers),
    ...changes,
  });
const none: Changes = { extendedKeyUsage: [], applicationPolicies: [] };

describeCheck(check, [
  { name: 'limited usages', evidence: offering([safe]), outcome: 'pass', objects: { [guid(101)]: 'pass' } },
  {
    name: 'Any Purpose',
    evidence: offering([safe, esc2()]),
    outcome: 'fail',
    severity: 'high',
    says: ['1 of 2 published templates gives', 'Alleskönner', 'Authenticated Users'],
    objects: { [guid(101)]: 'pass', [id]: 'fail' },
    differs: ['Alleskönner'],
  },
  { name: 'no usage', evidence: offering([esc2(none)]), outcome: 'fail' },
  {
    name: 'Any Purpose in one attribute',
    evidence: offering([esc2({ extendedKeyUsage: [usage.client] })]),
    outcome: 'fail',
  },
  { name: 'with approval', evidence: offering([esc2({ enrollmentFlag: 0x22 })]), outcome: 'pass' },
  { name: 'with a signature', evidence: offering([esc2({ raSignatures: 1 })]), outcome: 'pass' },
  {
    name: 'SubCA, for Tier 0 only',
    evidence: offering([
      esc2({ ...none, cn: 'SubCA', schemaVersion: 1, raSignatures: undefined, securityDescriptor: descriptor() }),
    ]),
    outcome: 'pass',
    says: ['None of 1'],
  },
  {
    name: 'a chosen group',
    evidence: offering([esc2({ securityDescriptor: enrolling(sidOf(rid.helpdesk)) })]),
    outcome: 'pass',
    objects: { [id]: 'pass' },
    notes: { [id]: 'CONTOSO\\Helpdesk' },
  },
  {
    name: 'a group whose members were not read',
    evidence: offering([esc2({ securityDescriptor: enrolling(sidOf(rid.helpdesk)) })]).filter(
      ({ kind }) => kind !== 'ad.partitions',
    ),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whether ordinary users are in'],
  },
  {
    name: 'a group that holds Domain Computers',
    evidence: offering([esc2({ securityDescriptor: enrolling(sidOf(rid.helpdesk)) })], {
      groups: [
        group('Domain Computers', rid.domainComputers, { memberOf: ['CN=Helpdesk,CN=Users,DC=contoso,DC=com'] }),
      ],
    }),
    outcome: 'fail',
  },
  {
    name: 'permissions not visible',
    evidence: offering([esc2({ securityDescriptor: undefined })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'nothing of the template returned but who may enrol',
    evidence: offering([esc2({ ...none, flags: undefined, schemaVersion: undefined })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...offeredCases(safe, esc2()),
]);

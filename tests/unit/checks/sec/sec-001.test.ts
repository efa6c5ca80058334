import check from '../../../../src-main/checks/sec/sec-001-supplied-subject.check';
import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { describeCheck } from '../check-cases';
import { dnOf, forest, guid } from '../contoso';
import { authoritiesOf, authority } from '../pki/authorities';
import { authenticatedUsers, denyEnroll, enrolling, everyone, everyRight } from '../pki/template-rights';
import { type Changes, helloTemplate, scepTemplate, templatesOf, usage } from '../pki/templates';
import { descriptor, group, rid, sidOf } from '../principals';
import { offeredCases, offering } from './offered-cases';

const users = sidOf(rid.domainUsers);
const safe = helloTemplate({ securityDescriptor: enrolling(users) });
/** ESC1 as it is found in the field: subject in the request, client authentication, everybody. */
const esc1 = (changes: Changes = {}): CertificateTemplate =>
  scepTemplate({ cn: 'VPN Zugang', objectGuid: guid(160), securityDescriptor: enrolling(users), ...changes });
const id = guid(160);
const using = (...usages: readonly string[]): Changes => ({ extendedKeyUsage: usages, applicationPolicies: usages });

describeCheck(check, [
  {
    name: 'the subject comes from Active Directory',
    evidence: offering([safe]),
    outcome: 'pass',
    says: ['None of 1 published templates'],
    objects: { [guid(101)]: 'pass' },
  },
  {
    name: 'Domain Users',
    evidence: offering([safe, esc1()]),
    outcome: 'fail',
    severity: 'high',
    says: ['1 of 2 published templates lets ordinary users sign in as anybody', 'VPN Zugang', 'CONTOSO\\Domain Users'],
    objects: { [guid(101)]: 'pass', [id]: 'fail' },
    differs: ['VPN Zugang'],
  },
  {
    name: 'Domain Computers',
    evidence: offering([esc1({ securityDescriptor: enrolling(sidOf(515)) })]),
    outcome: 'fail',
  },
  { name: 'Everyone', evidence: offering([esc1({ securityDescriptor: enrolling(everyone) })]), outcome: 'fail' },
  {
    name: 'Authenticated Users by every extended right',
    evidence: offering([esc1({ securityDescriptor: descriptor([everyRight(authenticatedUsers)]) })]),
    outcome: 'fail',
    says: ['Authenticated Users'],
  },
  {
    name: 'no DACL at all',
    evidence: offering([esc1({ securityDescriptor: { hasDacl: false, isProtected: false, entries: [] } })]),
    outcome: 'fail',
    says: ['Everyone'],
  },
  {
    name: 'the alternative name in the request',
    evidence: offering([esc1({ nameFlag: 0x0001_0000 })]),
    outcome: 'fail',
  },
  { name: 'PKINIT client', evidence: offering([esc1(using(usage.pkinit))]), outcome: 'fail' },
  { name: 'Any Purpose', evidence: offering([esc1(using(usage.anyPurpose))]), outcome: 'fail' },
  { name: 'no usage at all', evidence: offering([esc1(using())]), outcome: 'fail' },
  {
    name: 'usages of a server only (ESC17 is another matter)',
    evidence: offering([esc1(using(usage.server))]),
    outcome: 'pass',
  },
  { name: 'approval by a CA manager', evidence: offering([esc1({ enrollmentFlag: 2 })]), outcome: 'pass' },
  { name: 'an authorised signature', evidence: offering([esc1({ raSignatures: 1 })]), outcome: 'pass' },
  {
    name: 'the right denied again',
    evidence: offering([esc1({ securityDescriptor: descriptor([denyEnroll(users), ...enrolling(users).entries]) })]),
    outcome: 'pass',
    says: ['None of 1'],
  },
  {
    name: 'Tier 0 only',
    evidence: offering([esc1({ securityDescriptor: enrolling(sidOf(rid.enterpriseAdmins)) })]),
    outcome: 'pass',
  },
  {
    name: 'a privileged account by a group nested in Domain Admins',
    evidence: offering([esc1({ securityDescriptor: enrolling(sidOf(1700)) })], {
      groups: [group('PKI Admins', 1700, { memberOf: [`CN=Domain Admins,CN=Users,${dnOf(forest)}`] })],
    }),
    outcome: 'pass',
  },
  {
    name: 'a service account, as NDES has it (SSO-011)',
    evidence: offering([esc1({ securityDescriptor: enrolling(sidOf(rid.connector)) })]),
    outcome: 'warning',
    severity: 'high',
    says: ['CONTOSO\\MSOL_4f1c2d3e5a6b may enrol it'],
    objects: { [id]: 'warning' },
  },
  {
    name: 'a group that holds Domain Users',
    evidence: offering([esc1({ securityDescriptor: enrolling(sidOf(1701)) })], {
      groups: [
        group('VPN', 1701),
        group('Domain Users', rid.domainUsers, { memberOf: [`CN=VPN,CN=Users,${dnOf(forest)}`] }),
      ],
    }),
    outcome: 'fail',
    says: ['CONTOSO\\VPN'],
  },
  {
    name: 'a group with a localised name of which nothing else was read',
    evidence: offering([esc1({ securityDescriptor: enrolling(sidOf(1702)) })]).filter(
      ({ kind }) => kind !== 'ad.groups',
    ),
    outcome: 'warning',
    says: ['was not read'],
  },
  {
    name: 'permissions not visible',
    evidence: offering([safe, esc1({ securityDescriptor: undefined })]),
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['permissions are not visible'],
    objects: { [guid(101)]: 'pass', [id]: 'unknown' },
  },
  {
    name: 'name flag not returned, everybody may enrol',
    evidence: offering([esc1({ nameFlag: undefined })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'signatures not returned although the version is known',
    evidence: offering([esc1({ raSignatures: undefined })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'signatures not returned in schema version 1, which has none',
    evidence: offering([esc1({ raSignatures: undefined, schemaVersion: 1 })]),
    outcome: 'fail',
  },
  {
    name: 'name flag not returned, but only Tier 0 may enrol',
    evidence: offering([esc1({ nameFlag: undefined, securityDescriptor: descriptor() })]),
    outcome: 'pass',
  },
  {
    name: 'the same name in two forests',
    evidence: [
      ...offering([safe]),
      templatesOf([esc1({ cn: 'WHFBAuthentication' })], 'fabrikam.com'),
      authoritiesOf([authority({ templates: ['whfbauthentication'] })], 'fabrikam.com'),
    ],
    outcome: 'fail',
    objects: { [guid(101)]: 'pass', [id]: 'fail' },
  },
  {
    name: 'a fail beside something hidden',
    evidence: [
      templatesOf([esc1()]),
      authoritiesOf([authority({ templates: ['VPN Zugang', 'Verborgen'] })]),
      ...offering([]).slice(2),
    ],
    outcome: 'fail',
    says: ['1 more could not be judged'],
  },
  ...offeredCases(safe, esc1()),
  {
    name: 'Domain Users, as a tool recorded it in place of the permissions',
    evidence: offering([esc1({ securityDescriptor: undefined, provenRights: enrolling(users) })]),
    outcome: 'fail',
    says: ['CONTOSO\\Domain Users'],
    objects: { [id]: 'fail' },
  },
  {
    name: 'administrators only, as a tool recorded it: others may enrol all the same',
    evidence: offering([esc1({ securityDescriptor: undefined, provenRights: enrolling(sidOf(rid.domainAdmins)) })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'usages of which only one attribute was told, and the other may name sign-in',
    evidence: offering([esc1({ extendedKeyUsage: [usage.server], applicationPolicies: [], unreadUsages: true })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'usages of which only one attribute was told, and it names sign-in',
    evidence: offering([esc1({ extendedKeyUsage: [usage.client], applicationPolicies: [], unreadUsages: true })]),
    outcome: 'fail',
  },
]);

import check from '../../../../src-main/checks/sec/sec-009-omitted-sid.check';
import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { enrolling } from '../pki/template-rights';
import { type Changes, helloTemplate, usage } from '../pki/templates';
import { descriptor, rid, sidOf } from '../principals';
import { offeredCases, offering } from './offered-cases';

const users = sidOf(rid.domainUsers);
const hello = (changes: Changes = {}): CertificateTemplate =>
  helloTemplate({ securityDescriptor: enrolling(sidOf(rid.helpdesk)), ...changes });
/** ESC9: a user template for sign-in without the SID. */
const esc9 = (changes: Changes = {}): CertificateTemplate =>
  helloTemplate({
    cn: 'Benutzer ohne SID',
    objectGuid: guid(163),
    privateKeyFlag: 0,
    enrollmentFlag: 0x8_0020,
    raSignatures: 0,
    raApplicationPolicies: [],
    securityDescriptor: enrolling(users),
    ...changes,
  });

describeCheck(check, [
  { name: 'the SID is there', evidence: offering([hello()]), outcome: 'pass', objects: { [guid(101)]: 'pass' } },
  {
    name: 'the WHfB template leaves it out (524384), whoever may enrol',
    evidence: offering([hello({ enrollmentFlag: 524384 })]),
    outcome: 'fail',
    severity: 'high',
    says: ['Is the WHfB template'],
    differs: ['WHFBAuthentication'],
  },
  {
    name: 'the WHfB template leaves it out and its permissions are not visible',
    evidence: offering([hello({ enrollmentFlag: 524384, securityDescriptor: undefined })]),
    outcome: 'fail',
  },
  {
    name: 'another sign-in template for everybody',
    evidence: offering([hello(), esc9()]),
    outcome: 'fail',
    says: ['Benutzer ohne SID', 'Domain Users'],
    objects: { [guid(101)]: 'pass', [guid(163)]: 'fail' },
  },
  {
    name: 'another template that is not good for sign-in',
    evidence: offering([hello(), esc9({ extendedKeyUsage: [usage.email], applicationPolicies: [usage.email] })]),
    outcome: 'pass',
  },
  {
    name: 'another sign-in template for Tier 0',
    evidence: offering([hello(), esc9({ securityDescriptor: descriptor() })]),
    outcome: 'pass',
  },
  {
    name: 'another sign-in template for a chosen group',
    evidence: offering([hello(), esc9({ securityDescriptor: enrolling(sidOf(rid.helpdesk)) })]),
    outcome: 'pass',
    notes: { [guid(163)]: 'Helpdesk' },
  },
  {
    name: 'permissions not visible',
    evidence: offering([hello(), esc9({ securityDescriptor: undefined })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'flag not returned',
    evidence: offering([hello({ enrollmentFlag: undefined })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...offeredCases(hello(), esc9()),
]);

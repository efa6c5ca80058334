import check from '../../../../src-main/checks/pki/pki-028-whfb-renewal-flags.check';
import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { type CheckCase, describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { absenceCases, withTemplates } from './hello-template-cases';
import { helloTemplate } from './templates';

const flagged = (changes: Partial<CertificateTemplate>): CheckCase['evidence'] => withTemplates(helloTemplate(changes));
const good = 0x60;
const goodKey = 0x0626_0080;

describeCheck(check, [
  {
    name: 'sample A.8',
    evidence: withTemplates(helloTemplate()),
    outcome: 'pass',
    says: ['accepts the existing certificate for renewal'],
    objects: { [guid(101)]: 'pass' },
  },
  {
    name: 'approval by a CA manager',
    evidence: flagged({ enrollmentFlag: good | 0x2 }),
    outcome: 'fail',
    severity: 'high',
    says: ['wait for a CA manager'],
    differs: ['WHFBAuthentication'],
  },
  {
    name: 'no SID in certificates (524384)',
    evidence: flagged({ enrollmentFlag: 524384 }),
    outcome: 'fail',
    says: ['leaves the SID out'],
  },
  {
    name: 'exportable key',
    evidence: flagged({ privateKeyFlag: goodKey | 0x10 }),
    outcome: 'fail',
    says: ['lets the private key be exported'],
  },
  {
    name: 'renewal without the existing certificate',
    evidence: flagged({ enrollmentFlag: 0x20 }),
    outcome: 'warning',
    says: ['does not accept the existing certificate'],
  },
  {
    name: 'renewal with a new key',
    evidence: flagged({ privateKeyFlag: goodKey & ~0x80 }),
    outcome: 'warning',
    says: ['does not renew with the same key'],
  },
  {
    name: 'published in Active Directory, with user input',
    evidence: flagged({ enrollmentFlag: good | 0x108 }),
    outcome: 'warning',
    says: ['into Active Directory; asks the user'],
  },
  {
    name: 'a fault and a risk: the fault decides, both are told',
    evidence: flagged({ enrollmentFlag: 0x2 }),
    outcome: 'fail',
    says: ['wait for a CA manager; does not accept'],
  },
  {
    name: 'enrolment flag not returned',
    evidence: withTemplates(helloTemplate({ enrollmentFlag: undefined })),
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['msPKI-Enrollment-Flag'],
  },
  {
    name: 'private-key flag not returned',
    evidence: withTemplates(helloTemplate({ privateKeyFlag: undefined })),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a fault beside what was not returned',
    evidence: withTemplates(helloTemplate({ privateKeyFlag: undefined, enrollmentFlag: 0x2 })),
    outcome: 'fail',
    says: ['msPKI-Private-Key-Flag'],
  },
  {
    name: 'one of two candidates',
    evidence: withTemplates(
      helloTemplate(),
      helloTemplate({ cn: 'Hello Prüfung', objectGuid: guid(130), enrollmentFlag: 0x62 }),
    ),
    outcome: 'fail',
    says: ['1 of 2', 'Hello Prüfung'],
    objects: { [guid(101)]: 'pass', [guid(130)]: 'fail' },
  },
  ...absenceCases,
]);

import check from '../../../../src-main/checks/pki/pki-025-whfb-subject.check';
import { describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { absenceCases, withTemplates } from './hello-template-cases';
import { helloTemplate } from './templates';

const flags = (nameFlag: number) => withTemplates(helloTemplate({ nameFlag }));
const id = guid(101);

describeCheck(check, [
  {
    name: 'distinguished name and UPN (-2113929216 as LDAP has it)',
    evidence: flags(-2113929216 >>> 0),
    outcome: 'pass',
    objects: { [id]: 'pass' },
    says: ['distinguished name and UPN'],
  },
  {
    name: 'name flag 1: subject supplied in the request',
    evidence: flags(1),
    outcome: 'fail',
    severity: 'blocker',
    says: ['lets the requester supply the subject'],
    differs: ['WHFBAuthentication'],
  },
  {
    name: 'subject supplied beside the right flags',
    evidence: flags(0x82000001),
    outcome: 'fail',
    severity: 'blocker',
  },
  { name: 'alternative name supplied in the request', evidence: flags(0x82010000), outcome: 'fail', severity: 'high' },
  { name: 'no UPN', evidence: flags(0x80000000), outcome: 'fail', severity: 'high', says: ['UPN'] },
  {
    name: 'common name instead of the distinguished name',
    evidence: flags(0x42000000),
    outcome: 'warning',
    severity: 'high',
    says: ['common name'],
  },
  { name: 'UPN without subject', evidence: flags(0x02000000), outcome: 'warning', severity: 'high' },
  { name: 'e-mail in the alternative name', evidence: flags(0x86000000), outcome: 'warning', says: ['e-mail'] },
  { name: 'e-mail in the subject', evidence: flags(0xa2000000), outcome: 'warning', says: ['e-mail'] },
  {
    name: 'flag not returned',
    evidence: withTemplates(helloTemplate({ nameFlag: undefined })),
    outcome: 'unknown',
    reason: 'access-denied',
    severity: 'blocker',
  },
  {
    name: 'a blocker beside a milder fault keeps its severity',
    evidence: withTemplates(
      helloTemplate({ nameFlag: 1 }),
      helloTemplate({ cn: 'OldHello', objectGuid: guid(130), nameFlag: 0x80000000 }),
    ),
    outcome: 'fail',
    severity: 'blocker',
    objects: { [id]: 'fail', [guid(130)]: 'fail' },
  },
  ...absenceCases,
]);

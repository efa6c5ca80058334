import check from '../../../../src-main/checks/pki/pki-027-whfb-hello-bit.check';
import { describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { absenceCases, withTemplates } from './hello-template-cases';
import { helloTemplate } from './templates';

const flags = (privateKeyFlag: number | undefined) => withTemplates(helloTemplate({ privateKeyFlag }));

describeCheck(check, [
  {
    name: '103153792: bit set, compatibility 2016',
    evidence: flags(103153792),
    outcome: 'pass',
    says: ['0x6260080'],
    objects: { [guid(101)]: 'pass' },
  },
  {
    name: '86311040: bit set, compatibility 2012 R2 as in the guide’s sample',
    evidence: flags(86311040),
    outcome: 'pass',
    says: ['0x5250080'],
  },
  {
    name: '101056640: bit missing',
    evidence: flags(101056640),
    outcome: 'fail',
    severity: 'blocker',
    says: ['0x6060080 lacks the bit 0x200000'],
    differs: ['WHFBAuthentication'],
  },
  { name: '84213888: the sample before the change', evidence: flags(84213888), outcome: 'fail', says: ['0x5050080'] },
  { name: '0', evidence: flags(0), outcome: 'fail' },
  { name: 'flag not returned', evidence: flags(undefined), outcome: 'unknown', reason: 'access-denied' },
  ...absenceCases,
]);

import check from '../../../../src-main/checks/ra/ra-013-shared-agent.check';
import { describeCheck } from '../check-cases';
import { farm } from '../fed/farm-settings';

const authority = (data: object) => [farm('adfs.certificate-authority', data)];
const hello = {
  mode: 'EnrollmentAgent',
  enrollmentAgentTemplate: 'WHFBEnrollmentAgent',
  windowsHelloTemplate: 'WHFBAuthentication',
};

describeCheck(check, [
  { name: 'Hello only', evidence: authority(hello), outcome: 'pass' },
  {
    name: 'virtual desktops too',
    evidence: authority({ ...hello, logonTemplate: 'ADFSSSO' }),
    outcome: 'info',
    says: ['logon certificates (ADFSSSO)'],
  },
  { name: 'nothing returned', evidence: authority({}), outcome: 'unknown', reason: 'not-collected' },
]);

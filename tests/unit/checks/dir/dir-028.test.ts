import check from '../../../../src-main/checks/dir/dir-028-active-server.check';
import { describeCheck, record } from '../check-cases';

const server = (host: string, stagingModeEnabled?: boolean) =>
  record('connect.scheduler', host, { host, ...(stagingModeEnabled === undefined ? {} : { stagingModeEnabled }) });
const upgrade = (autoUpgrade: string) => record('connect.server', 'aadc01', { host: 'aadc01', autoUpgrade });

describeCheck(check, [
  {
    name: 'one exports, one stands by',
    evidence: [server('aadc01', false), server('aadc02', true)],
    outcome: 'pass',
    says: ['1 server stands by'],
  },
  { name: 'one alone', evidence: [server('aadc01', false)], outcome: 'pass', says: ['no standby'] },
  { name: 'all stage', evidence: [server('aadc01', true), server('aadc02', true)], outcome: 'fail', severity: 'high' },
  {
    name: 'two export',
    evidence: [server('aadc01', false), server('aadc02', false)],
    outcome: 'fail',
    says: ['export at once'],
  },
  {
    name: 'upgrade suspended',
    evidence: [server('aadc01', false), upgrade('Suspended')],
    outcome: 'warning',
    severity: 'low',
  },
  { name: 'mode not returned', evidence: [server('aadc01')], outcome: 'unknown', reason: 'not-collected' },
]);

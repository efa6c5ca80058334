import check from '../../../../src-main/checks/dir/dir-013-connect-version.check';
import { describeCheck, record } from '../check-cases';

const server = (version?: string) =>
  record('connect.server', 'aadc01', { host: 'aadc01', ...(version === undefined ? {} : { version }) });

describeCheck(check, [
  { name: 'the floor itself', evidence: [server('2.5.79.0')], outcome: 'pass', objects: { 'host:aadc01': 'pass' } },
  { name: 'newer by number, not by text', evidence: [server('2.5.190.0')], outcome: 'pass' },
  { name: 'below the floor', evidence: [server('2.5.78.0')], outcome: 'fail', severity: 'blocker', says: ['2.5.79.0'] },
  {
    name: 'the day before the floor rises',
    evidence: [
      record(
        'connect.server',
        'aadc01',
        { host: 'aadc01', version: '2.5.3.0' },
        { collectedAt: '2026-09-28T09:00:00Z' },
      ),
    ],
    now: '2026-09-29T09:00:00Z',
    outcome: 'warning',
    severity: 'medium',
  },
  { name: 'very old', evidence: [server('1.1.819.0')], outcome: 'fail' },
  { name: 'no version', evidence: [server()], outcome: 'unknown', reason: 'unreadable' },
  { name: 'no number', evidence: [server('latest')], outcome: 'unknown', reason: 'unreadable' },
]);

import check from '../../../../src-main/checks/ra/ra-011-event-log.check';
import { describeCheck, record } from '../check-cases';

const log = (host: string, ...events: readonly (readonly [id: number, time: string])[]) =>
  record('host.events', `${host} AD FS/Admin`, {
    host,
    log: 'AD FS/Admin',
    events: events.map(([id, time]) => ({ id, time, parameters: [] })),
  });
const yesterday = '2026-11-21T12:00:00Z';
const many = Array.from({ length: 20 }, () => [1021, yesterday] as const);

describeCheck(check, [
  { name: 'quiet', evidence: [log('fs01', [100, yesterday])], outcome: 'pass', objects: { 'host:fs01': 'pass' } },
  {
    name: 'some errors',
    evidence: [log('fs01', [364, yesterday], [364, yesterday]), log('fs02')],
    outcome: 'warning',
    severity: 'medium',
    says: ['1 of 2 AD FS nodes', '2 × a failed sign-in request'],
  },
  { name: 'old errors', evidence: [log('fs01', [1021, '2026-11-01T12:00:00Z'])], outcome: 'pass' },
  { name: 'refused again and again', evidence: [log('fs01', ...many)], outcome: 'fail' },
  {
    name: 'another log',
    evidence: [record('host.events', 'dc1 System', { host: 'dc1', log: 'System', events: [] })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

import check from '../../../../src-main/checks/ra/ra-011-event-log.check';
import { describeCheck, record } from '../check-cases';

const span = { since: '2026-11-15T08:00:00.000Z' };
const logOf = (
  host: string,
  time: { readonly since?: string; readonly until?: string },
  ...events: readonly (readonly [id: number, time: string])[]
) =>
  record('host.events', `${host} AD FS/Admin`, {
    host,
    log: 'AD FS/Admin',
    ...time,
    events: events.map(([id, time]) => ({ id, time, parameters: [] })),
  });
const log = (host: string, ...events: readonly (readonly [id: number, time: string])[]) => logOf(host, span, ...events);
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
  {
    name: 'an export that leaves events out',
    evidence: [logOf('fs01', {})],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['leaves events out'],
  },
  {
    name: 'errors in an export that leaves events out',
    evidence: [logOf('fs01', {}, [364, yesterday])],
    outcome: 'warning',
  },
  {
    name: 'an export of the last days only',
    evidence: [logOf('fs01', { since: '2026-11-20T08:00:00.000Z' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an export of unknown age',
    evidence: [logOf('fs01', { since: '2026-10-01T08:00:00.000Z', until: '2026-11-18T08:00:00.000Z' })],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['newest event'],
  },
  { name: 'refused again and again', evidence: [log('fs01', ...many)], outcome: 'fail' },
  {
    name: 'another log',
    evidence: [record('host.events', 'dc1 System', { host: 'dc1', log: 'System', events: [] })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

import check from '../../../../src-main/checks/dir/dir-011-synchronisation-fresh.check';
import type { ConnectScheduler } from '../../../../src-shared/model/evidence/synchronization';
import { collectedAt, describeCheck, failed, record } from '../check-cases';
import { tenantId } from '../contoso';

const hoursBefore = (hours: number): string => new Date(Date.parse(collectedAt) - hours * 3_600_000).toISOString();
const tenant = (onPremisesSyncEnabled?: boolean, last?: string) =>
  record('entra.organization', tenantId, {
    tenantId,
    displayName: 'Contoso',
    verifiedDomains: [],
    assignedPlans: [],
    ...(onPremisesSyncEnabled === undefined ? {} : { onPremisesSyncEnabled }),
    ...(last === undefined ? {} : { onPremisesLastSyncDateTime: last }),
  });
const scheduler = (more: Partial<ConnectScheduler>) =>
  record('connect.scheduler', 'aadc01', { host: 'aadc01', stagingModeEnabled: false, ...more });
const fresh = tenant(true, hoursBefore(1));

describeCheck(check, [
  { name: 'an hour ago', evidence: [fresh], outcome: 'pass', says: ['1 hour before'] },
  { name: 'ten hours ago', evidence: [tenant(true, hoursBefore(10))], outcome: 'warning', severity: 'medium' },
  { name: 'two days ago', evidence: [tenant(true, hoursBefore(50))], outcome: 'fail', severity: 'high' },
  { name: 'off', evidence: [tenant(false)], outcome: 'fail', severity: 'blocker' },
  { name: 'never switched on', evidence: [tenant()], outcome: 'fail' },
  { name: 'no time', evidence: [tenant(true)], outcome: 'unknown', reason: 'unreadable' },
  {
    name: 'the switch is missing',
    evidence: [tenant(undefined, hoursBefore(1))],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'an hour ago, the scheduler runs every half hour',
    evidence: [fresh, scheduler({ syncCycleEnabled: true, schedulerSuspended: false, effectiveIntervalSeconds: 1800 })],
    outcome: 'pass',
    decisive: [
      'connect.scheduler schedulerSuspended',
      'connect.scheduler effectiveIntervalSeconds',
      'connect.scheduler stagingModeEnabled',
    ],
    notes: { 'host:aadc01': 'Its scheduler runs.' },
  },
  {
    name: 'scheduler off',
    evidence: [fresh, scheduler({ syncCycleEnabled: false })],
    outcome: 'fail',
    says: ['aadc01'],
  },
  {
    name: 'scheduler suspended',
    evidence: [fresh, scheduler({ syncCycleEnabled: true, schedulerSuspended: true })],
    outcome: 'warning',
  },
  {
    name: 'every two hours',
    evidence: [fresh, scheduler({ syncCycleEnabled: true, effectiveIntervalSeconds: 7200 })],
    outcome: 'warning',
    says: ['every 120 minutes'],
  },
  {
    name: 'a staging server does not count',
    evidence: [fresh, scheduler({ stagingModeEnabled: true, syncCycleEnabled: false })],
    outcome: 'pass',
  },
  {
    name: 'scheduler without its switch',
    evidence: [fresh, scheduler({})],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'refused',
    evidence: [failed('entra.organization', tenantId, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'nothing', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);

import type { ConnectScheduler } from '../../../src-shared/model/evidence/synchronization';
import { spanInWords } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { listed } from '../wording';

const hour = 3_600_000;
const fresh = 3 * hour;
const stale = 24 * hour;
const usualInterval = 30 * 60;

export default defineCheck({
  id: 'DIR-011',
  revision: 2,
  why: 'Keys, users and devices travel between the directories with the synchronisation cycle only.',
  sources: ['https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-scheduler'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['entra.organization?', 'connect.scheduler?'],
  evaluate({ 'entra.organization': tenants, 'connect.scheduler': schedulers }) {
    const objects: readonly JudgedObject[] = [
      ...tenants.records.map(
        ({ id, data, collectedAt }): JudgedObject => ({
          id: `tenant:${data.tenantId}`,
          kind: 'entra-domain',
          name: data.displayName || 'the tenant',
          evidenceId: id,
          locate: 'onPremisesLastSyncDateTime',
          ...judgeTenant(data.onPremisesSyncEnabled, data.onPremisesLastSyncDateTime, new Date(collectedAt)),
        }),
      ),
      ...schedulers.records
        .filter(({ data }) => data.stagingModeEnabled !== true)
        .map(
          ({ id, data }): JudgedObject => ({
            id: `host:${data.host.toLowerCase()}`,
            kind: 'computer',
            name: data.host,
            evidenceId: id,
            ...judgeScheduler(data),
          }),
        ),
    ];
    if (objects.length === 0) {
      const gap = [...tenants.gaps, ...schedulers.gaps][0];
      return unknown(gap?.reason ?? 'not-collected', {
        summary: gap?.message ?? 'Neither the tenant nor the scheduler of an active Entra Connect server was read.',
      });
    }
    const result = judged(objects, {
      summary: listed(
        objects
          .filter(({ outcome }) => outcome === worst(objects))
          .map(({ name, note }) => `${name}: ${note.replace(/\.$/u, '')}`),
        3,
      ).concat('.'),
    });
    const isOff = objects.some(({ note }) => note.startsWith('Directory synchronisation is off'));
    return result.outcome === 'fail' && !isOff
      ? { ...result, severity: 'high' }
      : result.outcome === 'warning'
        ? { ...result, severity: 'medium' }
        : result;
  },
  remediation: {
    task: 'Bring directory synchronisation back to its schedule.',
    steps: [
      'Start the scheduler and a delta synchronisation on the Entra Connect server.',
      'Look at the last runs in Synchronization Service Manager; after more than 7 days a full synchronisation is needed.',
    ],
    command: [
      'Get-ADSyncScheduler',
      'Set-ADSyncScheduler -SyncCycleEnabled $true',
      'Start-ADSyncSyncCycle -PolicyType Delta',
    ].join('\n'),
    verify: 'The tenant shows a last synchronisation within the last three hours.',
    revert: '`Set-ADSyncScheduler -SyncCycleEnabled $false`.',
    right: 'ADSyncAdmins on the Entra Connect server',
  },
});

const worst = (objects: readonly JudgedObject[]): JudgedObject['outcome'] => judged(objects, { summary: '' }).outcome;

/** The age counts to the moment of collection. */
function judgeTenant(enabled: boolean | undefined, last: string | undefined, collectedAt: Date): Verdict {
  if (enabled !== true)
    return enabled === undefined && last !== undefined
      ? { outcome: 'unknown', reason: 'unreadable', note: 'The tenant does not say whether synchronisation is on.' }
      : { outcome: 'fail', note: 'Directory synchronisation is off in the tenant.' };
  if (last === undefined)
    return { outcome: 'unknown', reason: 'unreadable', note: 'The time of the last synchronisation was not returned.' };
  const age = collectedAt.getTime() - Date.parse(last);
  const when = `The last synchronisation was ${age < 60_000 ? 'less than a minute' : spanInWords(age)} before this was read.`;
  return { outcome: age <= fresh ? 'pass' : age <= stale ? 'warning' : 'fail', note: when };
}

/** A server of which is not told that it is the active one may be in staging mode, where a scheduler that stands still is no fault. */
function judgeScheduler(scheduler: ConnectScheduler): Verdict {
  const verdict = judgeActive(scheduler);
  return scheduler.stagingModeEnabled === undefined && verdict.outcome !== 'unknown'
    ? {
        outcome: 'unknown',
        reason: 'not-collected',
        note: `${verdict.note} Whether it is in staging mode was not returned.`,
      }
    : verdict;
}

function judgeActive({ syncCycleEnabled, schedulerSuspended, effectiveIntervalSeconds }: ConnectScheduler): Verdict {
  if (syncCycleEnabled === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'Whether its scheduler runs was not returned.' };
  if (!syncCycleEnabled) return { outcome: 'fail', note: 'Its scheduler is switched off.' };
  if (schedulerSuspended === true)
    return { outcome: 'warning', note: 'Its scheduler is suspended, as during the wizard.' };
  if (effectiveIntervalSeconds !== undefined && effectiveIntervalSeconds > usualInterval)
    return {
      outcome: 'warning',
      note: `It synchronises every ${Math.round(effectiveIntervalSeconds / 60)} minutes; each step of enrolment waits that long.`,
    };
  if (schedulerSuspended === undefined || effectiveIntervalSeconds === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `Its scheduler is on; ${schedulerSuspended === undefined ? 'whether it is suspended' : 'how often it runs'} was not returned.`,
    };
  return { outcome: 'pass', note: 'Its scheduler runs.' };
}

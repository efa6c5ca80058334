import { defineCheck } from '../define-check';
import { type JudgedObject, judged } from '../result';
import { countOf, listed, namesOf } from '../wording';

export default defineCheck({
  id: 'DIR-028',
  revision: 1,
  why: 'A server in staging mode never exports keys and devices; when all of them stage, nothing reaches the directories.',
  sources: ['https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-staging-server'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['connect.scheduler', 'connect.server?'],
  evaluate({ 'connect.scheduler': schedulers, 'connect.server': servers }) {
    const upgradeOf = (host: string): string | undefined =>
      servers.records.find(({ data }) => data.host.toLowerCase() === host.toLowerCase())?.data.autoUpgrade;
    const active = schedulers.records
      .filter(({ data }) => data.stagingModeEnabled === false)
      .map(({ data }) => data.host);
    const unknownMode = schedulers.records.filter(({ data }) => data.stagingModeEnabled === undefined);
    const objects = schedulers.records.map(({ id, data: { host, stagingModeEnabled } }): JudgedObject => {
      const object = { id: `host:${host.toLowerCase()}`, kind: 'computer', name: host, evidenceId: id } as const;
      if (stagingModeEnabled === undefined)
        return { ...object, outcome: 'unknown', reason: 'not-collected', note: 'Whether it stages was not returned.' };
      if (stagingModeEnabled)
        return active.length === 0 && unknownMode.length === 0
          ? { ...object, outcome: 'fail', note: 'It is in staging mode.' }
          : { ...object, outcome: 'pass', note: 'It stands by in staging mode.' };
      if (active.length > 1) return { ...object, outcome: 'fail', note: 'It exports, as another server does.' };
      const upgrade = upgradeOf(host);
      return upgrade !== undefined && upgrade.toLowerCase() !== 'enabled'
        ? { ...object, outcome: 'warning', note: `It exports; its automatic upgrade is ${upgrade.toLowerCase()}.` }
        : { ...object, outcome: 'pass', note: 'It exports.' };
    });
    const result = judged(objects, { summary: summarise(objects, active) });
    return result.outcome === 'warning' ? { ...result, severity: 'low' } : result;
  },
  remediation: {
    task: 'Leave exactly one Entra Connect server out of staging mode.',
    steps: [
      'Leave staging mode on exactly one server: Entra Connect, “Configure staging mode”.',
      'Keep a second one in staging mode as standby.',
    ],
    command: ['Get-ADSyncScheduler | Select-Object StagingModeEnabled', 'Get-ADSyncAutoUpgrade'].join('\n'),
    verify: 'One server shows StagingModeEnabled False, all others True.',
    revert: 'Switch staging mode on again in the same task.',
    right: 'Hybrid Identity Administrator, ADSyncAdmins',
  },
});

function summarise(objects: readonly JudgedObject[], active: readonly string[]): string {
  if (active.length > 1) return `${countOf(active.length, 'Entra Connect server')} export at once: ${listed(active)}.`;
  const failing = namesOf(objects, 'fail');
  if (failing.length > 0)
    return `No Entra Connect server exports: ${listed(failing)} ${failing.length === 1 ? 'is' : 'are'} in staging mode.`;
  const open = namesOf(objects, 'unknown');
  if (open.length > 0) return `Whether ${listed(open)} ${open.length === 1 ? 'exports' : 'export'} is not known.`;
  const [warned] = objects.filter(({ outcome }) => outcome === 'warning');
  if (warned !== undefined) return `${warned.name}: ${warned.note}`;
  return `${listed(active)} exports${objects.length > 1 ? `, ${countOf(objects.length - 1, 'server')} stand${objects.length === 2 ? 's' : ''} by` : '; there is no standby'}.`;
}

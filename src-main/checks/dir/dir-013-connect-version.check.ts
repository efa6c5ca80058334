import type { ConnectServer } from '../../../src-shared/model/evidence/synchronization';
import type { Verdict } from '../../evidence/derived/verdict';
import { compareVersions, connectFloors } from '../../knowledge/connect-versions';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged } from '../result';

export default defineCheck({
  id: 'DIR-013',
  revision: 1,
  why: 'The service no longer takes synchronisation from builds below its floor, and old ones lack the tasks of this deployment.',
  sources: ['https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-version-history'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['connect.server'],
  evaluate({ 'connect.server': servers }, { now }) {
    const objects = servers.records.map(
      ({ id, data }): JudgedObject => ({
        id: `host:${data.host.toLowerCase()}`,
        kind: 'computer',
        name: data.host,
        evidenceId: id,
        ...judgeServer(data, now),
      }),
    );
    const result = judged(objects, { summary: objects.map(({ name, note }) => `${name}: ${note}`).join(' ') });
    return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Upgrade Entra Connect Sync to a build that the service accepts.',
    steps: [
      'Upgrade in place, or install a new server in staging mode and swing over.',
      'Check the floor in the version history: it moves.',
    ],
    command: '(Get-Item "$env:ProgramFiles\\Microsoft Azure AD Sync\\Bin\\miiserver.exe").VersionInfo.FileVersion',
    verify: 'The version is at least the floor that applies today.',
    revert: 'Keep the former server in staging mode until the new one has proven itself.',
    right: 'Administrator of the Entra Connect server, Hybrid Identity Administrator',
  },
});

function judgeServer({ version }: ConnectServer, now: Date): Verdict {
  if (version === undefined || !/^\d+(?:\.\d+){1,3}$/u.test(version))
    return { outcome: 'unknown', reason: 'unreadable', note: 'The version of Entra Connect was not returned.' };
  const due = connectFloors.filter(({ from }) => Date.parse(from) <= now.getTime());
  const floor = due.at(-1);
  const next = connectFloors.find(({ from }) => Date.parse(from) > now.getTime());
  if (floor !== undefined && compareVersions(version, floor.version) < 0)
    return {
      outcome: 'fail',
      note: `Version ${version} is below ${floor.version}, the floor of the service since ${floor.from}.`,
    };
  if (next !== undefined && compareVersions(version, next.version) < 0)
    return { outcome: 'warning', note: `Version ${version} is below ${next.version}, the floor from ${next.from} on.` };
  return { outcome: 'pass', note: `Version ${version} is accepted by the service.` };
}

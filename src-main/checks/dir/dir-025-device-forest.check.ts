import {
  domainsInScope,
  forestOfDomain,
  forestsInScope,
  isSameHost,
  normalHostName,
} from '../../evidence/derived/forest-scope';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, notApplicable, unknown, unread } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = ['ad.partitions', 'ad.registered-devices', 'ad.pilot-users'] as const;
type ForestInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'DIR-025',
  revision: 1,
  why: 'AD FS looks for the device in the forest of the user it authenticates; devices written back to another forest are not found.',
  sources: ['https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback'],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs,
  evaluate: judgeForests,
  remediation: {
    task: 'Write devices back into the forest of the users.',
    steps: [
      'Look up which forest device write-back is set to in the wizard of Entra Connect, “Configure device options”.',
      'Choose the forest that holds the pilot users and that AD FS belongs to, and let the wizard prepare it.',
      'Remove the devices that were written to the other forest after the new ones have arrived.',
    ],
    command: [
      "(Get-ADSyncGlobalSettings).Parameters | Where-Object Name -like 'Microsoft.DeviceWriteBack*'",
      "Get-ADObject -SearchBase 'CN=RegisteredDevices,DC=contoso,DC=com' -LDAPFilter '(objectClass=msDS-Device)' -ResultSetSize 5",
    ].join('\n'),
    verify: 'New devices appear below CN=RegisteredDevices of the forest of the users.',
    revert: 'Choose the former forest again in the wizard.',
    right: 'Enterprise Admins of the forest; Hybrid Identity Administrator in Entra ID',
  },
});

interface ForestCount {
  readonly forest: string;
  readonly users: number;
  readonly devices: number;
}

function judgeForests(inputs: ForestInputs, { scope }: CheckContext): CheckResult {
  const counts = countByForest(inputs, scope.forests);
  if (Math.max(counts.length, scope.forests.length) < 2)
    return notApplicable({ summary: 'There is one forest, so users and written-back devices cannot be apart.' });
  const withUsers = counts.filter(({ users }) => users > 0);
  const withDevices = counts.filter(({ devices }) => devices > 0);
  const observations = counts.map(({ forest, users, devices }) => ({
    label: forest,
    observed: `${countOf(users, 'pilot user')}, ${countOf(devices, 'written-back device')}`,
  }));
  if (withUsers.length === 0 || withDevices.length === 0) {
    const what = withUsers.length === 0 ? 'pilot users' : 'written-back devices';
    return unknown('not-collected', {
      summary: `None of ${countOf(counts.length, 'forest')} that were read holds ${what}, so it cannot be compared. The forest that Entra Connect writes devices to is kept on its server.`,
      observations,
    });
  }
  const isSplit = withUsers.some(({ devices }) => devices === 0);
  const missing = forestsInScope(inputs['ad.partitions'].records, scope).absent.map((name) =>
    unread(
      { id: `forest:${name}`, kind: 'forest', name },
      inputs['ad.partitions'].gaps.find(({ target }) => isSameHost(target, name)),
    ),
  );
  const objects = [...counts.flatMap((count) => judgeForest(count, isSplit)), ...missing];
  return judged(objects, { summary: summarise(objects), observations });
}

function countByForest(inputs: ForestInputs, forests: readonly string[]): readonly ForestCount[] {
  const partitions = inputs['ad.partitions'].records;
  const domains = domainsInScope(partitions, { forests });
  const sum = <D>(
    records: readonly { readonly target: string; readonly data: D }[],
    forest: string,
    count: (data: D) => number,
  ): number =>
    records
      .filter(({ target }) => domains.includes(target) && forestOfDomain(target, partitions) === forest)
      .reduce((total, { data }) => total + count(data), 0);
  return partitions
    .map(({ target }) => normalHostName(target))
    .filter((forest) => domains.includes(forest))
    .sort()
    .map((forest) => ({
      forest,
      users: sum(inputs['ad.pilot-users'].records, forest, ({ total }) => total),
      devices: sum(inputs['ad.registered-devices'].records, forest, ({ devices }) => devices.length),
    }));
}

/** A forest with users but without devices is where the two part; devices of a forest without pilot users matter only then. */
function judgeForest({ forest, users, devices }: ForestCount, isSplit: boolean): readonly JudgedObject[] {
  const object = { id: `forest:${forest}`, kind: 'forest', name: forest } as const;
  if (users > 0 && devices > 0)
    return [{ ...object, outcome: 'pass', note: 'Holds pilot users and written-back devices.' }];
  if (users > 0) {
    const note = `Holds ${countOf(users, 'pilot user')}, but devices are written back elsewhere.`;
    return [{ ...object, outcome: 'fail', note }];
  }
  if (devices === 0) return [];
  const note = `Holds ${countOf(devices, 'written-back device')}, but no pilot user.`;
  return [{ ...object, outcome: isSplit ? 'fail' : 'info', note }];
}

function summarise(objects: readonly JudgedObject[]): string {
  const apart = objects.filter(({ outcome }) => outcome === 'fail');
  const unseen = namesOf(objects, 'unknown');
  if (apart.length === 0 && unseen.length > 0)
    return `What was read is in one forest, but ${listed(unseen)} was not read.`;
  if (apart.length === 0)
    return `Pilot users and written-back devices are in the same forest: ${listed(namesOf(objects, 'pass'))}.`;
  return `Pilot users and written-back devices are not in the same forest. ${apart.map(({ name, note }) => `${name}: ${note}`).join(' ')}`;
}

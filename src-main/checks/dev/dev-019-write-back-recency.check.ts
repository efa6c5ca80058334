import type { RegisteredDevice } from '../../../src-shared/model/evidence/directory';
import type { EntraDevice } from '../../../src-shared/model/evidence/entra';
import { isEntraJoined, isHybridJoined, writtenBackIds } from '../../evidence/derived/pilot-devices';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { fail, pass, unknown, warning } from '../result';
import { countOf } from '../wording';

const needs = ['ad.registered-devices', 'entra.devices'] as const;
const hour = 3_600_000;
/** Write-back may take this long (Connect's documentation); after a day without any, it is broken. */
const [expectedHours, brokenHours] = [3, 24];

export default defineCheck({
  id: 'DEV-019',
  revision: 1,
  why: 'When write-back breaks after it was set up, nothing shows it until the next new device cannot enrol.',
  sources: ['https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback'],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || { reason: 'No hybrid joined devices are in scope; only they need to be written back.' },
  evaluate: judgeRecency,
  remediation: {
    task: 'Get device write-back going again.',
    steps: [
      'Look at the export errors of the Active Directory connector on the Entra Connect server.',
      'Check the rights of the AD DS Connector account on CN=RegisteredDevices and that device writeback is still switched on.',
      'Run a delta synchronisation.',
    ],
    command: ['Get-ADSyncScheduler', 'Get-ADSyncConnectorRunStatus', 'Start-ADSyncSyncCycle -PolicyType Delta'].join(
      '\n',
    ),
    verify: 'The device registered last in Entra ID is an object below CN=RegisteredDevices.',
    right: 'Administrator of the Connect server',
  },
});

function judgeRecency(inputs: Inputs<(typeof needs)[number]>, { scope }: CheckContext): CheckResult {
  const written = inputs['ad.registered-devices'].records.flatMap(({ data }) => data.devices);
  const readAt = Math.min(...inputs['ad.registered-devices'].records.map(({ collectedAt }) => Date.parse(collectedAt)));
  const lists = inputs['entra.devices'].records;
  const registered = lists
    .flatMap(({ data }) => data.devices)
    .filter((device) => isHybridJoined(device) || (scope.joinTypes.entraJoined && isEntraJoined(device)));
  if (!registered.some(({ registrationDateTime }) => registrationDateTime !== undefined))
    return unknown('not-collected', {
      summary: 'Entra ID has no registered device that would be written back, so nothing can be said about write-back.',
    });
  const newest = newestWrite(written);
  if (written.length > 0 && newest === undefined)
    return unknown('access-denied', {
      summary: `The written-back devices were read without whenCreated, so it cannot be told when the last one came.`,
    });
  const waiting = waitingSince(registered, written, newest ?? 0, readAt);
  const lastWrite = newest === undefined ? 'never' : new Date(newest).toISOString();
  const observations = [
    { label: 'Last device written back', observed: lastWrite },
    {
      label: 'Oldest registration waiting since',
      observed: waiting === undefined ? 'none' : waiting.since,
      expected: `less than ${expectedHours} hours`,
      matches: waiting === undefined || waiting.hours < expectedHours,
    },
  ];
  if (waiting !== undefined && waiting.hours >= expectedHours) {
    const detail = {
      summary: `Nothing was written back since ${newest === undefined ? 'the beginning' : lastWrite.slice(0, 16).replace('T', ' ')}, although ${countOf(waiting.count, 'device')} registered after that; the first waits for ${countOf(waiting.hours, 'hour')}.`,
      observations,
    };
    return waiting.hours >= brokenHours ? fail(detail) : warning(detail);
  }
  if (lists.some(({ data }) => !data.complete))
    return unknown('not-collected', {
      summary: 'The list of devices in Entra ID was cut off; newer registrations may be missing in it.',
      observations,
    });
  return pass({
    summary: `Write-back keeps up: no device that registered after the last one written back waits for more than ${expectedHours} hours.`,
    observations,
  });
}

function newestWrite(devices: readonly RegisteredDevice[]): number | undefined {
  const times = devices.flatMap(({ whenCreated }) => (whenCreated === undefined ? [] : [Date.parse(whenCreated)]));
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b));
}

/** Registrations after the last write that are not in AD; how long the first of them had waited when AD was read. */
function waitingSince(
  registered: readonly EntraDevice[],
  written: readonly RegisteredDevice[],
  newest: number,
  readAt: number,
): { readonly since: string; readonly hours: number; readonly count: number } | undefined {
  const ids = writtenBackIds(written);
  const times = registered
    .filter(({ deviceId }) => !ids.has(deviceId))
    .map(({ registrationDateTime }) => Date.parse(registrationDateTime ?? ''))
    .filter((time) => time > newest && time < readAt)
    .sort((a, b) => a - b);
  const [first] = times;
  if (first === undefined) return undefined;
  return { since: new Date(first).toISOString(), hours: Math.floor((readAt - first) / hour), count: times.length };
}

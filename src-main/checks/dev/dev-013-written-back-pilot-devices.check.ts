import type { EntraDevice } from '../../../src-shared/model/evidence/entra';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import {
  isHybridJoined,
  matchPilotDevices,
  type PilotDevice,
  sumPilotComputers,
  writtenBackIds,
} from '../../evidence/derived/pilot-devices';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

const hour = 3_600_000;
/** Write-back may take this long (Connect's documentation). */
const expectedHours = 3;
/** After a day without write-back something is wrong. */
const failedHours = 24;

type Verdict = Pick<JudgedObject, 'outcome' | 'note' | 'reason'>;

export default defineCheck({
  id: 'DEV-013',
  revision: 1,
  why: 'AD FS authenticates the device together with the user; a device that is not in AD cannot be authenticated, so its certificate request fails.',
  sources: [
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['ad.registered-devices', 'entra.devices', 'ad.pilot-computers?', 'ad.partitions?'],
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || {
      reason: 'No hybrid joined devices are in scope; only they are authenticated by AD FS for their certificate.',
    },
  evaluate(inputs, { scope }) {
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const written = inputs['ad.registered-devices'].records;
    const { devices, isComplete } = tenantDevices(inputs['entra.devices'].records);
    const pilot = inputs['ad.pilot-computers'].records
      .filter(({ target }) => domains.includes(target))
      .map(({ data }) => data);
    const unreadPilot = inputs['ad.pilot-computers'].gaps.filter(
      ({ target }) => pilot.length === 0 || domains.includes(target),
    );
    // A pilot of all computers holds servers too; what Entra ID knows as hybrid joined is the better list of it.
    const isPilotKnown = pilot.length + unreadPilot.length > 0 && scope.pilotComputers.kind !== 'all';
    const { computers, populationFound } = sumPilotComputers(pilot);
    if (isPilotKnown && !populationFound && unreadPilot.length === 0) {
      return unknown('not-collected', {
        summary:
          'The pilot group of the scope is in none of the directories that were read, so its computers are not known.',
      });
    }
    const candidates = isPilotKnown
      ? matchPilotDevices(computers, devices)
      : devices.filter(isHybridJoined).map((device): PilotDevice => ({ device }));
    const ids = writtenBackIds(written.flatMap(({ data }) => data.devices));
    const readAt = Math.min(...written.map(({ collectedAt }) => Date.parse(collectedAt)));
    const objects = candidates.map((candidate) =>
      toObject(
        candidate,
        judgeDevice(candidate.device, ids, readAt, isComplete),
        inputs['entra.devices'].records[0]?.id,
      ),
    );
    const unseen = isPilotKnown ? unreadPilot : [];
    objects.push(...unseen.map((gap) => unread({ id: `domain:${gap.target}`, kind: 'domain', name: gap.target }, gap)));
    const who = isPilotKnown ? 'pilot device' : 'hybrid joined device';
    if (objects.length === 0)
      return unknown('not-collected', {
        summary: `There is no ${who} in the evidence, so nothing can be said about write-back.`,
      });
    if (!isPilotKnown && !isComplete) objects.push(cutOff);
    return judged(objects, { summary: summarise(objects, who), observations: observe(objects, ids.size, who) });
  },
  remediation: {
    task: 'Have the pilot devices written back to AD.',
    steps: [
      'Look at the export errors of the Active Directory connector on the Entra Connect server; the distinguished name below RegisteredDevices tells the device.',
      'Check that the AD DS Connector account may create and change objects in the container, and that no filter leaves the computers out.',
      'Run a delta synchronisation and wait up to three hours.',
    ],
    command: [
      'Start-ADSyncSyncCycle -PolicyType Delta',
      "Get-ADObject -SearchBase 'CN=RegisteredDevices,DC=contoso,DC=com' -LDAPFilter '(displayName=PC0417)' -Properties msDS-DeviceID, msDS-IsEnabled, whenCreated",
    ].join('\n'),
    verify:
      'Each pilot device is an object below RegisteredDevices whose name is its device id, as `dsregcmd /status` shows it.',
    right: 'Administrator of the Connect server; domain administrator for rights on the container',
  },
});

/** Stands for the devices behind a page of the answer that was not followed. */
const cutOff: JudgedObject = {
  id: 'entra:further-devices',
  kind: 'device',
  name: 'further devices',
  outcome: 'unknown',
  note: 'The list of devices in Entra ID was cut off after its first page.',
  reason: 'not-collected',
};

function tenantDevices(
  records: readonly { readonly data: { readonly devices: readonly EntraDevice[]; readonly complete: boolean } }[],
) {
  const devices = new Map(records.flatMap(({ data }) => data.devices).map((device) => [device.deviceId, device]));
  return { devices: [...devices.values()], isComplete: records.every(({ data }) => data.complete) };
}

/** Ages count from the moment AD was read: what was registered later could not be there yet. */
function judgeDevice(
  device: EntraDevice | undefined,
  ids: ReadonlySet<string>,
  readAt: number,
  isComplete: boolean,
): Verdict {
  if (device === undefined) {
    return isComplete
      ? {
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'Not known in Entra ID, so there is no device to write back yet.',
        }
      : { outcome: 'unknown', reason: 'not-collected', note: 'Not in the part of the device list that was collected.' };
  }
  if (ids.has(device.deviceId)) return { outcome: 'pass', note: 'Written back.' };
  const registered = device.registrationDateTime;
  if (registered === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Its registration is still pending, so there is nothing to write back yet.',
    };
  const hours = Math.floor((readAt - Date.parse(registered)) / hour);
  if (hours < 0) return { outcome: 'unknown', reason: 'stale', note: 'Registered after AD was read.' };
  if (hours < expectedHours)
    return {
      outcome: 'pass',
      note: `Not written back yet, registered ${agoOf(hours)} before AD was read; up to ${expectedHours} hours are normal.`,
    };
  return {
    outcome: hours < failedHours ? 'warning' : 'fail',
    note: `Not written back, registered ${agoOf(hours)} before AD was read.`,
  };
}

function agoOf(hours: number): string {
  if (hours < 1) return 'less than an hour';
  return hours < 2 * failedHours ? countOf(hours, 'hour') : `${Math.floor(hours / 24)} days`;
}

/** `list` is the id of the record with the devices of Entra ID; a computer without a device is in none. */
function toObject({ computer, device }: PilotDevice, verdict: Verdict, list: string | undefined): JudgedObject {
  const name = device?.displayName ?? computer?.name ?? '';
  const found = device === undefined || list === undefined ? {} : { evidenceId: list, locate: device.deviceId };
  return { id: device?.deviceId ?? computer?.objectSid ?? name, kind: 'device', name, ...found, ...verdict };
}

const observe = (objects: readonly JudgedObject[], written: number, who: string) => {
  const count = (outcome: JudgedObject['outcome']): number => namesOf(objects, outcome).length;
  return [
    {
      label: `${who[0]?.toUpperCase()}${who.slice(1)}s written back`,
      observed: `${count('pass')} of ${objects.length}`,
      expected: 'all',
      matches: count('pass') === objects.length,
    },
    {
      label: `Missing for ${expectedHours} to ${failedHours} hours`,
      observed: String(count('warning')),
      expected: '0',
      matches: count('warning') === 0,
    },
    {
      label: `Missing for more than ${failedHours} hours`,
      observed: String(count('fail')),
      expected: '0',
      matches: count('fail') === 0,
    },
    { label: 'Devices in RegisteredDevices', observed: String(written) },
  ];
};

function summarise(objects: readonly JudgedObject[], who: string): string {
  const [missing, late, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const open = unseen.length > 0 ? ` ${unseen.length} more could not be judged.` : '';
  if (missing.length > 0) {
    const also =
      late.length > 0
        ? ` ${late.length} more ${late.length === 1 ? 'is' : 'are'} missing for more than ${expectedHours} hours.`
        : '';
    return `${shareOf(missing.length, objects.length, who)} missing in AD more than a day after registration: ${listed(missing)}.${also}${open}`;
  }
  if (late.length > 0)
    return `${shareOf(late.length, objects.length, who)} missing in AD more than ${expectedHours} hours after registration: ${listed(late)}.${open}`;
  if (unseen.length > 0)
    return `Write-back of ${unseen.length} of ${countOf(objects.length, who)} could not be judged: ${listed(unseen)}.`;
  return `${countOf(objects.length, who)} checked: all are written back to AD or registered less than ${expectedHours} hours before it was read.`;
}

import type { PilotComputer } from '../../../src-shared/model/evidence/directory';
import type { EntraDevice } from '../../../src-shared/model/evidence/entra';
import { isServerName } from '../../evidence/derived/client-support';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import {
  isEntraJoined,
  matchPilotDevices,
  sumPilotComputers,
  writtenBackIds,
} from '../../evidence/derived/pilot-devices';
import type { Verdict } from '../../evidence/derived/verdict';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = ['ad.pilot-computers', 'entra.devices', 'ad.registered-devices?', 'ad.partitions?'] as const;
type DeviceInputs = Inputs<(typeof needs)[number]>;

const day = 24 * 3_600_000;
/** A device or computer that was not seen for so long is no longer in use. */
const staleDays = 90;

interface Judge {
  /** When the devices were read: ages count from then. */
  readonly readAt: number;
  readonly isComplete: boolean;
  /** Whether the list tells which devices are synchronised at all. */
  readonly tellsSync: boolean;
}

export default defineCheck({
  id: 'DIR-018',
  revision: 1,
  why: 'Hello is provisioned only on a device that Entra ID knows; a computer that exists in AD alone never becomes one.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate: judgeComputers,
  remediation: {
    task: 'Bring the pilot computers into the scope of synchronisation.',
    steps: [
      'Put the unit of the computers and the object type “computer” into the scope of synchronisation.',
      'Run a delta synchronisation, then restart the computer or start its task Automatic-Device-Join.',
      'Enable devices that were disabled in Entra ID; delete stale ones so that the computer registers anew.',
    ],
    command: ['Start-ADSyncSyncCycle -PolicyType Delta', 'dsregcmd /join', 'dsregcmd /status'].join('\n'),
    verify:
      '`dsregcmd /status` shows AzureAdJoined : YES, and the device in Entra ID is enabled with a recent activity.',
    revert: '`dsregcmd /leave` on the computer, and the former filter.',
    right: 'Administrator of the Connect server; Cloud Device Administrator in Entra ID; local administrator',
  },
});

function judgeComputers(inputs: DeviceInputs, { scope }: CheckContext): CheckResult {
  const lists = inputs['entra.devices'].records;
  const devices = lists.flatMap(({ data }) => data.devices);
  const judge: Judge = {
    readAt: Math.min(...lists.map(({ collectedAt }) => Date.parse(collectedAt))),
    isComplete: lists.every(({ data }) => data.complete),
    tellsSync: devices.some(({ onPremisesSyncEnabled }) => onPremisesSyncEnabled !== undefined),
  };
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const pilot = inputs['ad.pilot-computers'].records.filter(({ target }) => domains.includes(target));
  const { computers, populationFound } = sumPilotComputers(pilot.map(({ data }) => data));
  const hybrid = scope.joinTypes.hybridJoined ? judgeHybrid(computers, devices, judge, lists[0]?.id) : [];
  const entra = scope.joinTypes.entraJoined ? judgeEntra(devices, inputs, lists[0]?.id) : [];
  if (scope.joinTypes.hybridJoined && !populationFound)
    return unknown('not-collected', {
      summary:
        'The pilot group or unit of the scope is in none of the directories that were read, so its computers are not known.',
    });
  const objects = [...hybrid, ...entra];
  if (objects.length === 0)
    return unknown('not-collected', {
      summary: 'There is no pilot computer in the evidence, so there is nothing to compare.',
    });
  const count = (outcome: JudgedObject['outcome']): number => namesOf(objects, outcome).length;
  return judged(objects, {
    summary: summarise(objects),
    observations: [
      {
        label: 'Pilot computers with a device in Entra ID',
        observed: `${count('pass')} of ${objects.length}`,
        expected: 'all',
        matches: count('pass') === objects.length,
      },
    ],
  });
}

function judgeHybrid(
  computers: readonly PilotComputer[],
  devices: readonly EntraDevice[],
  judge: Judge,
  evidenceId: string | undefined,
): readonly JudgedObject[] {
  const clients = computers.filter(({ operatingSystem }) => !isServerName(operatingSystem));
  return matchPilotDevices(clients, devices).map(({ computer, device }): JudgedObject => {
    const found = device === undefined || evidenceId === undefined ? {} : { evidenceId, locate: device.deviceId };
    const object = { id: computer?.objectSid ?? '', kind: 'computer', name: computer?.name ?? '', ...found } as const;
    return {
      ...object,
      ...(device === undefined ? judgeAbsent(computer, judge) : judgeDevice(device, computer, judge)),
    };
  });
}

function judgeAbsent(computer: PilotComputer | undefined, { isComplete, readAt }: Judge): Verdict {
  if (!isComplete)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Not in the part of the device list that was collected.',
    };
  const age = ageOf(computer?.lastLogon, readAt);
  return age !== undefined && age > staleDays
    ? { outcome: 'warning', note: `No device in Entra ID; the computer itself last signed in ${age} days ago.` }
    : { outcome: 'fail', note: 'No device in Entra ID.' };
}

function judgeDevice(device: EntraDevice, computer: PilotComputer | undefined, { readAt, tellsSync }: Judge): Verdict {
  if (device.accountEnabled === false) return { outcome: 'warning', note: 'Its device in Entra ID is disabled.' };
  const age = ageOf(device.approximateLastSignInDateTime, readAt);
  if (age !== undefined && age > staleDays)
    return { outcome: 'warning', note: `Its device in Entra ID was last active ${age} days ago.` };
  if (computer !== undefined && device.deviceId !== computer.objectGuid)
    return {
      outcome: 'warning',
      note: 'Its device in Entra ID has another id than the computer in AD, as after it was made anew.',
    };
  if (device.registrationDateTime === undefined)
    return {
      outcome: 'warning',
      note: 'Its registration is still pending: synchronised, but the computer has not joined.',
    };
  if (!tellsSync || device.accountEnabled === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The list of devices lacks accountEnabled or onPremisesSyncEnabled.',
    };
  return device.onPremisesSyncEnabled === true
    ? { outcome: 'pass', note: 'Registered and synchronised.' }
    : { outcome: 'warning', note: 'Registered by claims, but not synchronised yet.' };
}

const ageOf = (date: string | undefined, readAt: number): number | undefined =>
  date === undefined ? undefined : Math.floor((readAt - Date.parse(date)) / day);

/** Entra-joined devices have no computer in AD; what AD has of them is written back. */
function judgeEntra(
  devices: readonly EntraDevice[],
  inputs: DeviceInputs,
  evidenceId: string | undefined,
): readonly JudgedObject[] {
  const written = inputs['ad.registered-devices'].records;
  const ids = writtenBackIds(written.flatMap(({ data }) => data.devices));
  return devices.filter(isEntraJoined).map((device) => {
    const object = {
      id: device.deviceId,
      kind: 'device',
      name: device.displayName,
      ...(evidenceId === undefined ? {} : { evidenceId, locate: device.deviceId }),
    } as const;
    if (ids.has(device.deviceId)) return { ...object, outcome: 'pass', note: 'Entra joined and written back.' };
    if (written.length === 0)
      return {
        ...object,
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'Entra joined; the devices written back to AD were not read.',
      };
    return { ...object, outcome: 'warning', note: 'Entra joined, but not written back to AD; see DEV-013.' };
  });
}

function summarise(objects: readonly JudgedObject[]): string {
  const [missing, odd, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const open = unseen.length > 0 ? ` ${unseen.length} more could not be judged.` : '';
  const total = countOf(objects.length, 'pilot computer');
  if (missing.length > 0)
    return `${missing.length} of ${total} ${missing.length === 1 ? 'has' : 'have'} no device in Entra ID: ${listed(missing)}.${odd.length > 0 ? ` ${odd.length} more ${odd.length === 1 ? 'is' : 'are'} stale, disabled or not synchronised.` : ''}${open}`;
  if (odd.length > 0)
    return `${odd.length} of ${total} ${odd.length === 1 ? 'is' : 'are'} stale, disabled, pending or not synchronised in Entra ID: ${listed(odd)}.${open}`;
  if (unseen.length > 0) return `Of ${total}, ${listed(unseen)} could not be compared with Entra ID.`;
  return `${total} checked: each has an enabled device in Entra ID.`;
}

import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { RegisteredDevice } from '../../../src-shared/model/evidence/directory';
import type { Scope } from '../../../src-shared/model/scope';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import { writtenBackId } from '../../evidence/derived/key-devices';
import { sumPilotComputers } from '../../evidence/derived/pilot-devices';
import type { Verdict } from '../../evidence/derived/verdict';
import { guidFromText } from '../../evidence/guid';
import { type CheckResult, defineCheck, type Evidence, type Inputs } from '../define-check';
import { type JudgedObject, judged, notApplicable } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = ['ad.registered-devices', 'ad.pilot-computers?', 'client.dsregcmd?', 'ad.partitions?'] as const;
type DeviceInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'DEV-014',
  revision: 1,
  why: 'AD FS recognises a device by the thumbprint and the key on its object in AD; without them the user gets no AD FS token and no certificate.',
  sources: [
    'https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  evaluate: (inputs, { scope }) => judgeDevices(inputs, scope),
  remediation: {
    task: 'Repair the written-back devices.',
    steps: [
      'After the schema of AD was extended, run “Refresh directory schema” in the Entra Connect wizard, then a full synchronisation.',
      'When only single devices are concerned, have them register again.',
      'Enable devices that were disabled in Entra ID; the state is written back.',
    ],
    command: [
      "Get-ADObject -SearchBase 'CN=RegisteredDevices,DC=contoso,DC=com' -LDAPFilter '(objectClass=msDS-Device)' -Properties altSecurityIdentities, msDS-IsEnabled, msDS-KeyCredentialLink",
      'Start-ADSyncSyncCycle -PolicyType Initial',
      'dsregcmd /leave; dsregcmd /join',
    ].join('\n'),
    verify:
      'The object of the device has altSecurityIdentities with the Thumbprint that `dsregcmd /status` shows, and msDS-KeyCredentialLink.',
    right: 'Administrator of the Connect server; local administrator on the device',
    risk: '`dsregcmd /leave` removes the Hello container of the user on that device.',
  },
});

function judgeDevices(inputs: DeviceInputs, scope: Scope): CheckResult {
  const thumbprints = thumbprintsOf(inputs['client.dsregcmd'].records.map(({ data }) => data));
  const isPilot = pilotFilter(inputs, scope);
  const objects = inputs['ad.registered-devices'].records.flatMap((record) =>
    record.data.devices.filter(isPilot).map((device) => toObject(device, record, thumbprints)),
  );
  if (objects.length === 0)
    return notApplicable({ summary: 'No device of the pilot is written back to AD yet; see DEV-013.' });
  const compared = inputs['ad.registered-devices'].records
    .flatMap(({ data }) => data.devices)
    .filter((device) => isPilot(device) && thumbprints.has(writtenBackId(device) ?? '')).length;
  return judged(objects, {
    summary: summarise(objects, compared),
    observations: [
      {
        label: 'Usable devices',
        observed: `${namesOf(objects, 'pass').length} of ${objects.length}`,
        expected: 'all',
        matches: namesOf(objects, 'pass').length === objects.length,
      },
      { label: 'Compared with the client', observed: countOf(compared, 'device') },
    ],
  });
}

/** Device id → thumbprints the clients show; cloned machines share an id. */
function thumbprintsOf(clients: readonly DsregcmdStatus[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { fields } of clients) {
    const id = guidFromText(fields.DeviceId ?? '');
    const thumbprint = fields.Thumbprint?.trim().toUpperCase();
    if (id === undefined || thumbprint === undefined || !/^[0-9A-F]{40}$/u.test(thumbprint)) continue;
    found.set(id, [...(found.get(id) ?? []), thumbprint]);
  }
  return found;
}

/** Where a pilot is named, its hybrid joined devices: they have the objectGUID of their computer as id. */
function pilotFilter(inputs: DeviceInputs, scope: Scope): (device: RegisteredDevice) => boolean {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const records = inputs['ad.pilot-computers'].records.filter(({ target }) => domains.includes(target));
  const { computers, populationFound } = sumPilotComputers(records.map(({ data }) => data));
  if (scope.pilotComputers.kind === 'all' || scope.joinTypes.entraJoined || !populationFound) return () => true;
  const ids = new Set(computers.map(({ objectGuid }) => objectGuid));
  return (device) => ids.has(writtenBackId(device) ?? '');
}

const toObject = (
  device: RegisteredDevice,
  { id }: Evidence<'ad.registered-devices'>,
  thumbprints: ReadonlyMap<string, readonly string[]>,
): JudgedObject => ({
  id: device.objectGuid,
  kind: 'device',
  name: device.displayName,
  evidenceId: id,
  locate: writtenBackId(device) ?? device.displayName,
  ...judgeDevice(device, thumbprints.get(writtenBackId(device) ?? '') ?? []),
});

function judgeDevice(device: RegisteredDevice, shown: readonly string[]): Verdict {
  if (device.isEnabled === false) return { outcome: 'fail', note: 'The device is disabled (msDS-IsEnabled).' };
  if (device.certificateThumbprints.length === 0)
    return { outcome: 'fail', note: 'altSecurityIdentities holds no certificate of the device.' };
  if (shown.length > 0 && !shown.some((thumbprint) => device.certificateThumbprints.includes(thumbprint)))
    return { outcome: 'fail', note: 'The thumbprint in altSecurityIdentities is not the one the client shows.' };
  if (device.isEnabled === undefined)
    return { outcome: 'unknown', reason: 'access-denied', note: 'msDS-IsEnabled was not returned.' };
  if (!device.hasKeyCredential)
    return { outcome: 'warning', note: 'msDS-KeyCredentialLink is empty; it needs the schema of Windows Server 2016.' };
  return { outcome: 'pass', note: shown.length > 0 ? 'In order, as the client shows it.' : 'In order.' };
}

function summarise(objects: readonly JudgedObject[], compared: number): string {
  const [failed, warned, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const total = countOf(objects.length, 'written-back device');
  const open = unseen.length > 0 ? ` ${unseen.length} more could not be judged.` : '';
  if (failed.length > 0)
    return `${failed.length} of ${total} ${failed.length === 1 ? 'is' : 'are'} disabled or without the right certificate: ${listed(failed)}.${open}`;
  if (warned.length > 0)
    return `${warned.length} of ${total} ${warned.length === 1 ? 'has' : 'have'} no key: ${listed(warned)}.${open}`;
  if (unseen.length > 0) return `${unseen.length} of ${total} could not be judged: ${listed(unseen)}.`;
  return `${total} checked: each is enabled and has a certificate and a key; ${compared} of them ${compared === 1 ? 'was' : 'were'} compared with what the client shows.`;
}

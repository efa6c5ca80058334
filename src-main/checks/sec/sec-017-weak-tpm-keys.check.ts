import type { RegisteredDevice } from '../../../src-shared/model/evidence/directory';
import type { KeyCredentials } from '../../../src-shared/model/evidence/keys';
import { sumPilotComputers } from '../../evidence/derived/pilot-devices';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import { type CheckResult, defineCheck, type Evidence, type Inputs } from '../define-check';
import { holderObject, judgePilot, pilotNeeds, untoldObjects } from '../pilot-users';
import { type JudgedObject, judged, notApplicable, pass, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = [...pilotNeeds, 'ad.pilot-computers', 'ad.registered-devices'] as const;

/** Keys of one kind of holder in one record. */
interface Holders {
  readonly kind: 'user' | 'computer';
  readonly evidenceId: string;
  readonly keys: KeyCredentials;
}

export default defineCheck({
  id: 'SEC-017',
  revision: 1,
  why: 'Keys made by certain TPMs before their firmware was mended can be factored: from the public key in AD anybody can compute the private one and sign in.',
  sources: [
    'https://msrc.microsoft.com/update-guide/vulnerability/ADV190026',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-adts/a99409ea-4982-4f72-b7ef-8596013a36c7',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs,
  evaluate: (inputs, { scope }) => judgePilot(inputs, scope, (pilot) => judgeKeys(pilot, inputs)),
  remediation: {
    task: 'Replace keys of TPMs with the ROCA weakness.',
    steps: [
      'Install the firmware of the TPM from the maker of the device; the key stays weak until it is made anew.',
      'Remove the weak key from the account, then have the user provision Windows Hello again on the mended device.',
      'For a device key: remove the device from Entra ID, clear the TPM and join again.',
    ],
    command: [
      'Install-Module WHfBTools',
      "Get-ADWHfBKeys -Domain contoso.com -SkipCheckForOrphanedKeys | Where-Object KeyROCAVulnerable -eq 'True'",
      'certutil -deletehellocontainer',
    ].join('\n'),
    verify: 'A new collection shows no weak key; `Get-Tpm` on the device shows the new firmware version.',
    revert: 'None: the former key must not be used again.',
    right: 'Key Admins or Domain Admins to remove keys; local administrator for firmware',
    risk: 'A firmware update may ask for the BitLocker recovery key; suspend BitLocker before.',
  },
});

function judgeKeys(pilot: PilotView, inputs: Inputs<(typeof needs)[number]>): CheckResult {
  const computers = inputs['ad.pilot-computers'].records;
  const holders = [
    ...pilot.domains.map(({ evidenceId, traits }): Holders => ({ kind: 'user', evidenceId, keys: traits.keys })),
    ...computers.flatMap(({ id, data }) =>
      data.keys === undefined ? [] : [{ kind: 'computer', evidenceId: id, keys: data.keys } as const],
    ),
  ];
  const devices = inputs['ad.registered-devices'].records.flatMap((record) =>
    record.data.devices.map((device) => ({ device, evidenceId: record.id })),
  );
  const weak = [...holders.flatMap(weakHolders), ...devices.flatMap(weakDevice)];
  const unseen = [...untoldObjects(pilot), ...computers.flatMap(untoldComputers)];
  const tested =
    count(holders, ({ countByUsage }) => sum(Object.values(countByUsage))) +
    sum(devices.map(({ device }) => device.keys?.length ?? 0));
  const unreadable = count(holders, ({ unreadableCount }) => unreadableCount);
  const weakKeys =
    count(holders, ({ rocaWeakCount }) => rocaWeakCount) + sum(devices.map(({ device }) => weakIn(device).length));
  const observations = [
    { label: 'Keys tested', observed: String(tested) },
    { label: 'Weak keys', observed: String(weakKeys), expected: '0', matches: weakKeys === 0 },
    { label: 'Values that could not be read', observed: String(unreadable) },
  ];
  if (weakKeys > 0) {
    const open = weakKeys > weak.length ? ' Not every holder is listed.' : '';
    return judged([...weak, ...unseen], {
      summary: `${weakKeys} of ${countOf(tested, 'key')} ${weakKeys === 1 ? 'is' : 'are'} weak (ROCA): ${listed(namesOf(weak, 'fail'))}.${open}`,
      observations,
    });
  }
  if (unreadable > 0)
    return unknown('unreadable', {
      summary: `${countOf(unreadable, 'value')} of msDS-KeyCredentialLink could not be read, so ${unreadable === 1 ? 'its key was' : 'their keys were'} not tested; ${countOf(tested, 'other key')} ${tested === 1 ? 'is' : 'are'} not weak.`,
      observations,
      objects: holders.flatMap(unreadableHolders),
    });
  if (unseen.length > 0)
    return judged(unseen, {
      summary: `No weak key was seen, but keys of ${listed(unseen.map(({ name }) => name))} were not read.`,
      observations,
    });
  if (tested === 0)
    return notApplicable({
      summary: `No key of ${countOf(pilot.total, 'pilot user')}, their computers and devices is in AD yet.`,
      observations,
    });
  return pass({
    summary: `${countOf(tested, 'key')} tested: none has the fingerprint of the weak generator.`,
    observations,
    counts: { pass: tested },
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const count = (holders: readonly Holders[], of: (keys: KeyCredentials) => number): number =>
  sum(holders.map(({ keys }) => of(keys)));

const weakIn = ({ keys = [] }: Pick<RegisteredDevice, 'keys'>) => keys.filter(({ isRocaWeak }) => isRocaWeak === true);

const weakHolders = ({ kind, evidenceId, keys }: Holders): readonly JudgedObject[] =>
  keys.holders.flatMap((holder) => {
    const weak = weakIn(holder).length;
    if (weak === 0) return [];
    const note = `${weak} of ${countOf(holder.keys.length, 'key')} ${weak === 1 ? 'is' : 'are'} weak${holder.adminCount ? '; a privileged account' : ''}.`;
    return [{ ...holderObject(holder, kind, evidenceId), outcome: 'fail', note }];
  });

const weakDevice = ({
  device,
  evidenceId,
}: {
  readonly device: RegisteredDevice;
  readonly evidenceId: string;
}): readonly JudgedObject[] =>
  weakIn(device).length === 0
    ? []
    : [
        {
          id: device.objectGuid,
          kind: 'device',
          name: device.displayName,
          outcome: 'fail',
          note: 'The key of the device is weak.',
          evidenceId,
          locate: device.distinguishedName,
        },
      ];

const unreadableHolders = ({ kind, evidenceId, keys }: Holders) =>
  keys.holders
    .filter(({ unreadable }) => unreadable > 0)
    .map((holder) => ({
      ...holderObject(holder, kind, evidenceId),
      outcome: 'unknown' as const,
      note: `${countOf(holder.unreadable, 'value')} could not be read.`,
    }));

function untoldComputers({ id, target, data }: Evidence<'ad.pilot-computers'>): readonly JudgedObject[] {
  if (data.keys !== undefined || sumPilotComputers([data]).computers.length === 0) return [];
  return [
    {
      id: `computers:${target}`,
      kind: 'domain',
      name: `computers of ${target}`,
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Keys of its pilot computers were not collected.',
      evidenceId: id,
    },
  ];
}

import type { KeyCredential, KeyHolder } from '../../../src-shared/model/evidence/keys';
import type { Scope } from '../../../src-shared/model/scope';
import { type DeviceState, deviceStates } from '../../evidence/derived/key-devices';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { furtherHolders, holderObject, judgePilot, pilotNeeds, untoldObjects } from '../pilot-users';
import { type JudgedObject, judged, notApplicable, pass, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = [...pilotNeeds, 'ad.registered-devices', 'entra.devices?'] as const;
const helloUsage = 1;

export default defineCheck({
  id: 'SEC-018',
  revision: 2,
  why: 'A key stays a valid credential after its device was lost, sold or wiped, until somebody removes it from the account.',
  sources: [
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-adts/a99409ea-4982-4f72-b7ef-8596013a36c7',
    'https://www.powershellgallery.com/packages/WHfBTools',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  evaluate: (inputs, { scope }) => judgePilot(inputs, scope, (pilot) => judgeKeys(pilot, inputs, scope)),
  remediation: {
    task: 'Remove orphaned Hello keys.',
    steps: [
      'Ask the user whether the device is still in use; a device that was reset registers under a new id and leaves its old keys behind.',
      'Remove the key from the account, first of all from privileged ones; a key nobody can explain may have been planted.',
      'Remove stale devices from Entra ID, so that write-back removes them from AD.',
    ],
    command: [
      'Install-Module WHfBTools',
      'Get-ADWHfBKeys -Domain contoso.com -Report -Logging',
      "Get-ADUser imke.brandt -Properties 'msDS-KeyCredentialLink'",
    ].join('\n'),
    verify: 'Every device id in `Get-ADWHfBKeys` is an enabled device below RegisteredDevices.',
    revert: 'The user provisions Windows Hello again.',
    right: 'Key Admins or Domain Admins',
    risk: 'Entra Connect writes a key back that is only removed in AD: remove it in Entra ID as well.',
  },
});

function judgeKeys(pilot: PilotView, inputs: Inputs<(typeof needs)[number]>, scope: Scope): CheckResult {
  const written = inputs['ad.registered-devices'].records.flatMap(({ data }) => data.devices);
  const cloud = inputs['entra.devices'].records;
  const devices = cloud.flatMap(({ data }) => data.devices);
  const isCloudKnown = cloud.length > 0 && cloud.every(({ data }) => data.complete);
  const keyHolders = pilot.domains.reduce((sum, { traits }) => sum + traits.keys.holderCount, 0);
  if (keyHolders === 0 && pilot.untold.length === 0)
    return notApplicable({ summary: `None of ${countOf(pilot.total, 'pilot user')} has a key in AD.` });
  if (written.length === 0 && !isCloudKnown)
    return unknown('not-collected', {
      summary: `${countOf(keyHolders, 'pilot user')} ${keyHolders === 1 ? 'has' : 'have'} keys, but no device is written back to AD, so it cannot be told which devices are gone.`,
    });
  const stateOf = deviceStates(written, devices);
  // An Entra-joined device need not be written back: without the list of Entra ID its absence tells nothing.
  const isAbsenceCertain = isCloudKnown || !scope.joinTypes.entraJoined;
  const holders = pilot.domains.flatMap(({ evidenceId, traits }) =>
    traits.keys.holders.flatMap((holder) => judgeHolder(holder, evidenceId, stateOf, isAbsenceCertain)),
  );
  const objects = [...holders, ...pilot.domains.flatMap(furtherHolders), ...untoldObjects(pilot)];
  if (objects.length === 0)
    return pass({
      summary: `${countOf(keyHolders, 'pilot user')} with keys checked: every Hello key belongs to an enabled device.`,
      counts: { pass: keyHolders },
    });
  const count = (outcome: JudgedObject['outcome']): number => namesOf(holders, outcome).length;
  return judged(objects, {
    summary: summarise(objects, keyHolders),
    observations: [
      { label: 'Pilot users with keys', observed: String(keyHolders) },
      {
        label: 'Users with orphaned keys',
        observed: String(count('fail') + count('warning')),
        expected: '0',
        matches: count('fail') + count('warning') === 0,
      },
      { label: 'Written-back devices', observed: String(written.length) },
    ],
    counts: {
      pass: Math.max(0, keyHolders - holders.length),
      fail: count('fail'),
      warning: count('warning'),
      unknown: objects.length - count('fail') - count('warning'),
    },
  });
}

function judgeHolder(
  holder: KeyHolder,
  evidenceId: string,
  stateOf: (deviceId: string) => DeviceState,
  isAbsenceCertain: boolean,
): readonly JudgedObject[] {
  const keys = holder.keys.filter(({ usage }) => usage === helloUsage);
  const states = keys.map((key) => keyState(key, stateOf));
  const gone = states.filter(
    (state) => state === 'disabled' || (state === 'absent' && isAbsenceCertain) || state === 'none',
  );
  const open = states.filter((state) => state === 'absent' && !isAbsenceCertain).length;
  const object = holderObject(holder, 'user', evidenceId);
  if (gone.length > 0) {
    const note = `${gone.length} of ${countOf(keys.length, 'Hello key')}: ${reasonsOf(gone)}${holder.adminCount ? '; a privileged account' : ''}.`;
    return [{ ...object, outcome: holder.adminCount ? 'fail' : 'warning', note }];
  }
  if (open > 0) {
    const note = `The device of ${countOf(open, 'key')} is not written back; whether Entra ID knows it was not collected.`;
    return [{ ...object, outcome: 'unknown', reason: 'not-collected', note }];
  }
  const untold = states.filter((state) => state === 'untold').length;
  if (untold > 0) {
    const note = `Whether the device of ${countOf(untold, 'key')} is enabled was not returned.`;
    return [{ ...object, outcome: 'unknown', reason: 'not-collected', note }];
  }
  const unnamed = holder.keys.filter(({ usage }) => usage === undefined).length;
  if (unnamed > 0) {
    const note = `${countOf(unnamed, 'key')} ${unnamed === 1 ? 'does' : 'do'} not say what ${unnamed === 1 ? 'it is' : 'they are'} for.`;
    return [{ ...object, outcome: 'unknown', reason: 'unreadable', note }];
  }
  if (holder.unreadable === 0) return [];
  return [
    {
      ...object,
      outcome: 'unknown',
      reason: 'unreadable',
      note: `${countOf(holder.unreadable, 'value')} could not be read.`,
    },
  ];
}

/** `none` = the key names no device. */
const keyState = ({ deviceId }: KeyCredential, stateOf: (deviceId: string) => DeviceState): DeviceState | 'none' =>
  deviceId === undefined ? 'none' : stateOf(deviceId);

function reasonsOf(states: readonly (DeviceState | 'none')[]): string {
  const titles = { disabled: 'device disabled', absent: 'device gone', none: 'no device named' } as const;
  const reasons = Object.entries(titles).filter(([state]) => states.some((one) => one === state));
  return listed(reasons.map(([, title]) => title));
}

function summarise(objects: readonly JudgedObject[], holders: number): string {
  const [privileged, others, unseen] = [
    namesOf(objects, 'fail'),
    namesOf(objects, 'warning'),
    namesOf(objects, 'unknown'),
  ];
  const open = unseen.length > 0 ? ` ${listed(unseen)} could not be judged.` : '';
  const orphaned = privileged.length + others.length;
  if (orphaned === 0) return `No orphaned key was seen.${open}`;
  const lead = `${orphaned} of ${countOf(holders, 'pilot user')} with keys ${orphaned === 1 ? 'has' : 'have'} keys of devices that are gone or disabled`;
  return privileged.length > 0
    ? `${lead}, ${privileged.length} of them privileged: ${listed(privileged)}.${open}`
    : `${lead}: ${listed(others)}.${open}`;
}

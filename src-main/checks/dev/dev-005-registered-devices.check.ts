import type { EntraDevice } from '../../../src-shared/model/evidence/entra';
import type { Verdict } from '../../evidence/derived/verdict';
import { type CheckResult, defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { summariseObjects } from '../summarise-objects';
import { computerObject, type PilotRegistrations, pilotRegistrations, registrationNeeds } from './pilot-registrations';

const day = 24 * 3_600_000;
const idleDays = 30;

export default defineCheck({
  id: 'DEV-005',
  revision: 1,
  why: 'A device that synchronisation made, but that never registered its key, holds no token; nor does a disabled one.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/faq',
    'https://learn.microsoft.com/troubleshoot/entra/entra-id/dir-dmns-obj/pending-devices',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: registrationNeeds,
  evaluate: (inputs, { scope }) => judgeDevices(pilotRegistrations(inputs, scope)),
  remediation: {
    task: 'Finish the registration of pending pilot devices.',
    steps: [
      'Run the task Automatic-Device-Join on the device, or sign in and out with sight of a domain controller.',
      'Enable a disabled device in Entra ID.',
      'Delete a device that stays pending, and let it register anew.',
    ],
    command: [
      'schtasks /run /tn "\\Microsoft\\Windows\\Workplace Join\\Automatic-Device-Join"',
      'dsregcmd /status',
    ].join('\n'),
    verify: 'The device shows a time under “Registered” and is enabled in Entra ID.',
    right: 'Local administrator; Cloud Device Administrator',
  },
});

function judgeDevices(view: PilotRegistrations): CheckResult {
  const tells = view.devices.some(({ registrationDateTime }) => registrationDateTime !== undefined);
  if (view.devices.length > 0 && !tells)
    return unknown('not-collected', {
      summary: 'No device of the list has registrationDateTime; the answer may have been saved without.',
    });
  const hybrid = view.computers.flatMap(({ computer, device }): readonly JudgedObject[] =>
    device === undefined ? [] : [{ ...computerObject(computer, view.evidenceId), ...judgeDevice(device, view.readAt) }],
  );
  const joined = view.joined.map(
    (device): JudgedObject => ({
      id: device.deviceId,
      kind: 'device',
      name: device.displayName,
      evidenceId: view.evidenceId,
      locate: device.deviceId,
      ...judgeDevice(device, view.readAt),
    }),
  );
  const objects = [...hybrid, ...joined];
  if (objects.length === 0 || view.isPilotUnknown)
    return unknown('not-collected', {
      summary: view.isPilotUnknown
        ? 'Which computers belong to the pilot was not read.'
        : 'No device of the pilot is in Entra ID yet, so there is nothing to judge; see DEV-001 and DIR-018.',
    });
  const result = judged(objects, {
    summary: summariseObjects(objects, {
      noun: 'device',
      fail: ['is pending or disabled', 'are pending or disabled'],
      warning: ['has not been in use for a month', 'have not been in use for a month'],
      fine: 'each is registered and enabled.',
    }),
  });
  return result.outcome === 'warning' ? { ...result, severity: 'low' } : result;
}

/** Registering writes the key of the device and the time at once, so the time stands for both. */
function judgeDevice(device: EntraDevice, readAt: number): Verdict {
  if (device.registrationDateTime === undefined)
    return { outcome: 'fail', note: 'Pending: it was synchronised and never registered.' };
  if (device.accountEnabled === false) return { outcome: 'fail', note: 'Disabled in Entra ID.' };
  if (device.accountEnabled === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'The list does not tell whether it is enabled.' };
  const idle = (readAt - Date.parse(device.approximateLastSignInDateTime ?? '')) / day;
  return idle > idleDays
    ? { outcome: 'warning', note: `Registered; last seen ${Math.floor(idle)} days before the list was read.` }
    : { outcome: 'pass', note: 'Registered and enabled.' };
}

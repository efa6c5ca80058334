import type { DeviceRegistrationService, RegisteredDevice } from '../../../src-shared/model/evidence/directory';
import { forestsInScope } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { normalDn } from '../../evidence/distinguished-name';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, notApplicable, unknown } from '../result';
import { countOf, listed } from '../wording';

const needs = ['ad.device-registration', 'ad.registered-devices?'] as const;
const day = 24 * 3_600_000;
const leastDays = 90;
const leastDevices = 10;

export default defineCheck({
  id: 'DEV-018',
  revision: 2,
  why: 'AD FS deletes device objects it has not seen for the maximum of inactive days, also of devices that are in use.',
  sources: [
    'https://learn.microsoft.com/powershell/module/adfs/set-adfsdeviceregistration',
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-control',
  ],
  outcomes: ['pass', 'warning', 'not-applicable'],
  needs,
  evaluate: judgeCleanup,
  remediation: {
    task: 'Keep AD FS from deleting active devices.',
    steps: [
      'Raise the limit to 90 days at least, or set 0 so that AD FS never deletes devices.',
      'Allow ten devices a user; people replace devices faster than the former ones are removed.',
    ],
    command: [
      'Get-AdfsDeviceRegistration',
      'Set-AdfsDeviceRegistration -MaximumInactiveDays 90',
      'Set-AdfsDeviceRegistration -DevicesPerUser 10',
    ].join('\n'),
    verify: '`Get-AdfsDeviceRegistration` shows MaximumInactiveDays 0 or at least 90.',
    revert: 'Set the former values with the same commands.',
    right: 'AD FS administrator with rights on the configuration partition',
  },
});

function judgeCleanup(inputs: Inputs<(typeof needs)[number]>, { scope }: CheckContext): CheckResult {
  const { records, absent } = forestsInScope(inputs['ad.device-registration'].records, scope);
  const objects = records.flatMap(({ id, data }) =>
    data.services.map(
      (service): JudgedObject => ({
        id: service.objectGuid ?? normalDn(service.distinguishedName),
        kind: 'directory-object',
        name: 'DeviceRegistrationService',
        evidenceId: id,
        locate: 'DeviceRegistrationService',
        ...judgeService(service),
      }),
    ),
  );
  if (objects.length === 0)
    return absent.length > 0
      ? unknown('not-collected', {
          summary: `The device registration configuration of ${listed(absent)} was not read.`,
        })
      : notApplicable({
          summary: 'There is no device registration service in AD, so nothing is cleaned up; see DEV-011.',
        });
  const [service] = records.flatMap(({ data }) => data.services);
  const inactive = inactiveDevices(inputs, service?.maximumInactivityDays);
  return judged(objects, {
    summary: `${listed([...new Set(objects.map(({ note }) => note.replace(/\.$/u, '')))])}. ${inactive}`.trim(),
    observations: records
      .flatMap(({ data }) => data.services)
      .flatMap(({ maximumInactivityDays, registrationQuota }) => [
        {
          label: 'Maximum of inactive days',
          observed: String(maximumInactivityDays ?? 'not returned'),
          expected: '0 or at least 90',
        },
        { label: 'Devices per user', observed: String(registrationQuota ?? 'not returned'), expected: 'at least 10' },
      ]),
  });
}

/** A quota of 0 sets no limit. */
function judgeService({ maximumInactivityDays: days, registrationQuota: quota }: DeviceRegistrationService): Verdict {
  if (days !== undefined && days > 0 && days < leastDays)
    return {
      outcome: 'warning',
      note: `AD FS deletes devices not seen for ${countOf(days, 'day')}; at least ${leastDays} are advised.`,
    };
  if (quota !== undefined && quota > 0 && quota < leastDevices)
    return {
      outcome: 'warning',
      note: `A user may register ${countOf(quota, 'device')}; at least ${leastDevices} are advised.`,
    };
  if (days === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'The maximum of inactive days was not returned.' };
  if (quota === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'The number of devices per user was not returned.' };
  return {
    outcome: 'pass',
    note: days === 0 ? 'AD FS never deletes devices.' : `AD FS deletes devices not seen for ${countOf(days, 'day')}.`,
  };
}

/** How many devices the clean-up would take now; nothing when it takes none or their activity was not read. */
function inactiveDevices(inputs: Inputs<(typeof needs)[number]>, days: number | undefined): string {
  if (days === undefined || days === 0) return '';
  const devices = inputs['ad.registered-devices'].records.flatMap(({ collectedAt, data }) =>
    data.devices.map((device) => ({ device, readAt: Date.parse(collectedAt) })),
  );
  const isInactive = ({ lastLogon }: RegisteredDevice, readAt: number): boolean =>
    lastLogon !== undefined && readAt - Date.parse(lastLogon) > days * day;
  const count = devices.filter(({ device, readAt }) => isInactive(device, readAt)).length;
  return count === 0
    ? ''
    : `${count} of ${countOf(devices.length, 'written-back device')} ${count === 1 ? 'was' : 'were'} not seen for longer.`;
}

import type { AdfsDeviceRegistrationSettings } from '../../../src-shared/model/evidence/adfs-settings';
import { sameDn } from '../../evidence/distinguished-name';
import { defineCheck } from '../define-check';
import { type FarmVerdict, judgeFarms, notReturned } from '../fed/judge-farms';

export default defineCheck({
  id: 'DEV-017',
  revision: 1,
  why: 'AD FS looks for devices where its registration settings say; settings that do not match the directory show a set-up that stopped half way.',
  sources: ['https://learn.microsoft.com/powershell/module/adfs/get-adfsdeviceregistration'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.device-registration-settings', 'ad.device-registration?'],
  evaluate({ 'adfs.device-registration-settings': settings, 'ad.device-registration': directory }) {
    const locations = directory.records.flatMap(({ data }) =>
      data.services.flatMap(({ deviceLocation }) => deviceLocation ?? []),
    );
    return judgeFarms(settings.records, ({ data }) => judgeSettings(data, locations));
  },
  remediation: {
    task: 'Finish device registration in AD FS.',
    steps: [
      'Prepare the directory on the primary AD FS server as Enterprise Admin.',
      'Do not enable on-premises device registration: this deployment leaves it off.',
    ],
    command: [
      'Initialize-ADDeviceRegistration -ServiceAccountName CONTOSO\\adfssvc$',
      'Get-AdfsDeviceRegistration',
    ].join('\n'),
    verify:
      '`Get-AdfsDeviceRegistration` shows IsDirectoryConfigured True and the container of the written-back devices.',
    revert: 'The prepared objects may stay.',
    right: 'Enterprise Admins',
  },
});

function judgeSettings(settings: AdfsDeviceRegistrationSettings, locations: readonly string[]): FarmVerdict {
  const { deviceLocation, isDirectoryConfigured } = settings;
  if (deviceLocation === undefined && isDirectoryConfigured === undefined)
    return notReturned('DeviceObjectLocation and IsDirectoryConfigured');
  const [expected] = locations;
  const isKnown = deviceLocation !== undefined && expected !== undefined;
  const matches = isKnown && locations.some((location) => sameDn(location, deviceLocation));
  const observations = [
    {
      label: 'Devices are looked for in',
      observed: deviceLocation ?? 'not set',
      ...(expected === undefined ? {} : { expected, matches }),
    },
    ...(isDirectoryConfigured === undefined
      ? []
      : [
          {
            label: 'IsDirectoryConfigured',
            observed: isDirectoryConfigured ? 'True' : 'False',
            expected: 'True',
            matches: isDirectoryConfigured,
          },
        ]),
  ];
  if (isKnown && !matches)
    return {
      outcome: 'fail',
      note: 'AD FS looks for devices in another container than the directory names.',
      observations,
    };
  if (isDirectoryConfigured === false)
    return {
      outcome: 'warning',
      severity: 'medium',
      note: 'AD FS says that the directory is not configured for device registration.',
      observations,
    };
  if (deviceLocation === undefined) return { ...notReturned('DeviceObjectLocation'), observations };
  if (!isKnown)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'AD FS names a container for devices, but whether the directory names the same one was not read.',
      observations,
    };
  return { outcome: 'pass', note: 'AD FS looks for devices where the directory says they are.', observations };
}

import type { DeviceRegistrationService, RegisteredDevices } from '../../../src-shared/model/evidence/directory';
import { forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { dnsNameOf, normalDn, sameDn } from '../../evidence/distinguished-name';
import { type Collected, defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unread } from '../result';
import { countOf } from '../wording';

type Containers = Collected<'ad.registered-devices'>;

export default defineCheck({
  id: 'DEV-011',
  revision: 1,
  why: 'AD FS and Entra Connect learn from this object where devices are stored; without it AD FS has no place to look for them.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-device-based-conditional-access-on-premises',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-dvrd',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.device-registration', 'ad.registered-devices?'],
  evaluate({ 'ad.device-registration': registration, 'ad.registered-devices': containers }, { scope }) {
    const forests = forestsInScope(registration.records, scope);
    const objects = [
      ...forests.records.flatMap((record) => judgeForest(record, containers)),
      ...forests.absent.map((name) =>
        unread(
          { id: `forest:${name}`, kind: 'forest', name },
          registration.gaps.find(({ target }) => isSameHost(target, name)),
        ),
      ),
    ];
    return judged(objects, {
      summary: objects.map(({ name, note }) => `${name}: ${note}`).join(' '),
      observations: forests.records.flatMap(({ target, data: { services } }) => [
        {
          label: `${target}: service objects`,
          observed: String(services.length),
          expected: '1',
          matches: services.length === 1,
        },
        ...services.flatMap((service) => observe(target, service)),
      ]),
    });
  },
  remediation: {
    task: 'Initialise device registration in the forest.',
    steps: [
      'On the primary AD FS server, as Enterprise Admin, initialise device registration for the AD FS service account and answer Y.',
      'On the Entra Connect server open “Configure device options”, choose “Configure device writeback” and select the forest.',
      'If there is more than one object, find the one that AD FS and Connect use by its device location and remove the others.',
    ],
    command: [
      'Initialize-ADDeviceRegistration -ServiceAccountName CONTOSO\\adfssvc$',
      "Get-ADObject -SearchBase ('CN=Device Registration Configuration,CN=Services,' + (Get-ADRootDSE).configurationNamingContext) -LDAPFilter '(objectClass=msDS-DeviceRegistrationService)' -Properties msDS-DeviceLocation, msDS-IsEnabled, msDS-CloudIsEnabled",
    ].join('\n'),
    verify:
      'The second command shows one object whose msDS-DeviceLocation exists and whose msDS-CloudIsEnabled is True.',
    revert: 'Switch device write-back off in the Connect wizard; the containers in AD can stay.',
    right: 'Enterprise Admins and AD FS administrator',
  },
});

function judgeForest(
  { target, id, data }: Evidence<'ad.device-registration'>,
  containers: Containers,
): readonly JudgedObject[] {
  const forest = { id: `forest:${normalHostName(target)}`, kind: 'forest', name: target, evidenceId: id } as const;
  const [only, ...others] = data.services;
  if (only === undefined) {
    const note = data.containerFound
      ? 'Device registration was prepared, but there is no device registration service object.'
      : 'Device registration was never initialised: its container does not exist.';
    return [{ ...forest, outcome: 'fail', note }];
  }
  if (others.length > 0) {
    return [
      {
        ...forest,
        outcome: 'fail',
        note: `There are ${countOf(data.services.length, 'device registration service object')} instead of one.`,
      },
    ];
  }
  const object = {
    kind: 'directory-object',
    name: `Device registration service of ${target}`,
    evidenceId: id,
    locate: only.distinguishedName,
  } as const;
  return [{ ...object, id: only.objectGuid ?? normalDn(only.distinguishedName), ...judgeService(only, containers) }];
}

type Verdict = Pick<JudgedObject, 'outcome' | 'note' | 'reason'>;

function judgeService({ deviceLocation, cloudIsEnabled }: DeviceRegistrationService, containers: Containers): Verdict {
  // The schema makes the attribute mandatory, so its absence means that it could not be read.
  if (deviceLocation === undefined)
    return { outcome: 'unknown', reason: 'access-denied', note: 'Its device location was not returned.' };
  const domain = dnsNameOf(deviceLocation);
  const record = containers.records.find(({ target }) => isSameHost(target, domain));
  if (record === undefined) {
    const gap = containers.gaps.find(({ target }) => isSameHost(target, domain));
    const note = `Whether its device location in ${domain} exists was not seen.`;
    return { outcome: 'unknown', reason: gap?.reason ?? 'not-collected', note };
  }
  if (!exists(record.data, deviceLocation))
    return { outcome: 'fail', note: `Its device location in ${domain} does not exist.` };
  if (cloudIsEnabled !== true) {
    return {
      outcome: 'warning',
      note: 'Its device location exists, but registration through the cloud (msDS-CloudIsEnabled) is not switched on.',
    };
  }
  return { outcome: 'pass', note: `There is one object; its device location in ${domain} exists.` };
}

const exists = ({ container }: RegisteredDevices, location: string): boolean =>
  container !== undefined && sameDn(container.distinguishedName, location);

const observe = (target: string, { deviceLocation, cloudIsEnabled }: DeviceRegistrationService) => [
  {
    label: `${target}: msDS-DeviceLocation`,
    observed: deviceLocation ?? 'not returned',
    expected: 'an existing container',
  },
  {
    label: `${target}: msDS-CloudIsEnabled`,
    observed: cloudIsEnabled === undefined ? 'not set' : String(cloudIsEnabled).toUpperCase(),
    expected: 'TRUE',
    matches: cloudIsEnabled === true,
  },
];

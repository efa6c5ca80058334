import { isClientMachine, shortName } from '../../evidence/derived/client-machines';
import { clientId, outOfScope } from '../../evidence/derived/clients';
import {
  judgeKeyDerivationUpdate,
  type WindowsVersion,
  windowsVersion,
} from '../../evidence/derived/key-derivation-update';
import {
  isEntraJoined,
  isHybridJoined,
  matchPilotDevices,
  sumPilotComputers,
} from '../../evidence/derived/pilot-devices';
import { printable } from '../../evidence/printable';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

const needs = ['host.system?', 'client.dsregcmd?', 'entra.devices?', 'ad.pilot-computers?'] as const;
type BuildInputs = Inputs<(typeof needs)[number]>;
type Scope = CheckContext['scope'];

interface Machine {
  readonly id: string;
  readonly name: string;
  readonly version: WindowsVersion;
  readonly evidenceId: string;
  readonly locate?: string;
}

/** Entra ID keeps the version of the last sign-in: that of a device nobody uses says nothing. */
const inUseFor = 90 * 24 * 3_600_000;

export default defineCheck({
  id: 'PRV-013',
  revision: 1,
  why: 'Entra ID stopped the first way of deriving the key of a token in 2021; a client without that update gets no token (error 5000611).',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/concept-primary-refresh-token',
    'https://msrc.microsoft.com/update-guide/vulnerability/CVE-2021-33781',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-oapxbc',
  ],
  outcomes: ['pass', 'fail'],
  needs,
  evaluate: (inputs, { scope, now }) => judgeMachines(machinesOf(inputs, scope, now), inputs),
  remediation: {
    task: 'Update the clients.',
    steps: [
      'Install the current cumulative update; a release without updates has to be replaced by one that has them.',
    ],
    command:
      "Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion' | Select-Object CurrentBuildNumber, UBR",
    verify: '`dsregcmd /status` shows AzureAdPrt : YES after locking and unlocking.',
    revert: 'Updates can be uninstalled; the client then gets no token again.',
    right: 'Administrator of the clients',
  },
});

function judgeMachines(machines: readonly Machine[], inputs: BuildInputs): CheckResult {
  const gaps = inputs['host.system'].gaps.filter(({ target }) =>
    inputs['client.dsregcmd'].records.some(({ data }) => shortName(data.deviceName) === shortName(target)),
  );
  const objects: readonly JudgedObject[] = [
    ...machines.map(
      ({ version, ...machine }) => ({ ...machine, kind: 'client', ...judgeKeyDerivationUpdate(version) }) as const,
    ),
    ...gaps.map((gap) => unread({ id: `client:${shortName(gap.target)}`, kind: 'client', name: gap.target }, gap)),
  ];
  const [gap] = [...inputs['host.system'].gaps, ...inputs['entra.devices'].gaps];
  if (objects.length === 0)
    return unknown(gap?.reason ?? 'not-collected', {
      summary: `No source told the release of Windows of a client of the pilot.${gap === undefined ? '' : ` ${gap.message}`}`,
    });
  return judged(objects, { summary: summarise(objects) });
}

function summarise(objects: readonly JudgedObject[]): string {
  const [bad, open] = [namesOf(objects, 'fail'), namesOf(objects, 'unknown')];
  const rest = open.length > 0 ? ` ${countOf(open.length, 'client')} could not be judged.` : '';
  if (bad.length > 0)
    return `${shareOf(bad.length, objects.length, 'client', ['lacks', 'lack'])} the update of July 2021: ${listed(bad)}.${rest}`;
  if (open.length > 0)
    return `Whether ${listed(open)} ${open.length === 1 ? 'has' : 'have'} the update of July 2021 is not known.`;
  return `${countOf(objects.length, 'client')} checked: each has the update of July 2021 or a later release.`;
}

/** Each client once: what it says of itself before what Entra ID keeps of it. */
function machinesOf(inputs: BuildInputs, scope: Scope, now: Date): readonly Machine[] {
  const foreign = new Set(
    inputs['client.dsregcmd'].records.flatMap(({ data }) =>
      outOfScope(data, scope) === undefined ? [] : [shortName(data.deviceName)],
    ),
  );
  const { computers, populationFound } = sumPilotComputers(
    inputs['ad.pilot-computers'].records.map(({ data }) => data),
  );
  const pilot = new Set(computers.map(({ name }) => name.toLowerCase()));
  const isMeant = (name: string): boolean =>
    !foreign.has(name) && (scope.pilotComputers.kind === 'all' || !populationFound || pilot.has(name));
  const byName = new Map<string, Machine>();
  for (const machine of [...cloudMachines(inputs, scope, now), ...printedMachines(inputs), ...ownMachines(inputs)])
    if (isMeant(shortName(machine.name))) byName.set(shortName(machine.name), machine);
  return [...byName.values()].sort((a, b) => a.id.localeCompare(b.id, 'en'));
}

const ownMachines = (inputs: BuildInputs): readonly Machine[] =>
  inputs['host.system'].records.flatMap(({ id, data }) => {
    const { host, build, revision } = data;
    if (!isClientMachine(data) || build === undefined) return [];
    const version = revision === undefined ? { build } : { build, revision };
    return [{ id: idOf(host, inputs), name: printable(host, 256), version, evidenceId: id, locate: String(build) }];
  });

const printedMachines = (inputs: BuildInputs): readonly Machine[] =>
  inputs['client.dsregcmd'].records.flatMap(({ id, data }) => {
    const version = windowsVersion(data.fields.OSVersion);
    return version === undefined
      ? []
      : [{ id: clientId(data), name: printable(data.deviceName, 256), version, evidenceId: id, locate: 'OSVersion' }];
  });

function cloudMachines(inputs: BuildInputs, scope: Scope, now: Date): readonly Machine[] {
  const { computers, populationFound } = sumPilotComputers(
    inputs['ad.pilot-computers'].records.map(({ data }) => data),
  );
  return inputs['entra.devices'].records.flatMap(({ id, data }) => {
    const hybrid =
      scope.pilotComputers.kind === 'all'
        ? data.devices.filter(isHybridJoined)
        : populationFound
          ? matchPilotDevices(computers, data.devices).flatMap(({ device }) => device ?? [])
          : [];
    const joined = [
      ...(scope.joinTypes.hybridJoined ? hybrid : []),
      ...(scope.joinTypes.entraJoined ? data.devices.filter(isEntraJoined) : []),
    ];
    return joined.flatMap((device) => {
      const version = windowsVersion(device.operatingSystemVersion);
      const lastUse = Date.parse(device.approximateLastSignInDateTime ?? '');
      const isUsed = device.accountEnabled !== false && !(now.getTime() - lastUse > inUseFor);
      if (version === undefined || !isUsed || !/windows/iu.test(device.operatingSystem ?? 'Windows')) return [];
      return [
        {
          id: device.deviceId,
          name: printable(device.displayName, 256),
          version,
          evidenceId: id,
          locate: device.deviceId,
        },
      ];
    });
  });
}

/** The device id where the client printed one, so that it is one object in all checks. */
function idOf(host: string, inputs: BuildInputs): string {
  const status = inputs['client.dsregcmd'].records.find(({ data }) => shortName(data.deviceName) === shortName(host));
  return status === undefined ? `client:${host.toLowerCase()}` : clientId(status.data);
}

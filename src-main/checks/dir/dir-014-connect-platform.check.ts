import type { HostRegistry, HostSystem } from '../../../src-shared/model/evidence/host';
import { isSameHost } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { registryIn } from '../../evidence/registry-values';
import { defineCheck } from '../define-check';
import { hostObject } from '../host-objects';
import { type JudgedObject, judged, unknown } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { listed } from '../wording';

/** .NET Framework 4.7.2. */
const dotNetFloor = 461_808;
/** Builds of Windows Server 2016 and 2019; from 2019 on TLS 1.2 is the default. */
const [release2016, release2019] = [14_393, 17_763];
const tls = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2';
const frameworks = [
  'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319',
  'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319',
] as const;

export default defineCheck({
  id: 'DIR-014',
  revision: 1,
  why: 'Entra Connect 2.x needs Windows Server 2016, .NET 4.7.2 and TLS 1.2; below that it can neither be updated nor reach the service.',
  sources: [
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-install-prerequisites',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-tls-enforcement',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['host.system', 'host.registry?', 'connect.server?'],
  roles: { 'host.system': ['connect'] },
  evaluate(inputs) {
    const servers = inputs['connect.server'].records.map(({ data }) => data.host);
    const systems = inputs['host.system'].records.filter(
      ({ data }) => data.role === 'connect' || servers.some((host) => isSameHost(host, data.host)),
    );
    if (systems.length === 0)
      return unknown('not-collected', { summary: 'The platform of no Entra Connect server was read.' });
    const unreadServers = servers.filter((host) => !systems.some(({ data }) => isSameHost(data.host, host)));
    const objects: readonly JudgedObject[] = [
      ...systems.map(({ id, data }) => {
        const registry = inputs['host.registry'].records.find((record) => isSameHost(record.data.host, data.host));
        return { ...hostObject(data.host), evidenceId: id, ...judgePlatform(data, registry?.data) };
      }),
      ...unreadServers.map(
        (host): JudgedObject => ({
          ...hostObject(host),
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'Its platform was not read.',
        }),
      ),
    ];
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'Entra Connect server',
        fail: ['does not meet the platform requirements', 'do not meet the platform requirements'],
        warning: ['leaves TLS settings to the defaults', 'leave TLS settings to the defaults'],
        fine: 'Windows, .NET and TLS 1.2 are as Entra Connect needs them.',
      }),
      observations: objects.map((object) => ({
        label: object.name,
        observed: object.note ?? '',
        expected: 'Windows Server 2016 or newer, .NET 4.7.2 or newer, TLS 1.2 on',
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Move Entra Connect to a current Windows Server.',
    steps: [
      'Move Entra Connect to a current Windows Server with a server in staging mode where the release is too old.',
      'Install .NET 4.8 and set the TLS values, then restart the server.',
    ],
    command: [
      ...frameworks.flatMap((key) => [
        `reg add "${key}" /v SchUseStrongCrypto /t REG_DWORD /d 1 /f`,
        `reg add "${key}" /v SystemDefaultTlsVersions /t REG_DWORD /d 1 /f`,
      ]),
      ...['Client', 'Server'].flatMap((side) => [
        `reg add "${tls}\\${side}" /v Enabled /t REG_DWORD /d 1 /f`,
        `reg add "${tls}\\${side}" /v DisabledByDefault /t REG_DWORD /d 0 /f`,
      ]),
    ].join('\n'),
    verify: 'The values are set after the restart, and the next synchronisation succeeds.',
    revert: 'Delete the values that were added, and restart.',
    right: 'Administrator of the Connect server',
  },
});

function judgePlatform({ build, dotNetRelease }: HostSystem, registry: HostRegistry | undefined): Verdict {
  const view = registry === undefined ? undefined : registryIn(registry);
  const off = ['Client', 'Server'].filter(
    (side) =>
      view?.numberAt(`${tls}\\${side}`, 'Enabled') === 0 ||
      (view?.numberAt(`${tls}\\${side}`, 'DisabledByDefault') ?? 0) !== 0,
  );
  const faults = [
    ...(build !== undefined && build < release2016 ? [`build ${build} is older than Windows Server 2016`] : []),
    ...(dotNetRelease !== undefined && dotNetRelease < dotNetFloor ? ['.NET is older than 4.7.2'] : []),
    ...(off.length > 0 ? [`TLS 1.2 is switched off (${listed(off)})`] : []),
  ];
  if (faults.length > 0) return { outcome: 'fail', note: `${sentenceCase(listed(faults))}.` };
  const missing = [
    ...(build === undefined ? ['the release of Windows'] : []),
    ...(dotNetRelease === undefined ? ['the release of .NET'] : []),
    ...(view === undefined ? ['the registry values about TLS'] : []),
  ];
  if (build === undefined || view === undefined || missing.length > 0)
    return { outcome: 'unknown', reason: 'not-collected', note: `Not read: ${listed(missing)}.` };
  const wanted = frameworks.flatMap((key) =>
    ['SchUseStrongCrypto', 'SystemDefaultTlsVersions'].map((name) => [key, name] as const),
  );
  const unasked = wanted.filter(([key, name]) => view.numberAt(key, name) === undefined && !view.isAbsent(key, name));
  if (unasked.length > 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The values about .NET and TLS were not among those read.',
    };
  const unset = wanted.filter(([key, name]) => view.numberAt(key, name) !== 1);
  if (unset.length === 0) return { outcome: 'pass', note: 'Windows, .NET and TLS 1.2 are as needed.' };
  const names = listed([...new Set(unset.map(([, name]) => name))]);
  return build >= release2019
    ? {
        outcome: 'warning',
        note: `${names} ${unset.length === 1 ? 'is' : 'are'} not set; the default of this release is right.`,
      }
    : {
        outcome: 'warning',
        note: `${names} ${unset.length === 1 ? 'is' : 'are'} not set, which this release does not do by itself.`,
      };
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

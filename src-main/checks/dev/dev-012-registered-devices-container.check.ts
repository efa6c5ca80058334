import type { EntraDevices } from '../../../src-shared/model/evidence/entra';
import { domainsInScope, forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { dnsNameOf, normalDn, sameDn } from '../../evidence/distinguished-name';
import { type Collected, defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf } from '../wording';

/** Write-back may take this long (Connect's documentation). */
const writeBackHours = 3;
const hour = 3_600_000;
const containerClass = 'msds-devicecontainer';

type Containers = Collected<'ad.registered-devices'>;
type Container = Evidence<'ad.registered-devices'>;

export default defineCheck({
  id: 'DEV-012',
  revision: 1,
  why: 'Devices are written back into this container; where it is missing or of another class nothing can be written.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-device-based-conditional-access-on-premises',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-dvrd',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.registered-devices', 'ad.device-registration', 'ad.partitions?', 'entra.devices?'],
  evaluate(inputs, { scope }) {
    const containers = inputs['ad.registered-devices'];
    const forests = forestsInScope(inputs['ad.device-registration'].records, scope);
    const locations = [
      ...new Map(forests.records.flatMap(locationsOf).map((location) => [normalDn(location), location])).values(),
    ];
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const inScope = {
      records: containers.records.filter(({ target }) => domains.includes(target)),
      gaps: containers.gaps,
    };
    const isNamed = forests.records.some(({ data }) => data.services.length > 0);
    const objects = [
      ...(locations.length > 0
        ? locations.map((location) => judgeLocation(location, containers, inputs['entra.devices'].records))
        : judgeUnnamed(inScope, isNamed)),
      ...forests.absent.map((name) => unread({ id: `forest:${name}`, kind: 'forest', name }, undefined)),
    ];
    if (objects.length === 0)
      return unknown('not-collected', {
        summary: 'The domains in scope were not read for their container of registered devices.',
      });
    return judged(objects, {
      summary: objects.map(({ name, note }) => `${name}: ${note}`).join(' '),
      observations: containers.records.map(({ target, data }) => ({
        label: `CN=RegisteredDevices of ${target}`,
        observed:
          data.container === undefined
            ? 'absent'
            : `${data.container.objectClasses.at(-1) ?? 'no class'}, ${countOf(data.devices.length, 'device')}`,
        ...(locations.some((location) => isSameHost(dnsNameOf(location), target))
          ? { expected: 'msDS-DeviceContainer' }
          : {}),
      })),
    });
  },
  remediation: {
    task: 'Create the container for registered devices.',
    steps: [
      'On the primary AD FS server, as Enterprise Admin, initialise device registration; it makes the container.',
      'On the Entra Connect server open “Configure device options”, choose “Configure device writeback”, select the forest and the domain of the container.',
      'Let a synchronisation cycle run and wait up to three hours for the first devices.',
    ],
    command: [
      'Initialize-ADDeviceRegistration -ServiceAccountName CONTOSO\\adfssvc$',
      "Get-ADObject -LDAPFilter '(objectClass=msDS-DeviceContainer)' -Properties objectClass",
      'Start-ADSyncSyncCycle -PolicyType Delta',
    ].join('\n'),
    verify:
      "`Get-ADObject -SearchBase 'CN=RegisteredDevices,DC=contoso,DC=com' -LDAPFilter '(objectClass=msDS-Device)'` lists devices.",
    revert: 'Switch device write-back off in the Connect wizard; an empty container does no harm.',
    right: 'Enterprise Admins, AD FS administrator and administrator of the Connect server',
  },
});

const locationsOf = ({ data }: Evidence<'ad.device-registration'>): readonly string[] =>
  data.services.flatMap(({ deviceLocation }) => deviceLocation ?? []);

const domainObject = (domain: string) =>
  ({ id: `domain:${normalHostName(domain)}`, kind: 'domain', name: domain }) as const;

function judgeLocation(
  location: string,
  containers: Containers,
  entra: readonly { readonly data: EntraDevices }[],
): JudgedObject {
  const domain = dnsNameOf(location);
  const object = { ...domainObject(domain), id: `container:${normalDn(location)}` };
  const record = containers.records.find(({ target }) => isSameHost(target, domain));
  if (record === undefined)
    return unread(
      object,
      containers.gaps.find(({ target }) => isSameHost(target, domain)),
    );
  const found = { ...object, evidenceId: record.id, locate: location };
  const { container, devices } = record.data;
  if (container === undefined)
    return { ...found, outcome: 'fail', note: 'The container RegisteredDevices does not exist.' };
  if (!sameDn(container.distinguishedName, location)) {
    return {
      ...found,
      outcome: 'fail',
      note: 'The container RegisteredDevices is not the place the device registration service names.',
    };
  }
  if (!isDeviceContainer(record))
    return { ...found, outcome: 'fail', note: 'RegisteredDevices exists, but it is not a device container.' };
  if (devices.length > 0)
    return { ...found, outcome: 'pass', note: `The container exists and holds ${countOf(devices.length, 'device')}.` };
  return { ...found, ...judgeEmpty(entra, Date.parse(record.collectedAt)) };
}

const isDeviceContainer = ({ data }: Container): boolean =>
  data.container?.objectClasses.some((name) => name.toLowerCase() === containerClass) === true;

/** An empty container is right only where no device has been waiting for longer than write-back takes, at the time AD was read. */
function judgeEmpty(
  entra: readonly { readonly data: EntraDevices }[],
  readAt: number,
): Pick<JudgedObject, 'outcome' | 'note' | 'reason'> {
  const devices = entra.flatMap(({ data }) => data.devices);
  const waiting = devices.filter(
    ({ trustType, registrationDateTime }) =>
      ['serverad', 'azuread'].includes(trustType.toLowerCase()) &&
      registrationDateTime !== undefined &&
      readAt - Date.parse(registrationDateTime) > writeBackHours * hour,
  );
  if (waiting.length > 0) {
    return {
      outcome: 'warning',
      note: `The container is empty although ${countOf(waiting.length, 'device')} registered more than ${writeBackHours} hours before it was read.`,
    };
  }
  if (entra.length === 0 || entra.some(({ data }) => !data.complete)) {
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The container is empty, and whether there are devices to write back was not seen.',
    };
  }
  return { outcome: 'pass', note: 'The container exists; it is empty because there is no device to write back yet.' };
}

/**
 * Nothing names the container: there is no device registration service (a check of its own), or its location was not returned. One container in any domain
 * would do, so a domain that was not read leaves the question open.
 */
function judgeUnnamed({ records, gaps }: Containers, isNamed: boolean): readonly JudgedObject[] {
  const holders = records.filter(({ data }) => data.container !== undefined);
  if (holders.length === 0 && gaps.length > 0) return gaps.map((gap) => unread(domainObject(gap.target), gap));
  return (holders.length > 0 ? holders : records).map((record) => {
    const object = { ...domainObject(record.target), evidenceId: record.id };
    if (record.data.container === undefined)
      return { ...object, outcome: 'fail', note: 'The container RegisteredDevices does not exist.' };
    if (!isDeviceContainer(record))
      return { ...object, outcome: 'fail', note: 'RegisteredDevices exists, but it is not a device container.' };
    if (isNamed)
      return {
        ...object,
        outcome: 'unknown',
        reason: 'access-denied',
        note: 'The container exists, but where devices are to be stored was not returned.',
      };
    return {
      ...object,
      outcome: 'warning',
      note: 'The container exists, but no device registration service names it.',
    };
  });
}

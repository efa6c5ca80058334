import type { PilotComputer } from '../../../src-shared/model/evidence/directory';
import type { HostSystem } from '../../../src-shared/model/evidence/host';
import type { Scope } from '../../../src-shared/model/scope';
import { isServerName } from '../../evidence/derived/client-support';
import { domainsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { domainRid } from '../../knowledge/well-known-principals';
import { type CheckResult, defineCheck, type Evidence, type Inputs } from '../define-check';
import { hostObject } from '../host-objects';
import { type JudgedObject, judged, ofTotal, unknown } from '../result';
import { summariseObjects } from '../summarise-objects';

/** `ProductType` of Windows. */
const productType = { controller: 2, server: 3 } as const;
const controllerGroups: readonly number[] = [domainRid.domainControllers, domainRid.readOnlyControllers];
/** `EditionID` of Windows Home in its variants. */
const homeEdition = /^core(?:n|singlelanguage|countryspecific)?$/iu;
/** `EditionID` of Windows Enterprise multi-session, which only virtual desktops run. */
const multiSessionEdition = 'serverrdsh';

const needs = ['ad.pilot-computers', 'host.system?', 'ad.partitions?'] as const;
type ComputerInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'DEV-022',
  revision: 1,
  why: 'Domain controllers, Server Core, Windows Home and a TPM 1.2 cannot join or hold a Hello key as wanted; policies that reach them only make errors.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/hybrid-join-plan'],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || { reason: 'No hybrid joined devices are in scope, and only their computers are in AD.' },
  evaluate: (inputs, { scope }) => judgeComputers(inputs, scope),
  remediation: {
    task: 'Take devices out of the pilot that cannot use Hello.',
    steps: [
      'Take servers and domain controllers out of the group or unit of the pilot.',
      'Replace Windows Home by Pro, Enterprise or Education.',
      'Bring a TPM 1.2 to 2.0 in the firmware, or replace the device; then join it anew.',
      'Leave non-persistent virtual desktops out.',
    ],
    command: ['Get-Tpm', 'tpmtool getdeviceinformation', 'dsregcmd /leave; dsregcmd /join'].join('\n'),
    verify: '`tpmtool getdeviceinformation` shows TPM version 2.0, and the pilot holds clients only.',
    revert: 'Add the computers to the group again.',
    right: 'Owner of the pilot group; local administrator of the devices',
    risk: '`dsregcmd /leave` removes the Hello container of the user on that device.',
  },
});

function judgeComputers(inputs: ComputerInputs, scope: Scope): CheckResult {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const pilot = inputs['ad.pilot-computers'].records.filter(
    ({ target, data }) => domains.includes(target) && data.populationFound,
  );
  const systems = systemsByName(inputs['host.system'].records);
  const isNamed = scope.pilotComputers.kind !== 'all';
  const pairs = pilot.flatMap(({ id, data }) =>
    data.computers.map((computer) => ({ computer, id, system: systemOf(computer, systems) })),
  );
  const matched = new Set(pairs.flatMap(({ system }) => system?.id ?? []));
  const others = inputs['host.system'].records
    .filter(({ id, data }) => data.role === 'client' && !matched.has(id))
    .map(({ id, data }): JudgedObject => ({ ...hostObject(data.host), evidenceId: id, ...judgeSystem(data, isNamed) }));
  const objects = [...pairs.map(({ computer, id, system }) => judgeComputer(computer, id, system, isNamed)), ...others];
  if (objects.length === 0)
    return unknown('not-collected', { summary: 'No pilot computer was found, so its type cannot be judged.' });
  const withTpm = pairs.filter(({ system }) => system?.data.tpm?.specification !== undefined).length;
  const everybody = isNamed
    ? ''
    : ' The pilot of this assessment is every computer; name the group or unit that goes first.';
  const isClean = objects.every(({ outcome }) => outcome === 'pass');
  return judged(objects, {
    summary: `${summariseObjects(objects, {
      noun: 'computer',
      fail: ['is of a type that cannot take part', 'are of types that cannot take part'],
      warning: ['is of a type that should not take part', 'are of types that should not take part'],
      fine: `all run Windows for clients; the TPM was read on ${ofTotal(withTpm, pairs.length)}.`,
    })}${isClean ? '' : everybody}`,
    observations: [
      { label: 'Computers whose TPM was read', observed: ofTotal(withTpm, pairs.length) },
      { label: 'Non-persistent virtual desktops', observed: 'cannot be told from the directory; ask who runs them' },
    ],
  });
}

/** NetBIOS name, by which AD and the machine itself agree. */
const shortName = (host: string): string => normalHostName(host).split('.')[0] ?? '';

type Systems = ReadonlyMap<string, readonly Evidence<'host.system'>[]>;

function systemsByName(records: readonly Evidence<'host.system'>[]): Systems {
  const byName = new Map<string, Evidence<'host.system'>[]>();
  for (const record of records) {
    const name = shortName(record.data.host);
    byName.set(name, [...(byName.get(name) ?? []), record]);
  }
  return byName;
}

/** What was collected on a computer; one of the same name in another domain is another computer. */
const systemOf = ({ name, dnsHostName }: PilotComputer, systems: Systems): Evidence<'host.system'> | undefined =>
  systems
    .get(shortName(name))
    ?.find(({ data: { host } }) => dnsHostName === undefined || !host.includes('.') || isSameHost(host, dnsHostName));

function judgeComputer(
  computer: PilotComputer,
  evidenceId: string,
  record: Evidence<'host.system'> | undefined,
  isNamed: boolean,
): JudgedObject {
  const object = {
    id: computer.objectSid,
    kind: 'computer',
    name: computer.name,
    evidenceId,
    locate: computer.name,
  } as const;
  if (computer.primaryGroupId !== undefined && controllerGroups.includes(computer.primaryGroupId))
    return { ...object, ...excluded(isNamed, 'A domain controller.') };
  const own = record === undefined ? undefined : judgeSystem(record.data, isNamed);
  if (own !== undefined && own.outcome !== 'unknown') return { ...object, ...own };
  return { ...object, ...judgeName(computer.operatingSystem) };
}

/** What nobody put into the pilot on purpose only shows that no pilot was named. */
const excluded = (isNamed: boolean, note: string): Verdict => ({ outcome: isNamed ? 'fail' : 'warning', note });

function judgeSystem({ productType: type, isServerCore, edition, tpm }: HostSystem, isNamed: boolean): Verdict {
  if (type === productType.controller) return excluded(isNamed, 'A domain controller.');
  if (isServerCore === true) return excluded(isNamed, 'A server without desktop (Server Core).');
  if (edition?.toLowerCase() === multiSessionEdition)
    return { outcome: 'warning', note: 'Windows Enterprise multi-session, a virtual desktop of several users.' };
  if (type === productType.server) return { outcome: 'warning', note: 'A server; Hello is for clients.' };
  if (edition !== undefined && homeEdition.test(edition))
    return { outcome: 'fail', note: 'Windows Home, which joins no domain.' };
  if (tpm?.specification?.startsWith('1.2') === true)
    return {
      outcome: 'warning',
      note: 'Its TPM is of version 1.2, which hybrid join does not use since Windows 10 1903.',
    };
  if (type === undefined && edition === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'Its edition was not returned.' };
  return { outcome: 'pass', note: 'Windows for clients.' };
}

/** A client in a domain is no Windows Home, whatever its name in the language of its maker says: that edition joins none. */
function judgeName(operatingSystem: string | undefined): Verdict {
  if (operatingSystem === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'Its operatingSystem is empty or was not returned.' };
  if (isServerName(operatingSystem))
    return { outcome: 'warning', note: 'A server; Hello is for clients, and Server Core cannot join at all.' };
  return /windows/iu.test(operatingSystem)
    ? { outcome: 'pass', note: 'Windows for clients, in a domain and so no Home edition.' }
    : { outcome: 'warning', note: 'Not Windows, so neither hybrid join nor Hello is there.' };
}

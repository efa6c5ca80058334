import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { PilotComputers } from '../../../src-shared/model/evidence/directory';
import type { Scope } from '../../../src-shared/model/scope';
import { guidFromText } from '../guid';
import { isBelow, isSameHost, normalHostName } from './forest-scope';

/** `YES` and `NO` are the same in every display language; anything else, and a missing label, is no answer. */
export function answerOf({ fields }: DsregcmdStatus, label: string): boolean | undefined {
  const value = fields[label]?.toUpperCase();
  if (value === 'YES') return true;
  return value === 'NO' ? false : undefined;
}

/** Stable across runs: the device id when the client has one, else its name. */
export const clientId = ({ fields, deviceName }: DsregcmdStatus): string =>
  guidFromText(fields.DeviceId ?? '') ?? `client:${normalHostName(deviceName)}`;

/** Cloned machines share a device id; then the name tells their objects apart. */
export function withDistinctIds<T extends { readonly id: string; readonly name: string }>(
  objects: readonly T[],
): readonly T[] {
  const counts = new Map<string, number>();
  for (const { id } of objects) counts.set(id, (counts.get(id) ?? 0) + 1);
  return objects.map((object) =>
    (counts.get(object.id) ?? 0) > 1 ? { ...object, id: `${object.id}:${object.name.toLowerCase()}` } : object,
  );
}

/**
 * `hybrid` is what a domain-joined client is meant to be even while its join fails; `undecided` = neither joined to Entra ID nor to a domain, or the part
 * “Device State” is missing.
 */
export type JoinType = 'hybrid' | 'entra' | 'undecided';

export function joinTypeOf(status: DsregcmdStatus): JoinType {
  if (answerOf(status, 'DomainJoined') === true) return 'hybrid';
  return answerOf(status, 'AzureAdJoined') === true && answerOf(status, 'DomainJoined') === false
    ? 'entra'
    : 'undecided';
}

/** Sentence when the client is outside the join types of the scope. */
export function outOfScope(status: DsregcmdStatus, { joinTypes }: Scope): string | undefined {
  const type = joinTypeOf(status);
  if (type === 'hybrid' && !joinTypes.hybridJoined) return 'A domain member; hybrid joined devices are not in scope.';
  if (type === 'entra' && !joinTypes.entraJoined) return 'Entra joined; such devices are not in scope.';
  return undefined;
}

interface PilotRecord {
  readonly target: string;
  readonly data: PilotComputers;
}

/**
 * Whether the client is known not to belong to the pilot: a pilot was named, it was found, the client's domain was read, and the client is not in it. When
 * any of this is not certain the client counts as part of the pilot.
 */
export const isOutsidePilot = (status: DsregcmdStatus, pilot: readonly PilotRecord[], scope: Scope): boolean =>
  joinTypeOf(status) === 'hybrid' && isHostOutsidePilot(status.deviceName, pilot, scope);

/** The same for a machine of which only the name is known. */
export function isHostOutsidePilot(host: string, pilot: readonly PilotRecord[], scope: Scope): boolean {
  if (scope.pilotComputers.kind === 'all') return false;
  const name = normalHostName(host);
  const ofDomain = pilot.filter(({ target }) => !name.includes('.') || isBelow(name, target));
  if (ofDomain.length === 0 || !pilot.some(({ data }) => data.populationFound)) return false;
  return !ofDomain.some(({ data }) => data.computers.some((computer) => isSameComputer(computer, name)));
}

/** dsregcmd prints the full name of a domain member, older builds the short one. */
export const isSameComputer = (
  computer: { readonly name: string; readonly dnsHostName?: string },
  clientName: string,
): boolean =>
  (clientName.includes('.') && computer.dnsHostName !== undefined && isSameHost(computer.dnsHostName, clientName)) ||
  ((!clientName.includes('.') || computer.dnsHostName === undefined) &&
    isSameHost(computer.name, clientName.split('.')[0] ?? ''));

/** The Hello container of the user exists; dsregcmd then no longer prints its prerequisite check. */
export const isProvisioned = (status: DsregcmdStatus): boolean => answerOf(status, 'NgcSet') === true;

export const hasPrerequisiteCheck = ({ fields }: DsregcmdStatus): boolean =>
  fields.PreReqResult !== undefined || fields.IsDeviceJoined !== undefined;

/** Why the output says nothing about the user who will sign in; undefined when it does. */
export function unusableCapture(status: DsregcmdStatus): string | undefined {
  if (answerOf(status, 'SessionIsNotRemote') === false)
    return 'Captured in a remote session, where Windows does not provision; run it again at the console.';
  const account = status.fields['Executing Account Name']?.split(',')[0]?.trim() ?? '';
  if (account.endsWith('$') || status.fields['User Context']?.toUpperCase() === 'SYSTEM') {
    return 'Run by the computer itself, not by the user; run it again in the session of the user.';
  }
  return undefined;
}

/** `2026-11-20 07:12:33.000 UTC` in milliseconds; undefined when it is no such time. */
export function clientTime(text: string | undefined): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d{1,7})? UTC$/u.exec(text ?? '');
  const time = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}Z`);
  return Number.isNaN(time) ? undefined : time;
}

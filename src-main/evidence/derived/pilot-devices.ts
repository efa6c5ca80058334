import type { PilotComputer, PilotComputers, RegisteredDevice } from '../../../src-shared/model/evidence/directory';
import type { EntraDevice } from '../../../src-shared/model/evidence/entra';
import { writtenBackId } from './key-devices';

/** A computer of the pilot and the device it became in Entra ID, if it did. */
export interface PilotDevice {
  readonly computer?: PilotComputer;
  readonly device?: EntraDevice;
}

export const isHybridJoined = ({ trustType }: EntraDevice): boolean => trustType.toLowerCase() === 'serverad';

export const isEntraJoined = ({ trustType }: EntraDevice): boolean => trustType.toLowerCase() === 'azuread';

/** Pilot computers of several domains and whether any domain knows the population. */
export function sumPilotComputers(domains: readonly PilotComputers[]): {
  readonly computers: readonly PilotComputer[];
  readonly populationFound: boolean;
} {
  const found = domains.filter(({ populationFound }) => populationFound);
  return { computers: found.flatMap(({ computers }) => computers), populationFound: found.length > 0 };
}

/**
 * Finds the hybrid joined device of each computer: by SID, else by its objectGUID, which a hybrid joined device has as its id, else by display name; the
 * latter two among devices that name no SID. Of several the one registered last counts, because a computer that joins again leaves its former device behind.
 */
export function matchPilotDevices(
  computers: readonly PilotComputer[],
  devices: readonly EntraDevice[],
): readonly PilotDevice[] {
  const bySid = new Map<string, EntraDevice>();
  const byName = new Map<string, EntraDevice>();
  const byId = new Map<string, EntraDevice>();
  for (const device of devices.filter(isHybridJoined)) {
    const sid = device.onPremisesSecurityIdentifier;
    if (sid === undefined) byId.set(device.deviceId, device);
    const [index, key] = sid === undefined ? [byName, device.displayName.toLowerCase()] : [bySid, sid.toUpperCase()];
    const known = index.get(key);
    if (known === undefined || (known.registrationDateTime ?? '') < (device.registrationDateTime ?? ''))
      index.set(key, device);
  }
  return computers.map((computer) => {
    const device =
      bySid.get(computer.objectSid.toUpperCase()) ??
      byId.get(computer.objectGuid) ??
      byName.get(computer.name.toLowerCase());
    return device === undefined ? { computer } : { computer, device };
  });
}

/** Ids of written-back devices, lower case. */
export const writtenBackIds = (devices: readonly RegisteredDevice[]): ReadonlySet<string> =>
  new Set(devices.flatMap((device) => writtenBackId(device) ?? []));

import type { PilotComputer } from '../../../src-shared/model/evidence/directory';
import type { EntraDevice } from '../../../src-shared/model/evidence/entra';
import type { Scope } from '../../../src-shared/model/scope';
import { isServerName } from '../../evidence/derived/client-support';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import {
  isEntraJoined,
  matchPilotDevices,
  type PilotDevice,
  sumPilotComputers,
} from '../../evidence/derived/pilot-devices';
import type { Inputs } from '../define-check';
import type { JudgedObject } from '../result';

export const registrationNeeds = ['entra.devices', 'ad.pilot-computers?', 'ad.partitions?'] as const;
export type RegistrationInputs = Inputs<(typeof registrationNeeds)[number]>;

export interface PilotRegistrations {
  /** Computers of the pilot with their device; empty when hybrid join is not in scope. */
  readonly computers: readonly (PilotDevice & { readonly computer: PilotComputer })[];
  /** Hybrid join is in scope, but who the pilot computers are was not read. */
  readonly isPilotUnknown: boolean;
  /** Entra joined devices, when these are in scope: which of them belong to the pilot is in no directory. */
  readonly joined: readonly EntraDevice[];
  readonly devices: readonly EntraDevice[];
  readonly isComplete: boolean;
  readonly evidenceId: string;
  /** When the list was read, milliseconds. */
  readonly readAt: number;
}

/** The pilot beside the devices of the tenant. */
export function pilotRegistrations(inputs: RegistrationInputs, scope: Scope): PilotRegistrations {
  const lists = inputs['entra.devices'].records;
  const devices = lists.flatMap(({ data }) => data.devices);
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const pilot = inputs['ad.pilot-computers'].records.filter(({ target }) => domains.includes(target));
  const { computers, populationFound } = sumPilotComputers(pilot.map(({ data }) => data));
  const clients = computers.filter(({ operatingSystem }) => !isServerName(operatingSystem ?? ''));
  const { hybridJoined, entraJoined } = scope.joinTypes;
  return {
    computers: hybridJoined
      ? matchPilotDevices(clients, devices).flatMap(({ computer, device }) =>
          computer === undefined ? [] : [{ computer, ...(device === undefined ? {} : { device }) }],
        )
      : [],
    isPilotUnknown: hybridJoined && (!populationFound || inputs['ad.pilot-computers'].gaps.length > 0),
    joined: entraJoined ? devices.filter(isEntraJoined) : [],
    devices,
    isComplete: lists.every(({ data }) => data.complete),
    evidenceId: lists[0]?.id ?? '',
    readAt: Math.min(...lists.map(({ collectedAt }) => Date.parse(collectedAt))),
  };
}

export const computerObject = (
  { objectSid, name }: PilotComputer,
  evidenceId: string,
): Pick<JudgedObject, 'id' | 'kind' | 'name' | 'evidenceId' | 'locate'> => ({
  id: objectSid,
  kind: 'computer',
  name,
  evidenceId,
  locate: name,
});

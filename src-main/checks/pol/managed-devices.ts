import type { Scope } from '../../../src-shared/model/scope';
import { isEntraJoined } from '../../evidence/derived/pilot-devices';
import type { Inputs } from '../define-check';
import { type JudgedObject, unread } from '../result';

export const managedDeviceNeeds = ['entra.devices?', 'intune.managed-devices?'] as const;
type ManagedDeviceInputs = Inputs<(typeof managedDeviceNeeds)[number]>;

const entraJoinedDevices = { id: 'entra-joined-devices', kind: 'device', name: 'Entra joined devices' } as const;
/** Values of `managementAgent` (Microsoft Graph, managementAgentType) that take policies of Intune. */
const intuneAgent = /mdm|intuneclient/iu;

/**
 * Whether Intune manages each Entra joined device; group policy does not reach them. Which of them belong to the pilot is known only when everybody does:
 * else a device without management is a warning.
 */
export function judgeManagedDevices(
  { 'entra.devices': joined, 'intune.managed-devices': managed }: ManagedDeviceInputs,
  scope: Scope,
): readonly JudgedObject[] {
  const list = managed.records[0]?.data;
  if (joined.records.length === 0 || list === undefined)
    return [unread(entraJoinedDevices, joined.gaps[0] ?? managed.gaps[0])];
  const agents = new Map(list.devices.map((device) => [device.azureAdDeviceId.toLowerCase(), device.managementAgent]));
  const isPilot = scope.pilotComputers.kind === 'all';
  const objects = joined.records.flatMap(({ id, data }) =>
    data.devices.filter(isEntraJoined).map(({ deviceId, displayName }): JudgedObject => {
      const device = { id: deviceId, kind: 'device', name: displayName, evidenceId: id, locate: deviceId } as const;
      const agent = agents.get(deviceId);
      if (agent !== undefined && intuneAgent.test(agent))
        return { ...device, outcome: 'pass', note: `Intune manages the device (${agent}).` };
      if (agent === undefined && !list.complete)
        return {
          ...device,
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'The list of managed devices is cut off.',
        };
      const note =
        agent === undefined ? 'Intune does not manage the device.' : `The device is managed by ${agent} only.`;
      return isPilot
        ? { ...device, outcome: 'fail', note }
        : { ...device, outcome: 'warning', note: `${note} Whether it belongs to the pilot is not known.` };
    }),
  );
  const isEveryDeviceRead = joined.records.every(({ data }) => data.complete);
  return isEveryDeviceRead
    ? objects
    : [
        ...objects,
        { ...entraJoinedDevices, outcome: 'unknown', reason: 'not-collected', note: 'The list of devices is cut off.' },
      ];
}

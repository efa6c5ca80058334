import type { RegisteredDevice } from '../../../src-shared/model/evidence/directory';
import type { EntraDevice } from '../../../src-shared/model/evidence/entra';
import { firstNameOf } from '../distinguished-name';
import { guidFromText } from '../guid';

/** Id of a written-back device; one whose `msDS-DeviceID` was not returned is named by its RDN, which is the same GUID. */
export const writtenBackId = ({ deviceId, distinguishedName }: RegisteredDevice): string | undefined =>
  deviceId ?? guidFromText(firstNameOf(distinguishedName));

/** What became of the device a key was made on; `absent` = in no list that was read, `untold` = whether it is enabled was not returned. */
export type DeviceState = 'enabled' | 'disabled' | 'cloud-only' | 'absent' | 'untold';

/** Tells the state of a device by its id. A device that is not written back may still be in use: then the list of Entra ID knows it. */
export function deviceStates(
  written: readonly RegisteredDevice[],
  cloud: readonly EntraDevice[],
): (deviceId: string) => DeviceState {
  const inDirectory = new Map(written.map((device) => [writtenBackId(device), device.isEnabled ?? 'untold']));
  const inCloud = new Map(cloud.map(({ deviceId, accountEnabled }) => [deviceId, accountEnabled ?? 'untold']));
  return (deviceId) => {
    const [directory, tenant] = [inDirectory.get(deviceId), inCloud.get(deviceId)];
    if (directory === false || tenant === false) return 'disabled';
    if (directory === 'untold' || (directory === undefined && tenant === 'untold')) return 'untold';
    if (directory === true) return 'enabled';
    return tenant === true ? 'cloud-only' : 'absent';
  };
}

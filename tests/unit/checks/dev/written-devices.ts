import type { EvidenceHeader } from '../../../../src-shared/model/evidence';
import type { RegisteredDevice } from '../../../../src-shared/model/evidence/directory';
import { record } from '../check-cases';
import { forest, guid } from '../contoso';
import { deviceLocation } from './device-registration';

export const thumbprintOf = (number: number): string => String(number).padStart(40, 'A');

/** A device as write-back makes it; `number` is that of its id. */
export const writtenDevice = (number: number, more: Partial<RegisteredDevice> = {}): RegisteredDevice => ({
  distinguishedName: `CN=${guid(number)},${deviceLocation}`,
  objectGuid: guid(9000 + number),
  deviceId: guid(number),
  displayName: `PC${String(number).padStart(4, '0')}`,
  isEnabled: true,
  certificateThumbprints: [thumbprintOf(number)],
  hasKeyCredential: true,
  whenCreated: '2026-10-28T08:00:00.000Z',
  ...more,
});

/** AD was read at 2026-11-22T09:00:00Z unless the header tells otherwise. */
export const writtenDevices = (
  devices: readonly RegisteredDevice[],
  header: Partial<EvidenceHeader> = {},
  target = forest,
) =>
  record(
    'ad.registered-devices',
    target,
    { container: { distinguishedName: deviceLocation, objectClasses: ['top', 'msDS-DeviceContainer'] }, devices },
    header,
  );

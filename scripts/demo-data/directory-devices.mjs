import { fileTime, guidBytes, sidBytes } from './binary-forms.mjs';
import { directoryObject } from './directory-objects.mjs';
import { registeredDevicesRights } from './directory-rights.mjs';
import { keyCredentialLink } from './key-credential.mjs';
import { registeredDevicesDn, sidOf } from './organisation.mjs';
import { guidFor } from './seeded-random.mjs';

const trustTypes = { Workplace: '0', ServerAd: '2' };

function deviceEntry(device) {
  const dn = `CN=${device.deviceId},${registeredDevicesDn}`;
  const owner = device.owner && sidBytes(sidOf(device.owner.rid));
  return directoryObject({
    dn,
    classes: ['top', 'msDS-Device'],
    categoryOf: 'ms-DS-Device',
    created: device.writtenBack,
    changed: '2026-11-22T14:31:58Z',
    attributes: [
      ['displayName', device.name],
      ['altSecurityIdentities', device.altSecurityId],
      ['msDS-DeviceID', guidBytes(device.deviceId)],
      ['msDS-CloudAnchor', guidBytes(device.objectId)],
      ['msDS-IsEnabled', 'TRUE'],
      ['msDS-IsManaged', 'FALSE'],
      ['msDS-DeviceOSType', device.system],
      ['msDS-DeviceOSVersion', device.build],
      ['msDS-DeviceObjectVersion', '2'],
      ['msDS-DeviceTrustType', trustTypes[device.trustType]],
      ['msDS-DevicePhysicalIDs', Buffer.from(`[HWID]:h:${guidFor(`hardware ${device.name}`)}`, 'utf16le')],
      ['msDS-RegisteredOwner', owner],
      ['msDS-RegisteredUsers', owner],
      ['msDS-ApproximateLastLogonTimeStamp', String(fileTime(device.lastSignIn))],
      [
        'msDS-KeyCredentialLink',
        keyCredentialLink({ owner: dn, deviceId: device.deviceId, created: device.registered }),
      ],
    ],
  });
}

/** CN=RegisteredDevices and the devices that came back from the cloud. */
export function registeredDeviceEntries(devices) {
  const head = directoryObject({
    dn: registeredDevicesDn,
    classes: ['top', 'msDS-DeviceContainer'],
    categoryOf: 'ms-DS-Device-Container',
    created: '2026-08-31T09:12:46Z',
    attributes: [registeredDevicesRights()],
  });
  return [head, ...devices.filter(({ writtenBack }) => writtenBack).map(deviceEntry)];
}

import { seededModulus } from '../certificates/seeded-key.mjs';
import { fileTime, guidBytes, sidBytes } from '../formats/binary-forms.mjs';
import { keyCredentialLink } from '../formats/key-credential.mjs';
import { directoryObject } from './objects.mjs';
import { registeredDevicesRights } from './rights.mjs';

const trustTypes = { Workplace: '0', ServerAd: '2' };

function deviceEntry(org, device) {
  const dn = `CN=${device.deviceId},${org.registeredDevicesDn}`;
  const owner = device.owner && sidBytes(org.sidOf(device.owner.rid));
  return directoryObject(org, {
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
      ['msDS-DevicePhysicalIDs', Buffer.from(`[HWID]:h:${org.guidFor(`hardware ${device.name}`)}`, 'utf16le')],
      ['msDS-RegisteredOwner', owner],
      ['msDS-RegisteredUsers', owner],
      ['msDS-ApproximateLastLogonTimeStamp', String(fileTime(device.lastSignIn))],
      [
        'msDS-KeyCredentialLink',
        keyCredentialLink({
          owner: dn,
          deviceId: device.deviceId,
          created: device.registered,
          modulus: seededModulus(`device ${device.deviceId}`),
        }),
      ],
    ],
  });
}

/** CN=RegisteredDevices and the devices that came back from the cloud. */
export function registeredDeviceEntries(org, devices) {
  const head = directoryObject(org, {
    dn: org.registeredDevicesDn,
    classes: ['top', 'msDS-DeviceContainer'],
    categoryOf: 'ms-DS-Device-Container',
    created: org.deviceRegistration.created,
    attributes: [registeredDevicesRights(org)],
  });
  return [head, ...devices.filter(({ writtenBack }) => writtenBack).map((device) => deviceEntry(org, device))];
}

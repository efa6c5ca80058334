import type { RegisteredDevice, RegisteredDevices } from '../../../src-shared/model/evidence/directory';
import { fileTimeToIso } from '../ad-time';
import { byDistinguishedName, firstNameOf, normalDn } from '../distinguished-name';
import { guidOf } from '../guid';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import {
  booleanOf,
  bytesOf,
  guidValueOf,
  hasAttribute,
  isOfClass,
  rawTextOf,
  rawTextsOf,
  textOf,
  textsOf,
  timeOf,
} from './entry-values';
import { hasAllAttributes } from './exported-attributes';
import { keyCredentialLink, keysOf } from './key-tally';

const container = 'cn=registereddevices,dc=';
const deviceLimit = 100_000;

/** Devices written back to `CN=RegisteredDevices` of a domain (msDS-Device, MS-DVRD). */
export const registeredDevicesTopic: DirectoryTopic<'ad.registered-devices'> = {
  kind: 'ad.registered-devices',
  per: 'domain',
  searches: ({ domain }) => [
    {
      base: `CN=RegisteredDevices,${domain.namingContext}`,
      scope: 'sub',
      filter: '(objectClass=*)',
      attributes: [
        'objectClass',
        'objectGUID',
        'displayName',
        'msDS-DeviceID',
        'msDS-IsEnabled',
        'msDS-DeviceOSVersion',
        'altSecurityIdentities',
        'msDS-CloudAnchor',
        'msDS-ApproximateLastLogonTimeStamp',
        keyCredentialLink,
        'whenCreated',
        'whenChanged',
      ],
    },
  ],
  accepts: (dn) => dn.startsWith(container) || dn.includes(`,${container}`),
  span: ({ domain }) => [normalDn(`CN=RegisteredDevices,${domain.namingContext}`)],
  reader({ domain }) {
    const root = normalDn(`CN=RegisteredDevices,${domain.namingContext}`);
    let head: RegisteredDevices['container'];
    const devices: RegisteredDevice[] = [];
    let [count, withoutGuid] = [0, 0];
    return {
      add(entry) {
        if (normalDn(entry.dn) === root)
          head = { distinguishedName: entry.dn, objectClasses: textsOf(entry, 'objectclass') };
        if (!isOfClass(entry, 'msds-device')) return;
        const device = deviceOf(entry);
        count += 1;
        if (device === undefined) withoutGuid += 1;
        else if (devices.length < deviceLimit) devices.push(device);
      },
      finish: () => ({
        data: { devices: devices.sort(byDistinguishedName), ...present({ container: head }) },
        facts: count,
        notes: [],
        ...present({ incomplete: incompleteness(count, withoutGuid) }),
      }),
    };
  },
};

function incompleteness(count: number, withoutGuid: number): string | undefined {
  if (withoutGuid > 0) return `${withoutGuid} devices came without objectGUID (ldifde leaves it out with -m).`;
  return count > deviceLimit ? `There are ${count} devices; only ${deviceLimit} were kept.` : undefined;
}

function deviceOf(entry: DirectoryEntry): RegisteredDevice | undefined {
  const objectGuid = guidValueOf(entry, 'objectguid');
  if (objectGuid === undefined) return undefined;
  const { keys } = keysOf(entry);
  return {
    distinguishedName: entry.dn,
    objectGuid,
    displayName: textOf(entry, 'displayname') ?? firstNameOf(entry.dn),
    certificateThumbprints: rawTextsOf(entry, 'altsecurityidentities').flatMap(thumbprintOf),
    hasKeyCredential: hasAttribute(entry, 'msds-keycredentiallink'),
    ...present({
      deviceId: guidOf(bytesOf(entry, 'msds-deviceid')[0]),
      isEnabled: booleanOf(entry, 'msds-isenabled'),
      osVersion: textOf(entry, 'msds-deviceosversion'),
      whenCreated: timeOf(entry, 'whencreated'),
      whenChanged: timeOf(entry, 'whenchanged'),
      lastLogon: fileTimeToIso(rawTextOf(entry, 'msds-approximatelastlogontimestamp')),
      hasCloudAnchor: hasCloudAnchor(entry),
      keys: keys.length === 0 ? undefined : keys,
    }),
  };
}

/** Undefined in exports of chosen attributes, where a missing attribute tells nothing. */
const hasCloudAnchor = (entry: DirectoryEntry): boolean | undefined =>
  hasAttribute(entry, 'msds-cloudanchor') || (hasAllAttributes(entry) ? false : undefined);

/** `X509:<SHA1-TP-PUBKEY>` is followed by the thumbprint and a hash of the public key, of which AD FS compares the thumbprint. */
function thumbprintOf(identity: string): readonly string[] {
  const thumbprint = /^X509:<SHA1-TP-PUBKEY>([0-9a-f]{40})/iu.exec(identity)?.[1];
  return thumbprint === undefined ? [] : [thumbprint.toUpperCase()];
}

import { createHash } from 'node:crypto';
import { domain, syncAccount, tenantId } from '../../facts.ts';
import { bytes, type DirectoryChange, fileTime, guidBytes } from './directory-change.ts';
import { keyCredential } from './key-credential.ts';
import { deviceOfSamples, type Machine, pilotMachines, stableGuid } from './machines.ts';

const configuration = `CN=Device Registration Configuration,CN=Services,${domain.configurationDn}`;
const services = `CN=Device Registration Services,${configuration}`;
const registeredDevices = `CN=RegisteredDevices,${domain.baseDn}`;

/** schemaIDGUID of msDS-Device. */
const deviceClass = '5df2b673-6d41-4774-b3e8-d52e8ee9ff99';

/** Pilot computers that were written back; the last two of the pilot were not. */
const writtenBack = pilotMachines.slice(0, -2);

export const deviceRegistration = {
  serviceConnectionPointDn: `CN=62a0ff2e-97b9-4513-943f-0d221bd30080,${configuration}`,
  serviceDn: `CN=DeviceRegistrationService,${services}`,
  registeredDevicesDn: registeredDevices,
  /** Device ids of the written-back pilot computers, which equal the computers' object GUIDs. */
  deviceIds: writtenBack.map((one) => one.objectGuid),
} as const;

/** Service connection point, service and device container (catalogue A.3), and the written-back devices (A.4) without keys. */
export function deviceRegistrationObjects(now: Date): readonly DirectoryChange[] {
  return [
    { dn: configuration, add: { objectClass: ['container'] } },
    {
      dn: deviceRegistration.serviceConnectionPointDn,
      add: {
        objectClass: ['serviceConnectionPoint'],
        keywords: ['azureADName:contoso.com', `azureADId:${tenantId}`],
      },
    },
    { dn: registeredDevices, add: { objectClass: ['msDS-DeviceContainer'] } },
    { dn: services, add: { objectClass: ['msDS-DeviceRegistrationServiceContainer'] } },
    {
      dn: deviceRegistration.serviceDn,
      add: {
        objectClass: ['msDS-DeviceRegistrationService'],
        'msDS-DeviceLocation': [registeredDevices],
        'msDS-IsEnabled': ['FALSE'],
        'msDS-CloudIsEnabled': ['TRUE'],
        'msDS-RegistrationQuota': ['10'],
        'msDS-MaximumRegistrationInactivityPeriod': ['90'],
      },
    },
    ...writtenBack.map((one) => deviceObject(one, now)),
  ];
}

/** Rights that setting up device write-back gives the account of Entra Connect: devices may be made, changed and removed. */
export function deviceContainerAccess(): DirectoryChange {
  const { sid } = syncAccount;
  return {
    dn: registeredDevices,
    addAccess: [`(OA;;CCDC;${deviceClass};;${sid})`, `(OA;CIIO;RPWPSDDT;;${deviceClass};${sid})`],
  };
}

/** Keys of the devices; an object has to exist before a key can name it. */
export function deviceKeys(now: Date): readonly DirectoryChange[] {
  const created = daysBefore(now, 20);
  return writtenBack.map((one) => {
    const dn = deviceDn(one);
    return { dn, replace: { 'msDS-KeyCredentialLink': [keyCredential(dn, one.objectGuid, created)] } };
  });
}

export function deviceDn(one: Machine): string {
  return `CN=${one.objectGuid},${registeredDevices}`;
}

function deviceObject(one: Machine, now: Date): DirectoryChange {
  const ownThumbprint = createHash('sha1').update(`certificate of ${one.name}`).digest('hex').toUpperCase();
  const thumbprint = one.name === 'PC0417' ? deviceOfSamples.thumbprint : ownThumbprint;
  const publicKeyHash = createHash('sha256').update(`public key of ${one.name}`).digest('base64');
  return {
    dn: deviceDn(one),
    add: {
      objectClass: ['msDS-Device'],
      displayName: [one.name],
      'msDS-DeviceID': [bytes(guidBytes(one.objectGuid))],
      'msDS-IsEnabled': ['TRUE'],
      'msDS-IsManaged': ['FALSE'],
      'msDS-CloudAnchor': [bytes(Buffer.from(`Device_${stableGuid(`cloud object of ${one.name}`)}`))],
      'msDS-DeviceOSType': ['Windows'],
      'msDS-DeviceOSVersion': ['10.0.26100.2314'],
      'msDS-DeviceObjectVersion': ['2'],
      'msDS-ApproximateLastLogonTimeStamp': [fileTime(daysBefore(now, 3))],
      altSecurityIdentities: [`X509:<SHA1-TP-PUBKEY>${thumbprint}${publicKeyHash}`],
    },
  };
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

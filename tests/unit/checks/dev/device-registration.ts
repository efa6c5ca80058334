import type {
  DeviceRegistration,
  DeviceRegistrationService,
  ServiceConnectionPoint,
} from '../../../../src-shared/model/evidence/directory';
import { record } from '../check-cases';
import { dnOf, forest, guid, tenantId } from '../contoso';

const containerDn = (target: string) =>
  `CN=Device Registration Configuration,CN=Services,CN=Configuration,${dnOf(target)}`;
export const scpGuid = '62a0ff2e-97b9-4513-943f-0d221bd30080';
export const joinKeywords: readonly string[] = ['azureADName:contoso.com', `azureADId:${tenantId}`];

/** The connection point of hybrid join; `name` as its RDN. */
export const connectionPoint = (
  keywords: readonly string[] = joinKeywords,
  target = forest,
  name = scpGuid,
): ServiceConnectionPoint => ({
  distinguishedName: `CN=${name},${containerDn(target)}`,
  objectGuid: guid(900),
  keywords,
});

export const deviceLocation = 'CN=RegisteredDevices,DC=contoso,DC=com';
export const registrationService = (
  more: Partial<DeviceRegistrationService> = {},
  number = 1,
): DeviceRegistrationService => ({
  distinguishedName: `CN=DeviceRegistrationService${number === 1 ? '' : number},CN=Device Registration Services,${containerDn(forest)}`,
  objectGuid: guid(800 + number),
  deviceLocation,
  isEnabled: false,
  cloudIsEnabled: true,
  ...more,
});

export const deviceRegistration = (more: Partial<DeviceRegistration> = {}, target = forest) =>
  record('ad.device-registration', target, {
    containerFound: true,
    serviceConnectionPoints: [connectionPoint()],
    services: [registrationService()],
    ...more,
  });

import check from '../../../../src-main/checks/dev/dev-011-registration-service.check';
import { describeCheck, failed, record } from '../check-cases';
import { forest, guid } from '../contoso';
import { deviceLocation, deviceRegistration, registrationService } from './device-registration';

const container = (target = forest, distinguishedName = deviceLocation) =>
  record('ad.registered-devices', target, {
    container: { distinguishedName, objectClasses: ['top', 'msDS-DeviceContainer'] },
    devices: [],
  });
const noContainer = record('ad.registered-devices', forest, { devices: [] });
const services = (...list: readonly ReturnType<typeof registrationService>[]) => deviceRegistration({ services: list });
const service = guid(801);

describeCheck(check, [
  {
    name: 'one object with an existing location',
    evidence: [deviceRegistration(), container()],
    outcome: 'pass',
    says: ['one object', 'contoso.com exists'],
    objects: { [service]: 'pass' },
    differs: [],
  },
  {
    name: 'the location in other spelling',
    evidence: [
      services(registrationService({ deviceLocation: 'cn=registereddevices, dc=Contoso, dc=com' })),
      container(),
    ],
    outcome: 'pass',
  },
  {
    name: 'no object',
    evidence: [services(), container()],
    outcome: 'fail',
    says: ['no device registration service object'],
    objects: { 'forest:contoso.com': 'fail' },
    differs: ['contoso.com: service objects'],
  },
  {
    name: 'never initialised',
    evidence: [deviceRegistration({ containerFound: false, serviceConnectionPoints: [], services: [] }), container()],
    outcome: 'fail',
    says: ['never initialised'],
  },
  {
    name: 'two objects',
    evidence: [services(registrationService(), registrationService({}, 2)), container()],
    outcome: 'fail',
    says: ['2 device registration service objects'],
  },
  {
    name: 'the location does not exist',
    evidence: [deviceRegistration(), noContainer],
    outcome: 'fail',
    says: ['does not exist'],
    objects: { [service]: 'fail' },
  },
  {
    name: 'the container lies elsewhere',
    evidence: [deviceRegistration(), container(forest, 'CN=RegisteredDevices,OU=Tier1,DC=contoso,DC=com')],
    outcome: 'fail',
  },
  {
    name: 'the cloud is not switched on',
    evidence: [services(registrationService({ cloudIsEnabled: false })), container()],
    outcome: 'warning',
    says: ['msDS-CloudIsEnabled'],
    differs: ['contoso.com: msDS-CloudIsEnabled'],
  },
  {
    name: 'the cloud switch was never set',
    evidence: [
      deviceRegistration({
        services: [
          { distinguishedName: 'CN=DeviceRegistrationService,CN=Services', objectGuid: service, deviceLocation },
        ],
      }),
      container(),
    ],
    outcome: 'warning',
  },
  {
    name: 'the location was not returned',
    evidence: [
      deviceRegistration({
        services: [
          { distinguishedName: 'CN=DeviceRegistrationService,CN=Services', objectGuid: service, cloudIsEnabled: true },
        ],
      }),
      container(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'the location lies in a domain nobody read',
    evidence: [
      services(registrationService({ deviceLocation: 'CN=RegisteredDevices,DC=emea,DC=contoso,DC=com' })),
      container(),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['emea.contoso.com'],
  },
  {
    name: 'the domain of the location was refused',
    evidence: [deviceRegistration(), failed('ad.registered-devices', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a forest of the scope without evidence',
    evidence: [deviceRegistration(), container()],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fabrikam.com'],
  },
]);

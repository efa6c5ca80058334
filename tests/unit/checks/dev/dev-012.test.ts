import check from '../../../../src-main/checks/dev/dev-012-registered-devices-container.check';
import type { RegisteredDevice } from '../../../../src-shared/model/evidence/directory';
import type { EntraDevice } from '../../../../src-shared/model/evidence/entra';
import { describeCheck, failed, record } from '../check-cases';
import { forest, guid } from '../contoso';
import { deviceLocation, deviceRegistration, registrationService } from './device-registration';

const device: RegisteredDevice = {
  distinguishedName: `CN=${guid(1)},${deviceLocation}`,
  objectGuid: guid(2),
  deviceId: guid(1),
  displayName: 'PC0417',
  certificateThumbprints: [],
  hasKeyCredential: false,
};
const container = (
  devices: readonly RegisteredDevice[],
  { dn = deviceLocation, classes = ['top', 'msDS-DeviceContainer'], target = forest } = {},
) => record('ad.registered-devices', target, { container: { distinguishedName: dn, objectClasses: classes }, devices });
const noContainer = (target = forest) => record('ad.registered-devices', target, { devices: [] });
const entra = (list: readonly Partial<EntraDevice>[], complete = true) =>
  record('entra.devices', 'tenant', {
    complete,
    devices: list.map((one, index) => ({
      deviceId: guid(index),
      displayName: `PC${index}`,
      trustType: 'ServerAd',
      accountEnabled: true,
      ...one,
    })),
  });
const noService = deviceRegistration({ services: [] });
const object = 'container:cn=registereddevices,dc=contoso,dc=com';

describeCheck(check, [
  {
    name: 'a container with devices',
    evidence: [container([device]), deviceRegistration()],
    outcome: 'pass',
    says: ['holds 1 device'],
    objects: { [object]: 'pass' },
  },
  {
    name: 'empty, no device registered',
    evidence: [container([]), deviceRegistration(), entra([])],
    outcome: 'pass',
    says: ['no device to write back yet'],
  },
  {
    name: 'empty, a device registered less than three hours before',
    evidence: [container([]), deviceRegistration(), entra([{ registrationDateTime: '2026-11-22T06:30:00Z' }])],
    outcome: 'pass',
  },
  {
    name: 'empty, phones only',
    evidence: [
      container([]),
      deviceRegistration(),
      entra([{ trustType: 'Workplace', registrationDateTime: '2026-01-01T00:00:00Z' }]),
    ],
    outcome: 'pass',
  },
  {
    name: 'other domains of the forest have none',
    evidence: [container([device]), noContainer('emea.contoso.com'), deviceRegistration()],
    outcome: 'pass',
    objects: { [object]: 'pass' },
  },
  {
    name: 'empty for too long',
    evidence: [
      container([]),
      deviceRegistration(),
      entra([
        { registrationDateTime: '2026-11-22T05:30:00Z' },
        { trustType: 'AzureAd', registrationDateTime: '2026-11-20T00:00:00Z' },
      ]),
    ],
    outcome: 'warning',
    says: ['empty although 2 devices'],
  },
  {
    name: 'missing',
    evidence: [noContainer(), deviceRegistration()],
    outcome: 'fail',
    says: ['does not exist'],
    objects: { [object]: 'fail' },
  },
  {
    name: 'wrong class',
    evidence: [container([], { classes: ['top', 'container'] }), deviceRegistration()],
    outcome: 'fail',
    says: ['not a device container'],
  },
  {
    name: 'not the place the service names',
    evidence: [container([device], { dn: 'CN=RegisteredDevices,OU=Tier1,DC=contoso,DC=com' }), deviceRegistration()],
    outcome: 'fail',
    says: ['not the place'],
  },
  {
    name: 'nothing prepared at all',
    evidence: [noContainer(), noService],
    outcome: 'fail',
    objects: { 'domain:contoso.com': 'fail' },
  },
  {
    name: 'a container no service names',
    evidence: [container([device]), noContainer('emea.contoso.com'), noService],
    outcome: 'warning',
    says: ['no device registration service names it'],
    objects: { 'domain:contoso.com': 'warning' },
  },
  {
    name: 'a wrong container no service names',
    evidence: [container([], { classes: ['top', 'container'] }), noService],
    outcome: 'fail',
  },
  {
    name: 'none found, one domain refused',
    evidence: [noContainer(), failed('ad.registered-devices', 'emea.contoso.com', 'access-denied'), noService],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'empty, devices not collected',
    evidence: [container([]), deviceRegistration()],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'empty, list of devices cut off',
    evidence: [container([]), deviceRegistration(), entra([], false)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the named domain was not read',
    evidence: [container([device], { target: 'emea.contoso.com' }), deviceRegistration()],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the named domain was refused',
    evidence: [
      noContainer('emea.contoso.com'),
      failed('ad.registered-devices', forest, 'access-denied'),
      deviceRegistration(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'the location was not returned',
    evidence: [
      container([device]),
      deviceRegistration({ services: [{ distinguishedName: registrationService().distinguishedName }] }),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'only a domain outside the scope was read',
    evidence: [noContainer('fabrikam.com'), noService],
    scope: { forests: [forest] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a forest of the scope without evidence',
    evidence: [container([device]), deviceRegistration()],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

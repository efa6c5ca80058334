import check from '../../../../src-main/checks/dev/dev-017-adfs-device-registration.check';
import { describeCheck, record } from '../check-cases';
import { forest } from '../contoso';
import { farm, farmId } from '../fed/farm-settings';

const container = 'CN=RegisteredDevices,DC=contoso,DC=com';
const settings = (data: object) => farm('adfs.device-registration-settings', data);
const directory = record('ad.device-registration', forest, {
  containerFound: true,
  serviceConnectionPoints: [],
  services: [{ distinguishedName: 'CN=DeviceRegistrationService', deviceLocation: container }],
});

describeCheck(check, [
  {
    name: 'the same container',
    evidence: [settings({ deviceLocation: container.toLowerCase(), isDirectoryConfigured: true }), directory],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'another container',
    evidence: [settings({ deviceLocation: 'CN=Devices,DC=contoso,DC=com' }), directory],
    outcome: 'fail',
    severity: 'high',
    differs: ['Devices are looked for in'],
  },
  { name: 'not configured', evidence: [settings({ isDirectoryConfigured: false }), directory], outcome: 'warning' },
  {
    name: 'the property set of 2012 R2',
    evidence: [settings({ deviceLocation: container, isEnabledInCloud: true }), directory],
    outcome: 'pass',
  },
  {
    name: 'directory not read',
    evidence: [settings({ deviceLocation: container, isDirectoryConfigured: true })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'nothing returned', evidence: [settings({})], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'the container not returned',
    evidence: [settings({ isDirectoryConfigured: true }), directory],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['DeviceObjectLocation'],
  },
]);

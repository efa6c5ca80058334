import check from '../../../../src-main/checks/dev/dev-018-stale-device-cleanup.check';
import type { DeviceRegistrationService } from '../../../../src-shared/model/evidence/directory';
import { describeCheck, failed } from '../check-cases';
import { guid } from '../contoso';
import { deviceRegistration, registrationService } from './device-registration';
import { writtenDevice, writtenDevices } from './written-devices';

const service = (more: Partial<DeviceRegistrationService>) =>
  deviceRegistration({
    services: [registrationService({ maximumInactivityDays: 90, registrationQuota: 10, ...more })],
  });
const { maximumInactivityDays: _, ...silent } = registrationService({
  maximumInactivityDays: 1,
  registrationQuota: 10,
});

describeCheck(check, [
  {
    name: '90 days',
    evidence: [service({})],
    outcome: 'pass',
    decisive: ['ad.device-registration services.*.registrationQuota'],
    says: ['90 days'],
    objects: { [guid(801)]: 'pass' },
  },
  { name: 'never', evidence: [service({ maximumInactivityDays: 0 })], outcome: 'pass', says: ['never'] },
  { name: 'no limit of devices', evidence: [service({ registrationQuota: 0 })], outcome: 'pass' },
  {
    name: '30 days',
    evidence: [service({ maximumInactivityDays: 30 })],
    outcome: 'warning',
    severity: 'medium',
    says: ['30 days', 'at least 90'],
    objects: { [guid(801)]: 'warning' },
  },
  {
    name: 'devices the clean-up would take now',
    evidence: [
      service({ maximumInactivityDays: 30 }),
      writtenDevices([
        writtenDevice(1, { lastLogon: '2026-10-01T00:00:00.000Z' }),
        writtenDevice(2, { lastLogon: '2026-11-20T00:00:00.000Z' }),
        writtenDevice(3),
      ]),
    ],
    outcome: 'warning',
    says: ['1 of 3 written-back devices was not seen for longer'],
  },
  {
    name: 'five devices a user',
    evidence: [service({ registrationQuota: 5 })],
    outcome: 'warning',
    says: ['5 devices', 'at least 10'],
  },
  {
    name: 'the limit was not returned',
    evidence: [deviceRegistration({ services: [silent] })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no service',
    evidence: [deviceRegistration({ services: [] })],
    outcome: 'not-applicable',
    says: ['DEV-011'],
  },
  {
    name: 'the forest in scope was not read',
    evidence: [service({})],
    scope: { forests: ['fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fabrikam.com'],
  },
  {
    name: 'a second forest that was refused',
    evidence: [service({}), failed('ad.device-registration', 'fabrikam.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

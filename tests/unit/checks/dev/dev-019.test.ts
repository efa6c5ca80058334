import check from '../../../../src-main/checks/dev/dev-019-write-back-recency.check';
import type { EntraDevice } from '../../../../src-shared/model/evidence/entra';
import { describeCheck, failed, record } from '../check-cases';
import { guid } from '../contoso';
import { writtenDevice, writtenDevices } from './written-devices';

/** AD was read at 2026-11-22T09:00:00Z; the last device came on 20 November at noon. */
const written = writtenDevices([writtenDevice(417), writtenDevice(431, { whenCreated: '2026-11-20T12:00:00.000Z' })]);
const device = (number: number, registrationDateTime: string, more: Partial<EntraDevice> = {}): EntraDevice => ({
  deviceId: guid(number),
  displayName: `PC${number}`,
  trustType: 'ServerAd',
  registrationDateTime,
  ...more,
});
const old = device(417, '2026-10-28T07:11:14Z');
const entra = (devices: readonly EntraDevice[], complete = true) =>
  record('entra.devices', 'tenant', { devices: [old, ...devices], complete });
const { whenCreated: _, ...dateless } = writtenDevice(417);
const { registrationDateTime: __, ...pending } = old;

describeCheck(check, [
  {
    name: 'the last registration was written back',
    evidence: [written, entra([device(431, '2026-11-20T11:00:00Z')])],
    outcome: 'pass',
    says: ['keeps up'],
    differs: [],
  },
  {
    name: 'registered two hours before AD was read',
    evidence: [written, entra([device(502, '2026-11-22T07:00:00Z')])],
    outcome: 'pass',
  },
  {
    name: 'registered after AD was read',
    evidence: [written, entra([device(502, '2026-11-22T10:00:00Z')])],
    outcome: 'pass',
  },
  {
    name: 'waiting for three hours',
    evidence: [written, entra([device(502, '2026-11-22T06:00:00Z')])],
    outcome: 'warning',
    severity: 'high',
    says: ['1 device registered after that', '3 hours'],
    differs: ['Oldest registration waiting since'],
  },
  {
    name: 'waiting for 23 hours',
    evidence: [written, entra([device(502, '2026-11-21T09:30:00Z')])],
    outcome: 'warning',
  },
  {
    name: 'waiting for a day, with newer ones behind',
    evidence: [written, entra([device(502, '2026-11-21T09:00:00Z'), device(503, '2026-11-22T08:00:00Z')])],
    outcome: 'fail',
    severity: 'high',
    says: ['2 devices', '24 hours'],
  },
  {
    name: 'a device that registers again is written back already',
    evidence: [written, entra([device(431, '2026-11-21T08:00:00Z')])],
    outcome: 'pass',
  },
  {
    name: 'an older registration that is missing is not the matter of this check',
    evidence: [written, entra([device(502, '2026-11-01T09:00:00Z')])],
    outcome: 'pass',
  },
  {
    name: 'nothing was ever written back',
    evidence: [writtenDevices([]), entra([])],
    outcome: 'fail',
    says: ['since the beginning'],
  },
  {
    name: 'registered devices are not written back for Hello',
    evidence: [written, entra([device(600, '2026-11-21T00:00:00Z', { trustType: 'Workplace' })])],
    outcome: 'pass',
  },
  {
    name: 'Entra joined devices out of scope',
    evidence: [written, entra([device(700, '2026-11-21T00:00:00Z', { trustType: 'AzureAd' })])],
    outcome: 'pass',
  },
  {
    name: 'Entra joined devices in scope',
    evidence: [written, entra([device(700, '2026-11-21T00:00:00Z', { trustType: 'AzureAd' })])],
    scope: { joinTypes: { hybridJoined: true, entraJoined: true } },
    outcome: 'fail',
  },
  {
    name: 'a list that was cut off',
    evidence: [written, entra([], false)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['cut off'],
  },
  {
    name: 'no device registered',
    evidence: [written, record('entra.devices', 'tenant', { devices: [pending], complete: true })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'whenCreated not returned',
    evidence: [writtenDevices([dateless]), entra([])],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'no hybrid joined devices in scope',
    evidence: [written, entra([])],
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
  {
    name: 'Graph refused',
    evidence: [written, failed('entra.devices', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

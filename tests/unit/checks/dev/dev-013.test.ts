import check from '../../../../src-main/checks/dev/dev-013-written-back-pilot-devices.check';
import type { EntraDevice } from '../../../../src-shared/model/evidence/entra';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest, guid } from '../contoso';
import { deviceLocation } from './device-registration';

const sid = (number: number) => `${domainSid}-${4000 + number}`;
const name = (number: number) => `PC${String(number).padStart(4, '0')}`;
const longAgo = '2026-10-28T07:11:14Z';

/** AD was read at 2026-11-22T09:00:00Z. */
const written = (...numbers: readonly number[]) =>
  record('ad.registered-devices', forest, {
    container: { distinguishedName: deviceLocation, objectClasses: ['top', 'msDS-DeviceContainer'] },
    devices: numbers.map((number) => ({
      distinguishedName: `CN=${guid(number)},${deviceLocation}`,
      objectGuid: guid(9000 + number),
      deviceId: guid(number),
      displayName: name(number),
      certificateThumbprints: [],
      hasKeyCredential: false,
    })),
  });
/** Written back, but its msDS-DeviceID was not returned. */
const writtenNameless = record('ad.registered-devices', forest, {
  devices: [
    {
      distinguishedName: `CN=${guid(417)},${deviceLocation}`,
      objectGuid: guid(9417),
      displayName: name(417),
      certificateThumbprints: [],
      hasKeyCredential: false,
    },
  ],
});
const device = (number: number, more: Partial<EntraDevice> = {}): EntraDevice => ({
  deviceId: guid(number),
  displayName: name(number),
  trustType: 'ServerAd',
  accountEnabled: true,
  registrationDateTime: longAgo,
  onPremisesSecurityIdentifier: sid(number),
  ...more,
});
const pending = (number: number): EntraDevice => ({
  deviceId: guid(number),
  displayName: name(number),
  trustType: 'ServerAd',
  accountEnabled: true,
});
const entra = (devices: readonly EntraDevice[], complete = true) =>
  record('entra.devices', 'tenant', { devices, complete });
const pilot = (numbers: readonly number[], populationFound = true) =>
  record('ad.pilot-computers', forest, {
    total: numbers.length,
    computers: numbers.map((number) => ({
      distinguishedName: `CN=${name(number)},OU=WHFB Pilot,DC=contoso,DC=com`,
      objectSid: sid(number),
      objectGuid: guid(number),
      name: name(number),
    })),
    populationFound,
  });
const pilotGroup = { pilotComputers: { kind: 'group' as const, group: `${domainSid}-1112` } };
const registeredAt = (registrationDateTime: string) => entra([device(417), device(431, { registrationDateTime })]);

describeCheck(check, [
  {
    name: 'all pilot devices written back, others do not matter',
    evidence: [written(417, 431), entra([device(417), device(431), device(999)]), pilot([417, 431])],
    scope: pilotGroup,
    outcome: 'pass',
    says: ['2 pilot devices'],
    objects: { [guid(417)]: 'pass', [guid(431)]: 'pass' },
    differs: [],
  },
  {
    name: 'missing for more than a day',
    evidence: [written(417), registeredAt('2026-11-18T09:02:37Z'), pilot([417, 431])],
    scope: pilotGroup,
    outcome: 'fail',
    says: ['1 of 2 pilot devices is missing', 'PC0431'],
    notes: { [guid(431)]: '3 days' },
    counts: { pass: 1, fail: 1 },
  },
  {
    name: 'missing for 24 hours',
    evidence: [written(417), registeredAt('2026-11-21T09:00:00Z'), pilot([417, 431])],
    scope: pilotGroup,
    outcome: 'fail',
  },
  {
    name: 'missing for 23 hours',
    evidence: [written(417), registeredAt('2026-11-21T09:30:00Z'), pilot([417, 431])],
    scope: pilotGroup,
    outcome: 'warning',
    says: ['1 of 2 pilot devices is missing', 'more than 3 hours'],
  },
  {
    name: 'missing for 3 hours',
    evidence: [written(417), registeredAt('2026-11-22T06:00:00Z'), pilot([417, 431])],
    scope: pilotGroup,
    outcome: 'warning',
  },
  {
    name: 'registered two hours before AD was read',
    evidence: [written(417), registeredAt('2026-11-22T06:30:00Z'), pilot([417, 431])],
    scope: pilotGroup,
    outcome: 'pass',
    notes: { [guid(431)]: 'up to 3 hours are normal' },
  },
  {
    name: 'the age counts from the reading, not from the judgement',
    evidence: [written(417), registeredAt('2026-11-22T06:30:00Z'), pilot([417, 431])],
    scope: pilotGroup,
    now: '2026-11-30T09:00:00Z',
    outcome: 'pass',
  },
  {
    name: 'registered after AD was read',
    evidence: [written(417), registeredAt('2026-11-22T10:00:00Z'), pilot([417, 431])],
    scope: pilotGroup,
    outcome: 'unknown',
    reason: 'stale',
  },
  {
    name: 'found by name where Graph names no SID',
    evidence: [
      written(417),
      entra([
        {
          deviceId: guid(417),
          displayName: 'pc0417',
          trustType: 'ServerAd',
          accountEnabled: true,
          registrationDateTime: longAgo,
        },
      ]),
      pilot([417]),
    ],
    scope: pilotGroup,
    outcome: 'pass',
  },
  {
    name: 'a namesake with another SID is another device',
    evidence: [written(417), entra([device(417, { onPremisesSecurityIdentifier: sid(1) })]), pilot([417])],
    scope: pilotGroup,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'of two registrations the newer counts',
    evidence: [
      written(417),
      entra([
        device(417, { registrationDateTime: '2026-01-01T00:00:00Z' }),
        device(418, { displayName: name(417), onPremisesSecurityIdentifier: sid(417) }),
      ]),
      pilot([417]),
    ],
    scope: pilotGroup,
    outcome: 'fail',
    objects: { [guid(418)]: 'fail' },
  },
  {
    name: 'written back without msDS-DeviceID',
    evidence: [writtenNameless, entra([device(417)]), pilot([417])],
    scope: pilotGroup,
    outcome: 'pass',
  },
  {
    name: 'registration pending',
    evidence: [written(417), entra([device(417), pending(502)]), pilot([417, 502])],
    scope: pilotGroup,
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['1 of 2 pilot devices', 'PC0502'],
  },
  {
    name: 'a pilot computer Entra ID does not know',
    evidence: [written(417), entra([device(417)]), pilot([417, 431])],
    scope: pilotGroup,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [guid(417)]: 'pass', [sid(431)]: 'unknown' },
  },
  {
    name: 'not in the part of the list that was collected',
    evidence: [written(417), entra([device(417)], false), pilot([417, 431])],
    scope: pilotGroup,
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [sid(431)]: 'part of the device list' },
  },
  {
    name: 'one missing, one unknown',
    evidence: [written(), entra([device(417)]), pilot([417, 431])],
    scope: pilotGroup,
    outcome: 'fail',
    says: ['1 more could not be judged'],
  },
  {
    name: 'a pilot group that does not exist',
    evidence: [written(417), entra([device(417)]), pilot([], false)],
    scope: pilotGroup,
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['pilot group'],
  },
  {
    name: 'pilot computers of a second domain were refused',
    evidence: [
      written(417),
      entra([device(417)]),
      pilot([417]),
      failed('ad.pilot-computers', 'emea.contoso.com', 'access-denied'),
    ],
    scope: pilotGroup,
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [guid(417)]: 'pass', 'domain:emea.contoso.com': 'unknown' },
  },
  {
    name: 'pilot computers were refused: other devices do not stand in',
    evidence: [written(), entra([device(417)]), failed('ad.pilot-computers', forest, 'access-denied')],
    scope: pilotGroup,
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'an empty pilot group',
    evidence: [written(417), entra([device(417)]), pilot([])],
    scope: pilotGroup,
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no pilot device'],
  },
  {
    name: 'pilot computers not collected: all hybrid joined devices',
    evidence: [written(417), entra([device(417), device(431), device(600, { trustType: 'Workplace' })])],
    scope: pilotGroup,
    outcome: 'fail',
    says: ['1 of 2 hybrid joined devices is missing'],
  },
  {
    name: 'a pilot of all computers: all hybrid joined devices',
    evidence: [written(417), entra([device(417)]), pilot([417, 1, 2])],
    outcome: 'pass',
    says: ['1 hybrid joined device'],
  },
  {
    name: 'all written back as far as the list goes',
    evidence: [written(417), entra([device(417)], false)],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [guid(417)]: 'pass', 'entra:further-devices': 'unknown' },
  },
  {
    name: 'no hybrid joined device',
    evidence: [written(), entra([device(600, { trustType: 'AzureAd' })])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Graph refused',
    evidence: [written(417), failed('entra.devices', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'no hybrid joined devices in scope',
    evidence: [written(417), entra([device(417)])],
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
]);

import check from '../../../../src-main/checks/dir/dir-018-matching-computers.check';
import { describeCheck, failed } from '../check-cases';
import { domainSid, guid } from '../contoso';
import { writtenDevice, writtenDevices } from '../dev/written-devices';
import { computer, computers, device, entra, joined, sid, without } from './pilot-devices';

const entraJoined = { joinTypes: { hybridJoined: false, entraJoined: true } };
const one = computers([computer(417)]);

describeCheck(check, [
  {
    name: 'registered and synchronised',
    evidence: [computers([computer(417), computer(431)]), entra([device(417), device(431), device(9)])],
    outcome: 'pass',
    says: ['2 pilot computers'],
    objects: { [sid(417)]: 'pass', [sid(431)]: 'pass' },
    differs: [],
  },
  {
    name: 'found by its id where Graph names no SID',
    evidence: [one, entra([without(device(417, { displayName: 'renamed' }), 'onPremisesSecurityIdentifier')])],
    outcome: 'pass',
  },
  {
    name: 'servers of the domain are no clients',
    evidence: [
      computers([computer(417), computer(1, { operatingSystem: 'Windows Server 2022 Standard' })]),
      entra([device(417)]),
    ],
    outcome: 'pass',
  },
  {
    name: 'no device',
    evidence: [computers([computer(417), computer(431)]), entra([device(417)])],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 2 pilot computers has no device', 'PC431'],
    objects: { [sid(417)]: 'pass', [sid(431)]: 'fail' },
  },
  {
    name: 'no device, and the computer itself is not in use',
    evidence: [computers([computer(431, { lastLogon: '2026-05-01T00:00:00.000Z' })]), entra([device(417)])],
    outcome: 'warning',
    notes: { [sid(431)]: 'last signed in' },
  },
  {
    name: 'disabled',
    evidence: [one, entra([device(417, { accountEnabled: false })])],
    outcome: 'warning',
    notes: { [sid(417)]: 'disabled' },
  },
  {
    name: 'not active for more than 90 days',
    evidence: [one, entra([device(417, { approximateLastSignInDateTime: '2026-08-20T09:00:00Z' })])],
    outcome: 'warning',
    notes: { [sid(417)]: '94 days' },
  },
  {
    name: 'active 90 days ago',
    evidence: [one, entra([device(417, { approximateLastSignInDateTime: '2026-08-24T09:00:00Z' })])],
    outcome: 'pass',
  },
  {
    name: 'another id',
    evidence: [one, entra([device(999, { onPremisesSecurityIdentifier: sid(417) })])],
    outcome: 'warning',
    notes: { [sid(417)]: 'another id' },
  },
  {
    name: 'pending',
    evidence: [one, entra([without(device(417), 'registrationDateTime')])],
    outcome: 'warning',
    notes: { [sid(417)]: 'pending' },
  },
  {
    name: 'registered by claims, not synchronised yet',
    evidence: [one, entra([without(device(417), 'onPremisesSyncEnabled'), device(431)])],
    outcome: 'warning',
    notes: { [sid(417)]: 'not synchronised yet' },
  },
  {
    name: 'a list that does not tell what is synchronised',
    evidence: [one, entra([without(device(417), 'onPremisesSyncEnabled')])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a list without accountEnabled',
    evidence: [one, entra([without(device(417), 'accountEnabled')])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a list that was cut off',
    evidence: [one, entra([device(9)], false)],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [sid(417)]: 'part of the device list' },
  },
  {
    name: 'an empty pilot',
    evidence: [computers([]), entra([device(9)])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no pilot computer'],
  },
  {
    name: 'a pilot group that does not exist',
    evidence: [computers([], false), entra([device(9)])],
    scope: { pilotComputers: { kind: 'group', group: `${domainSid}-1112` } },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['pilot group'],
  },
  {
    name: 'computers of a second domain refused',
    evidence: [one, entra([device(417)]), failed('ad.pilot-computers', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'Entra joined and written back',
    evidence: [computers([]), entra([joined(700)]), writtenDevices([writtenDevice(700)])],
    scope: entraJoined,
    outcome: 'pass',
    objects: { [guid(700)]: 'pass' },
  },
  {
    name: 'Entra joined and not written back',
    evidence: [computers([]), entra([joined(700)]), writtenDevices([])],
    scope: entraJoined,
    outcome: 'warning',
    notes: { [guid(700)]: 'DEV-013' },
  },
  {
    name: 'Entra joined, written-back devices not read',
    evidence: [computers([]), entra([joined(700)])],
    scope: entraJoined,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Graph refused',
    evidence: [one, failed('entra.devices', 'tenant', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

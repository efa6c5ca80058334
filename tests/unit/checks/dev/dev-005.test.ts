import check from '../../../../src-main/checks/dev/dev-005-registered-devices.check';
import { describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { computer, computers, device, entra, joined, sid, without } from '../dir/pilot-devices';

const one = computers([computer(417)]);
const entraJoined = { joinTypes: { hybridJoined: false, entraJoined: true } };
const other = device(9);

describeCheck(check, [
  {
    name: 'registered and enabled',
    evidence: [one, entra([device(417), other])],
    outcome: 'pass',
    objects: { [sid(417)]: 'pass' },
  },
  {
    name: 'pending',
    evidence: [one, entra([without(device(417), 'registrationDateTime'), other])],
    outcome: 'fail',
    severity: 'blocker',
    notes: { [sid(417)]: 'Pending' },
  },
  {
    name: 'disabled',
    evidence: [one, entra([device(417, { accountEnabled: false })])],
    outcome: 'fail',
    notes: { [sid(417)]: 'Disabled' },
  },
  {
    name: 'not told whether enabled',
    evidence: [one, entra([without(device(417), 'accountEnabled')])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'not in use',
    evidence: [one, entra([device(417, { approximateLastSignInDateTime: '2026-09-01T08:00:00Z' })])],
    outcome: 'warning',
    severity: 'low',
  },
  {
    name: 'a list without the times',
    evidence: [one, entra([without(device(417), 'registrationDateTime')])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['registrationDateTime'],
  },
  {
    name: 'no device yet',
    evidence: [one, entra([other])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['DEV-001'],
  },
  { name: 'the pilot was not read', evidence: [entra([other])], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'Entra joined',
    scope: entraJoined,
    evidence: [entra([joined(3)])],
    outcome: 'pass',
    objects: { [guid(3)]: 'pass' },
  },
]);

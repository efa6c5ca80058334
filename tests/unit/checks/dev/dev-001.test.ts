import check from '../../../../src-main/checks/dev/dev-001-join-types.check';
import { describeCheck, failed } from '../check-cases';
import { forest } from '../contoso';
import { computer, computers, device, entra, joined, sid, without } from '../dir/pilot-devices';

const pilot = computers([computer(417), computer(431)]);
const registered = (number: number) =>
  without(
    device(9000 + number, { trustType: 'Workplace', displayName: `PC${number}` }),
    'onPremisesSecurityIdentifier',
  );

describeCheck(check, [
  {
    name: 'each is hybrid joined',
    evidence: [pilot, entra([device(417), device(431)])],
    outcome: 'pass',
    objects: { [sid(417)]: 'pass', [sid(431)]: 'pass' },
  },
  {
    name: 'one is absent',
    evidence: [pilot, entra([device(417)])],
    outcome: 'fail',
    severity: 'info',
    says: ['1 of 2 pilot computers is not joined'],
  },
  {
    name: 'one is only registered',
    evidence: [pilot, entra([device(417), registered(431)])],
    outcome: 'fail',
    notes: { [sid(431)]: 'Only registered' },
  },
  {
    name: 'one is registered as well',
    evidence: [pilot, entra([device(417), device(431), registered(431)])],
    outcome: 'warning',
    objects: { [sid(417)]: 'pass', [sid(431)]: 'warning' },
  },
  {
    name: 'the list was cut off',
    evidence: [pilot, entra([device(417)], false)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'the pilot was not read', evidence: [entra([device(417)])], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'a domain was denied',
    evidence: [
      pilot,
      failed('ad.pilot-computers', `emea.${forest}`, 'access-denied'),
      entra([device(417), device(431)]),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Entra joined only',
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    evidence: [entra([joined(1), joined(2)])],
    outcome: 'info',
    says: ['2 Entra joined devices'],
  },
]);

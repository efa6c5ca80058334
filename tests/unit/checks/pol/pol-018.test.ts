import check from '../../../../src-main/checks/pol/pol-018-convenience-pin.check';
import { describeCheck } from '../check-cases';
import {
  computersIn,
  container,
  domain,
  link,
  pilotUnit,
  policy,
  registry,
  staff,
  unitId,
  windowsSystem,
} from './policies';

const on = policy(1, 'Workstation Baseline', { machine: [windowsSystem('AllowDomainPINLogon', 1)] });
const linkedTo = (one: typeof on, unit = pilotUnit) => [
  ...domain([one], [container(unit, [link(one)])]),
  computersIn(),
];

describeCheck(check, [
  { name: 'not set', evidence: linkedTo(policy(1, 'Empty')), outcome: 'pass', objects: { [unitId]: 'pass' } },
  {
    name: 'set to 0',
    evidence: linkedTo(policy(1, 'Off', { machine: [windowsSystem('AllowDomainPINLogon', 0)] })),
    outcome: 'pass',
  },
  {
    name: 'switched on',
    evidence: linkedTo(on),
    outcome: 'warning',
    severity: 'medium',
    says: ['take for Hello', '“Workstation Baseline”'],
  },
  { name: 'switched on elsewhere', evidence: linkedTo(on, staff), outcome: 'pass' },
  {
    name: 'in the user half without effect',
    evidence: linkedTo(policy(1, 'User', { user: [windowsSystem('AllowDomainPINLogon', 1)] })),
    outcome: 'pass',
  },
  { name: 'of unknown application', evidence: [registry(on)], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'both channels',
    evidence: linkedTo(policy(1, 'Empty')),
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Intune',
    evidence: linkedTo(on),
    scope: { policyChannel: 'intune' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);

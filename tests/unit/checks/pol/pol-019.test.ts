import check from '../../../../src-main/checks/pol/pol-019-biometrics.check';
import { describeCheck, failed } from '../check-cases';
import {
  biometrics,
  computersIn,
  container,
  directory,
  domain,
  hello,
  link,
  pilotUnit,
  policy,
  policyTarget,
  registry,
  sites,
  unitId,
} from './policies';

const unlock = {
  ...hello('GroupA', 0),
  key: 'SOFTWARE\\Policies\\Microsoft\\PassportForWork\\DeviceUnlock',
  type: 1,
  value: '{D6886603-9D2F-4EB2-B667-1971041FA96B}',
};
const strict = policy(1, 'Unlock', { machine: [biometrics('Enabled', 1), unlock] });
const off = policy(2, 'No biometrics', { machine: [biometrics('Enabled', 0)] });
const linkedTo = (one: typeof off) => [...domain([one], [container(pilotUnit, [link(one)])]), computersIn()];

describeCheck(check, [
  {
    name: 'nothing set',
    evidence: linkedTo(policy(1, 'Empty')),
    outcome: 'info',
    says: ['No policy that was read'],
    objects: { [unitId]: 'info' },
  },
  {
    name: 'allowed, with unlock factors',
    evidence: linkedTo(strict),
    outcome: 'info',
    severity: 'info',
    says: ['2 settings'],
    differs: [],
  },
  {
    name: 'switched off',
    evidence: linkedTo(off),
    outcome: 'warning',
    says: ['switched off at OU=WHFB Pilot', '1 setting of'],
  },
  { name: 'of unknown application', evidence: [registry(off)], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'settings refused',
    evidence: [
      directory([off], [container(pilotUnit, [link(off)])]),
      registry(strict),
      failed('policy.registry', policyTarget(2), 'access-denied'),
      sites(),
      computersIn(),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['could not be seen'],
  },
  {
    name: 'Intune',
    evidence: linkedTo(off),
    scope: { policyChannel: 'intune' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);

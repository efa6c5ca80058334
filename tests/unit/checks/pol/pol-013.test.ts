import check from '../../../../src-main/checks/pol/pol-013-post-logon-provisioning.check';
import { describeCheck } from '../check-cases';
import { client, idOf, pc1, pc2 } from '../prv/clients';
import { computersIn, container, domain, hello, link, pilotUnit, policy, registry, unitId } from './policies';

const name = 'DisablePostLogonProvisioning';
const quiet = policy(1, 'Quiet', { machine: [hello(name, 1)] });
const linkedTo = (one: typeof quiet) => [...domain([one], [container(pilotUnit, [link(one)])]), computersIn()];

describeCheck(check, [
  {
    name: 'not set, clients say YES',
    evidence: [...linkedTo(policy(1, 'Empty')), client(pc1)],
    outcome: 'pass',
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'pass' },
  },
  { name: 'set to 0', evidence: linkedTo(policy(1, 'Loud', { machine: [hello(name, 0)] })), outcome: 'pass' },
  {
    name: 'switched off',
    evidence: linkedTo(quiet),
    outcome: 'warning',
    severity: 'medium',
    says: ['start it in Settings'],
    differs: ['“Quiet”, computer half'],
  },
  {
    name: 'a client says NO',
    evidence: [...linkedTo(policy(1, 'Empty')), client(pc1), client(pc2, { PostLogonEnabled: 'NO' })],
    outcome: 'warning',
    objects: { [unitId]: 'pass', [idOf(pc1)]: 'pass', [idOf(pc2)]: 'warning' },
  },
  { name: 'only clients', evidence: [client(pc1)], outcome: 'pass' },
  {
    name: 'a policy of unknown application',
    evidence: [registry(quiet)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'both channels, not set by group policy',
    evidence: linkedTo(policy(1, 'Empty')),
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'Intune, a client says NO',
    evidence: [client(pc1, { PostLogonEnabled: 'NO' })],
    scope: { policyChannel: 'intune' },
    outcome: 'warning',
  },
  {
    name: 'Intune, no client',
    evidence: linkedTo(quiet),
    scope: { policyChannel: 'intune' },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);

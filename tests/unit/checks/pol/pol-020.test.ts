import check from '../../../../src-main/checks/pol/pol-020-smart-card-emulation.check';
import { describeCheck } from '../check-cases';
import { computersIn, container, domain, hello, link, pilotUnit, policy, registry, unitId } from './policies';

const off = policy(1, 'No emulation', { machine: [hello('DisableSmartCardNode', 1)] });
const linkedTo = (one: typeof off) => [...domain([one], [container(pilotUnit, [link(one)])]), computersIn()];
const remoteDesktop = { remoteDesktop: true } as const;

describeCheck(check, [
  { name: 'not set', evidence: linkedTo(policy(1, 'Empty')), outcome: 'pass', objects: { [unitId]: 'pass' } },
  {
    name: 'not set, remote desktop wanted',
    evidence: linkedTo(policy(1, 'Empty')),
    scope: remoteDesktop,
    outcome: 'pass',
  },
  {
    name: 'off, remote desktop wanted',
    evidence: linkedTo(off),
    scope: remoteDesktop,
    outcome: 'warning',
    severity: 'low',
    says: ['although it is needed', 'remote desktops'],
  },
  {
    name: 'off, nothing needs it',
    evidence: linkedTo(off),
    outcome: 'pass',
    notes: { [unitId]: 'nothing in this scope needs' },
  },
  {
    name: 'off, while certificates are to be smart card certificates',
    evidence: linkedTo(
      policy(1, 'Both', {
        machine: [hello('DisableSmartCardNode', 1), hello('UseHelloCertificatesAsSmartCardCertificates', 1)],
      }),
    ),
    outcome: 'warning',
    notes: { [unitId]: 'needs the emulation' },
  },
  {
    name: 'set to 0',
    evidence: linkedTo(policy(1, 'On', { machine: [hello('DisableSmartCardNode', 0)] })),
    scope: remoteDesktop,
    outcome: 'pass',
  },
  {
    name: 'of unknown application',
    evidence: [registry(off)],
    scope: remoteDesktop,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'both channels',
    evidence: linkedTo(policy(1, 'Empty')),
    scope: { policyChannel: 'both' },
    outcome: 'unknown',
    reason: 'not-collected',
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

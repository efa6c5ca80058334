import check from '../../../../src-main/checks/tru/tru-007-remote-desktop.check';
import { answered } from '../answers';
import { describeCheck, failed } from '../check-cases';

const scope = { remoteDesktop: true };

describeCheck(check, [
  {
    name: 'in the scope',
    evidence: [],
    scope,
    outcome: 'info',
    severity: 'info',
    says: ['Certificate trust satisfies it', 'Remote Credential Guard'],
  },
  {
    name: 'in the scope and in the interview',
    evidence: [answered('certificate-needs', 'remote-desktop regulation')],
    scope,
    outcome: 'info',
    says: ['The scope asks for'],
  },
  {
    name: 'in the interview only',
    evidence: [answered('certificate-needs', 'remote-desktop')],
    outcome: 'info',
    says: ['the scope does not'],
  },
  { name: 'not wanted', evidence: [answered('certificate-needs', 'regulation')], outcome: 'not-applicable' },
  { name: 'not in the scope, interview not held', evidence: [], outcome: 'not-applicable' },
  {
    name: 'in the scope, interview unreadable',
    evidence: [failed('interview.answer', 'certificate-needs', 'unreadable')],
    scope,
    outcome: 'info',
  },
]);

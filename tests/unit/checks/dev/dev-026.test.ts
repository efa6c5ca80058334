import check from '../../../../src-main/checks/dev/dev-026-join-plan.check';
import { answered, tooOld } from '../answers';
import { describeCheck } from '../check-cases';

describeCheck(check, [
  {
    name: 'every point',
    evidence: [answered('hybrid-join-plan', 'devices rollout names network')],
    outcome: 'pass',
    severity: 'info',
    differs: [],
  },
  {
    name: 'points are missing',
    evidence: [answered('hybrid-join-plan', 'network devices')],
    outcome: 'warning',
    says: ['2 of 4', 'Controlled roll-out and User principal names'],
    differs: ['Controlled roll-out', 'User principal names'],
  },
  { name: 'none', evidence: [answered('hybrid-join-plan', 'none')], outcome: 'warning', says: ['0 of 4'] },
  { name: 'not asked', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'another question only',
    evidence: [answered('adfs-design', 'yes')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no hybrid joined devices',
    evidence: [answered('hybrid-join-plan', 'none')],
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
  {
    name: 'an answer too old to count',
    evidence: [tooOld(answered('hybrid-join-plan', 'none'))],
    outcome: 'unknown',
    reason: 'stale',
  },
]);

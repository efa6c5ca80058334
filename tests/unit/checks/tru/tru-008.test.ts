import check from '../../../../src-main/checks/tru/tru-008-planning-decisions.check';
import { answered, tooOld } from '../answers';
import { describeCheck } from '../check-cases';

const all =
  'deployment trust-type device-registration key-registration directory-synchronization multifactor-authentication management active-directory public-key-infrastructure cloud';

describeCheck(check, [
  {
    name: 'every decision',
    evidence: [answered('planning-decisions', all)],
    outcome: 'pass',
    severity: 'info',
    says: ['All decisions'],
  },
  {
    name: 'one is open',
    evidence: [answered('planning-decisions', all.replace(' cloud', ''))],
    outcome: 'warning',
    says: ['9 of 10', 'Cloud licences'],
    differs: ['Cloud licences'],
  },
  { name: 'none', evidence: [answered('planning-decisions', 'none')], outcome: 'warning', says: ['0 of 10'] },
  { name: 'not asked', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'an answer too old to count',
    evidence: [tooOld(answered('planning-decisions', 'none'))],
    outcome: 'unknown',
    reason: 'stale',
  },
]);

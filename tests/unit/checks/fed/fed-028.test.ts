import check from '../../../../src-main/checks/fed/fed-028-design-guide.check';
import { answered, tooOld } from '../answers';
import { describeCheck } from '../check-cases';

const label = 'Was the farm designed along the design and deployment guides?';

describeCheck(check, [
  {
    name: 'with the document',
    evidence: [answered('adfs-design', 'yes', { attachment: 'AD FS Entwurf März.pdf' })],
    outcome: 'pass',
    severity: 'info',
    says: ['AD FS Entwurf März.pdf'],
    differs: [],
  },
  {
    name: 'said without a document',
    evidence: [answered('adfs-design', 'yes')],
    outcome: 'warning',
    says: ['no document'],
    differs: [label],
  },
  {
    name: 'not reviewed',
    evidence: [answered('adfs-design', 'no')],
    outcome: 'warning',
    says: ['were not reviewed'],
    differs: [label],
  },
  { name: 'not asked', evidence: [], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'only another question was answered',
    evidence: [answered('extranet-use', 'remote')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an answer too old to count',
    evidence: [tooOld(answered('adfs-design', 'yes'))],
    outcome: 'unknown',
    reason: 'stale',
  },
]);

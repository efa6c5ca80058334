import check from '../../../../src-main/checks/fed/fed-020-device-claims.check';
import { describeCheck } from '../check-cases';
import { rule, trust, trustId, withRules } from './entra-trust';

const { accountType, objectGuid, primarySid } = rule;

describeCheck(check, [
  {
    name: 'the three claims',
    evidence: [withRules(accountType, objectGuid, primarySid)],
    outcome: 'pass',
    objects: { [trustId]: 'pass' },
  },
  {
    name: 'no account type',
    evidence: [withRules(objectGuid, primarySid)],
    outcome: 'fail',
    severity: 'blocker',
    says: ['no accounttype claim'],
    differs: ['Claim accounttype for computers'],
  },
  {
    name: 'no rule at all',
    evidence: [withRules()],
    outcome: 'fail',
    says: ['accounttype, onpremobjectguid and primarysid'],
  },
  {
    name: 'added twice',
    evidence: [withRules(accountType, accountType, objectGuid, primarySid)],
    outcome: 'warning',
    says: ['accounttype'],
  },
  { name: 'no trust', evidence: [trust({ count: 0 })], outcome: 'not-applicable' },
  { name: 'rules not exported', evidence: [trust()], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'rules cut off',
    evidence: [withRules(accountType.slice(0, 100))],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'no hybrid joined devices',
    evidence: [withRules()],
    scope: { joinTypes: { hybridJoined: false, entraJoined: true } },
    outcome: 'not-applicable',
  },
]);

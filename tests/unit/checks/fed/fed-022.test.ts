import check from '../../../../src-main/checks/fed/fed-022-source-anchor.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck, record } from '../check-cases';
import { rule, trust, withRules } from './entra-trust';

const anchor = (attribute: string): EvidenceRecord =>
  record('connect.settings', 'aadc01.contoso.com', {
    host: 'aadc01.contoso.com',
    parameters: { 'Microsoft.SynchronizationOption.AnchorAttribute': attribute },
    features: {},
  });

describeCheck(check, [
  {
    name: 'users and computers',
    evidence: [withRules(rule.userAnchor('objectguid'), rule.computerAnchor)],
    outcome: 'pass',
  },
  {
    name: 'users only',
    evidence: [withRules(rule.userAnchor('objectguid'))],
    outcome: 'fail',
    severity: 'high',
    differs: ['ImmutableID for computers'],
  },
  { name: 'nobody', evidence: [withRules()], outcome: 'pass' },
  {
    name: 'another anchor than that of Entra Connect',
    evidence: [anchor('mS-DS-ConsistencyGuid'), withRules(rule.userAnchor('objectguid'), rule.computerAnchor)],
    outcome: 'warning',
    says: ['mS-DS-ConsistencyGuid'],
  },
  {
    name: 'the anchor of Entra Connect',
    evidence: [
      anchor('mS-DS-ConsistencyGuid'),
      withRules(rule.userAnchor('ms-ds-consistencyguid'), rule.computerAnchor),
    ],
    outcome: 'pass',
  },
  {
    name: 'rules not exported',
    evidence: [trust()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['IssuanceTransformRules'],
  },
  {
    name: 'rules that cannot be read',
    evidence: [withRules('=> issue(')],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'no trust with Entra ID',
    evidence: [trust({ count: 0 })],
    outcome: 'not-applicable',
    says: ['FED-005'],
  },
]);

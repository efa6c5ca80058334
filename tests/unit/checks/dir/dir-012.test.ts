import check from '../../../../src-main/checks/dir/dir-012-synchronisation-tool.check';
import { describeCheck, failed } from '../check-cases';
import { partitionsOf } from '../sites';
import { agent, connector, serviceAccountsOf } from './sync-accounts';

const { lastLogon: _, ...neverSeen } = connector();
const id = 'forest:contoso.com';

describeCheck(check, [
  {
    name: 'Connect Sync in use',
    evidence: [serviceAccountsOf([connector()])],
    outcome: 'pass',
    says: ['MSOL_a1b2c3d4e5f6', '30 days'],
    objects: { [id]: 'pass' },
  },
  {
    name: 'only cloud sync is to be seen, which does not prove that Connect Sync is absent',
    evidence: [serviceAccountsOf([agent()])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Only cloud sync', 'another name'],
  },
  {
    name: 'both, and AD does not say whose the pilot is',
    evidence: [serviceAccountsOf([connector(), agent()])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['which of them'],
  },
  {
    name: 'a disabled agent account beside Connect Sync',
    evidence: [serviceAccountsOf([connector(), agent({ enabled: false })])],
    outcome: 'pass',
  },
  {
    name: 'a connector not seen for months',
    evidence: [serviceAccountsOf([connector('contoso.onmicrosoft.com', { lastLogon: '2026-06-01T00:00:00Z' })])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no recent sign-in'],
  },
  {
    name: 'a connector never seen',
    evidence: [serviceAccountsOf([neverSeen])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a disabled connector',
    evidence: [serviceAccountsOf([connector('contoso.onmicrosoft.com', { enabled: false })])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'neither seen',
    evidence: [serviceAccountsOf([])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['No account with a name'],
  },
  {
    name: 'the account lives in another domain of the forest',
    evidence: [
      partitionsOf(['contoso.com', 'emea.contoso.com']),
      serviceAccountsOf([]),
      serviceAccountsOf([connector()], 'emea.contoso.com'),
    ],
    outcome: 'pass',
    objects: { [id]: 'pass' },
  },
  {
    name: 'a second forest without it',
    evidence: [
      partitionsOf(['contoso.com']),
      partitionsOf(['fabrikam.com']),
      serviceAccountsOf([connector()]),
      serviceAccountsOf([], 'fabrikam.com'),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [id]: 'pass', 'forest:fabrikam.com': 'unknown' },
  },
  {
    name: 'two forests with it',
    evidence: [
      partitionsOf(['contoso.com']),
      partitionsOf(['fabrikam.com']),
      serviceAccountsOf([connector()]),
      serviceAccountsOf([connector()], 'fabrikam.com'),
    ],
    outcome: 'pass',
    says: ['all 2 forests'],
  },
  {
    name: 'a domain of the forest could not be read',
    evidence: [serviceAccountsOf([connector()]), failed('ad.service-accounts', 'emea.contoso.com', 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'only accounts outside the scope were read',
    evidence: [serviceAccountsOf([connector()], 'fabrikam.com')],
    scope: { forests: ['contoso.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['were not read'],
  },
]);

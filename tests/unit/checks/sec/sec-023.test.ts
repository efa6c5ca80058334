import check from '../../../../src-main/checks/sec/sec-023-connect-account.check';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { forest, forestDn } from '../contoso';
import { connector, group, type PrincipalChanges, principalRecords, rid, serviceAccount, sidOf } from '../principals';

const features = (soft: boolean, hard?: boolean) =>
  record('entra.synchronization', 'tenant', {
    features: {
      blockSoftMatchEnabled: soft,
      ...(hard === undefined ? {} : { blockCloudObjectTakeoverThroughHardMatchEnabled: hard }),
    },
  });
const inGroup = (...names: readonly string[]) => ({
  ...connector,
  memberOf: names.map((name) => `CN=${name},CN=Users,${forestDn}`),
});
const having = (principals: PrincipalChanges = {}): CheckCase['evidence'] => [
  ...principalRecords(principals),
  features(true, true),
];
const id = sidOf(rid.connector);

describeCheck(check, [
  {
    name: 'no administrator, tenant guarded',
    evidence: having(),
    outcome: 'pass',
    decisive: ['ad.service-accounts accounts.*.primaryGroupId'],
    says: ["1 account of Entra Connect is in no administrators' group"],
    objects: { [id]: 'pass', 'entra.synchronization': 'pass' },
  },
  {
    name: 'Domain Admins',
    evidence: having({ accounts: [inGroup('Domain Admins')] }),
    outcome: 'fail',
    says: ['MSOL_4f1c2d3e5a6b is an administrator'],
    notes: { [id]: 'CONTOSO\\Domain Admins' },
  },
  {
    name: 'administrators by a nested group',
    evidence: having({
      groups: [group('Dienste', 1650, { memberOf: [`CN=Administrators,CN=Builtin,${forestDn}`] })],
      accounts: [inGroup('Dienste')],
    }),
    outcome: 'fail',
    notes: { [id]: 'Administrators' },
  },
  {
    name: 'Key Admins are no such group',
    evidence: having({ accounts: [inGroup('Key Admins')] }),
    outcome: 'pass',
  },
  {
    name: 'the account of the service',
    evidence: having({
      accounts: [
        serviceAccount('ADSyncMSA8f31$', 1651, {
          accountClass: 'group-managed',
          memberOf: [`CN=Enterprise Admins,CN=Users,${forestDn}`],
        }),
      ],
    }),
    outcome: 'fail',
    objects: { [id]: 'pass', [sidOf(1651)]: 'fail', 'entra.synchronization': 'pass' },
  },
  {
    name: 'an account that Connect itself names',
    evidence: [
      ...having({
        accounts: [serviceAccount('svc-sync', 1652, { memberOf: [`CN=Domain Admins,CN=Users,${forestDn}`] })],
      }),
      record('connect.connectors', 'aadc01', {
        host: 'aadc01',
        connectors: [{ name: 'contoso.com', type: 'AD', account: 'contoso.com\\svc-sync', partitions: [] }],
      }),
    ],
    outcome: 'fail',
    says: ['svc-sync is an administrator'],
  },
  {
    name: 'a disabled left-over among the administrators',
    evidence: having({
      accounts: [
        serviceAccount('MSOL_00000000', 1653, { enabled: false, memberOf: [`CN=Domain Admins,CN=Users,${forestDn}`] }),
      ],
    }),
    outcome: 'pass',
    objects: { [id]: 'pass', 'entra.synchronization': 'pass' },
  },
  {
    name: 'soft matching allowed',
    evidence: [...principalRecords(), features(false, true)],
    outcome: 'warning',
    says: ['does not block'],
    notes: { 'entra.synchronization': 'soft matching is blocked' },
  },
  {
    name: 'a feature is not in the answer',
    evidence: [...principalRecords(), features(true)],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'tenant not read',
    evidence: principalRecords(),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['none seen among the administrators', 'Not known: Synchronisation features'],
  },
  {
    name: 'a group on the way was not read',
    evidence: having({ accounts: [inGroup('Verborgen')] }),
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [id]: 'unknown', 'entra.synchronization': 'pass' },
  },
  {
    name: 'no account with such a name',
    evidence: having().map((piece) =>
      piece.kind === 'ad.service-accounts' ? record('ad.service-accounts', forest, { accounts: [] }) : piece,
    ),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['an account of another name'],
  },
  {
    name: 'denied',
    evidence: [failed('ad.service-accounts', forest, 'access-denied'), features(true, true)],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

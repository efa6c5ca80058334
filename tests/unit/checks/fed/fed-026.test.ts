import check from '../../../../src-main/checks/fed/fed-026-service-account.check';
import type { ServiceAccount } from '../../../../src-shared/model/evidence/access';
import { describeCheck, record } from '../check-cases';
import { domainSid, forest, forestDn } from '../contoso';
import { federation } from './entra-domains';
import { serviceAccount } from './service-accounts';

const accounts = (...list: readonly ServiceAccount[]) => record('ad.service-accounts', forest, { accounts: list });
const admins = {
  distinguishedName: `CN=Domänen-Admins,CN=Users,${forestDn}`,
  objectSid: `${domainSid}-512`,
  samAccountName: 'Domänen-Admins',
  adminCount: true,
  memberOf: [],
};
const everybody = (rid: number, samAccountName: string) => ({
  ...admins,
  distinguishedName: `CN=${samAccountName},CN=Users,${forestDn}`,
  objectSid: `${domainSid}-${rid}`,
  samAccountName,
  adminCount: false,
});
const service = federation();
const directory = [
  record('ad.groups', forest, {
    groups: [admins, everybody(513, 'Domain Users'), everybody(515, 'Domain Computers')],
    total: 3,
  }),
  record('ad.privileged-groups', forest, { groups: [{ ...admins, members: [], memberCount: 0 }] }),
  record('ad.domain', forest, { distinguishedName: forestDn, objectSid: domainSid }),
  record('ad.partitions', forest, {
    upnSuffixes: [],
    domains: [{ dnsRoot: forest, netBiosName: 'CONTOSO', namingContext: forestDn }],
  }),
  service,
];
const ordinary = serviceAccount({ accountClass: 'user', samAccountName: 'svc-adfs', primaryGroupId: 513 });

describeCheck(check, [
  {
    name: 'a group managed account',
    evidence: [accounts(serviceAccount()), ...directory],
    outcome: 'pass',
    decisive: ['ad.service-accounts accounts.*.primaryGroupId'],
    objects: { [`${domainSid}-1115`]: 'pass' },
  },
  { name: 'an ordinary user', evidence: [accounts(ordinary), ...directory], outcome: 'warning', severity: 'medium' },
  {
    name: 'a member of Domain Admins, whatever its name',
    evidence: [accounts(serviceAccount({ memberOf: [admins.distinguishedName] })), ...directory],
    outcome: 'fail',
    says: ['Domänen-Admins'],
  },
  {
    name: 'no account with the name',
    evidence: [accounts(serviceAccount({ servicePrincipalNames: [] })), ...directory],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a standalone managed account',
    evidence: [accounts(serviceAccount({ accountClass: 'standalone-managed' })), ...directory],
    outcome: 'warning',
    says: ['a standalone managed service account'],
  },
  {
    name: 'the computer account of a node',
    evidence: [accounts(serviceAccount({ accountClass: 'computer' })), ...directory],
    outcome: 'fail',
    says: ['It is a computer account.'],
  },
  {
    name: 'groups not read',
    evidence: [
      accounts(serviceAccount()),
      ...directory.filter(({ kind }) => kind !== 'ad.groups' && kind !== 'ad.privileged-groups'),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whether it is in a privileged group was not read'],
  },
  {
    name: 'several accounts, and the name of the federation service is not known',
    evidence: [
      accounts(serviceAccount(), { ...ordinary, objectSid: `${domainSid}-1116` }),
      ...directory.filter((piece) => piece !== service),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['Several accounts'],
  },
]);

import check from '../../../../src-main/checks/pki/pki-022-agent-permissions.check';
import type { SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck } from '../check-cases';
import { dnOf, forest, guid } from '../contoso';
import { adfsAccount, descriptor, group, type PrincipalChanges, principalRecords, rid, sidOf } from '../principals';
import { agentAbsenceCases, withAgents } from './agent-template-cases';
import { authenticatedUsers, autoEnroll, denyEnroll, enroll, enrolling, everyone, everyRight } from './template-rights';
import { agentTemplate } from './templates';

const id = guid(102);
const adfs = sidOf(rid.adfs);
const farm = sidOf(1720);
const inFarm: PrincipalChanges = {
  groups: [group('AD FS Farm', 1720)],
  accounts: [{ ...adfsAccount, memberOf: [`CN=AD FS Farm,CN=Users,${dnOf(forest)}`] }],
};
const having = (
  securityDescriptor: SecurityDescriptor | undefined,
  principals: PrincipalChanges = {},
): CheckCase['evidence'] => [...withAgents(agentTemplate({ securityDescriptor })), ...principalRecords(principals)];
const nobodyReads = (...sids: readonly string[]): SecurityDescriptor => ({
  ...enrolling(...sids),
  entries: sids.map(enroll),
});

describeCheck(check, [
  {
    name: 'the AD FS account only (sample A.8)',
    evidence: having(enrolling(adfs)),
    outcome: 'pass',
    says: ['svc-adfs$', 'nobody else besides Tier 0'],
    objects: { [id]: 'pass' },
  },
  { name: 'through a group of its own', evidence: having(enrolling(farm), inFarm), outcome: 'pass' },
  {
    name: 'by every extended right, which includes autoenrolment',
    evidence: having(descriptor([everyRight(adfs)])),
    outcome: 'warning',
    severity: 'low',
  },
  {
    name: 'AD FS lacks it',
    evidence: having(enrolling()),
    outcome: 'fail',
    severity: 'blocker',
    says: ['does not let the AD FS service account (svc-adfs$) read and enrol'],
    differs: ['WHFBEnrollmentAgent'],
  },
  {
    name: 'one of two accounts that may be that of AD FS lacks it',
    evidence: having(enrolling(adfs), {
      accounts: [
        {
          ...adfsAccount,
          samAccountName: 'adfs2$',
          objectSid: sidOf(1721),
          distinguishedName: `CN=adfs2,${dnOf(forest)}`,
        },
      ],
    }),
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['only some of the accounts'],
  },
  {
    name: 'AD FS may enrol but not read',
    evidence: having(nobodyReads(adfs)),
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'AD FS is denied by its group',
    evidence: having(descriptor([denyEnroll(farm), enroll(adfs)]), inFarm),
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'Domain Users have it as well',
    evidence: having(enrolling(adfs, sidOf(rid.domainUsers))),
    outcome: 'fail',
    severity: 'high',
    says: ['lets CONTOSO\\Domain Users enrol'],
  },
  {
    name: 'Authenticated Users only: AD FS has it by them, and everybody else',
    evidence: having(enrolling(authenticatedUsers)),
    outcome: 'fail',
    severity: 'high',
  },
  { name: 'Everyone', evidence: having(enrolling(adfs, everyone)), outcome: 'fail', severity: 'high' },
  {
    name: 'Domain Computers, of which a managed account is a member',
    evidence: having(enrolling(sidOf(rid.domainComputers))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'AD FS lacks it and Domain Users have it',
    evidence: having(enrolling(sidOf(rid.domainUsers))),
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'another service account has it as well',
    evidence: having(enrolling(adfs, sidOf(rid.connector))),
    outcome: 'warning',
    severity: 'high',
    says: ['MSOL_'],
  },
  {
    name: 'Domain Admins and Enterprise Admins are Tier 0',
    evidence: having(enrolling(adfs, sidOf(rid.domainAdmins), sidOf(rid.enterpriseAdmins))),
    outcome: 'pass',
  },
  {
    name: 'AD FS may autoenrol as well (D17)',
    evidence: having(descriptor([enroll(adfs), autoEnroll(adfs)])),
    outcome: 'warning',
    severity: 'low',
    says: ['autoenrol'],
  },
  {
    name: 'groups not read: AD FS may be in the one that has it',
    evidence: having(enrolling(farm)).filter(({ kind }) => kind !== 'ad.groups'),
    outcome: 'warning',
    says: ['as well', 'it was not read whether the AD FS service account'],
  },
  {
    name: 'the account is not known',
    evidence: withAgents(agentTemplate({ securityDescriptor: enrolling(adfs) })),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no account that was read'],
  },
  {
    name: 'the account is not known, and everybody has it',
    evidence: withAgents(agentTemplate({ securityDescriptor: enrolling(authenticatedUsers) })),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'permissions not visible',
    evidence: having(undefined),
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['nTSecurityDescriptor'],
  },
  ...agentAbsenceCases,
]);

import check from '../../../../src-main/checks/pki/pki-020-agent-subject.check';
import type { ServiceAccount } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, record } from '../check-cases';
import { federationService, forest, guid } from '../contoso';
import { principalRecords, rid, serviceAccount } from '../principals';
import { agentAbsenceCases, withAgents } from './agent-template-cases';
import { agentTemplate } from './templates';

const id = guid(102);
const built = 0x8200_0000;
const userAccount = serviceAccount('svc.adfs', rid.adfs, { servicePrincipalNames: ['host/fs.contoso.com'] });
const openId = record('adfs.openid-configuration', federationService, {
  host: federationService,
  answers: [{ issuer: `https://${federationService}/adfs`, scopesSupported: [], sha256: '' }],
});
const having = (nameFlag: number | undefined, accounts: readonly ServiceAccount[] = []): CheckCase['evidence'] => [
  ...withAgents(agentTemplate({ nameFlag })),
  ...principalRecords({ accounts }),
  openId,
];

describeCheck(check, [
  {
    name: 'managed account, subject from the request (sample A.8)',
    evidence: having(1),
    outcome: 'pass',
    says: ['svc-adfs$ (a managed service account)'],
    objects: { [id]: 'pass' },
  },
  {
    name: 'managed account, subject built',
    evidence: having(built),
    outcome: 'fail',
    severity: 'blocker',
    says: ['which the CA cannot do'],
    differs: ['WHFBEnrollmentAgent'],
  },
  { name: 'ordinary account, subject built', evidence: having(built, [userAccount]), outcome: 'pass' },
  {
    name: 'ordinary account, subject from the request',
    evidence: having(1, [userAccount]),
    outcome: 'warning',
    severity: 'high',
    says: ['SEC-003'],
  },
  {
    name: 'ordinary account, common name only',
    evidence: having(0x4000_0000, [userAccount]),
    outcome: 'warning',
    severity: 'high',
    says: ['distinguished name and UPN'],
  },
  {
    name: 'a computer account',
    evidence: having(1, [{ ...userAccount, accountClass: 'computer' }]),
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'two accounts of different kinds',
    evidence: having(1, [{ ...userAccount, objectSid: `${userAccount.objectSid}9` }]),
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['svc-adfs$', 'svc.adfs'],
  },
  {
    name: 'two managed accounts: the kind is the same',
    evidence: having(1, [
      serviceAccount('adfs2$', 1699, {
        accountClass: 'group-managed',
        servicePrincipalNames: ['HOST/FS.contoso.com:443'],
      }),
    ]),
    outcome: 'pass',
  },
  {
    name: 'no account has the SPN',
    evidence: having(1, [{ ...userAccount, servicePrincipalNames: ['http/intranet.contoso.com'] }]),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no account that was read'],
  },
  {
    name: 'accounts not read',
    evidence: withAgents(agentTemplate()),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'flag not returned', evidence: having(undefined), outcome: 'unknown', reason: 'access-denied' },
  {
    name: 'without a federation name the only account with a host SPN is the one',
    evidence: having(built).filter(({ kind }) => kind !== 'adfs.openid-configuration'),
    outcome: 'fail',
  },
  {
    name: 'AD FS is not the registration authority',
    evidence: having(1),
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'none' }, forests: [forest] },
    outcome: 'not-applicable',
  },
  ...agentAbsenceCases,
]);

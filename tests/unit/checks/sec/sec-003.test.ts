import check from '../../../../src-main/checks/sec/sec-003-enrolment-agents.check';
import type { AgentRestriction } from '../../../../src-shared/model/evidence/authority-settings';
import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { enrolling } from '../pki/template-rights';
import { agentTemplate, builtIn, type Changes, helloTemplate } from '../pki/templates';
import { descriptor, rid, sidOf } from '../principals';
import { settingsOf } from './authority-settings';
import { offeredCases, offering } from './offered-cases';

const [hello, agentId, offline] = [guid(101), guid(102), guid(112)];
const users = sidOf(rid.domainUsers);
const adfs = sidOf(rid.adfs);
const agent = (changes: Changes = {}): CertificateTemplate =>
  agentTemplate({ securityDescriptor: enrolling(adfs), ...changes });
/** A template for ordinary users that no agent can redeem: it asks for no signature, in schema version 4. */
const safe = helloTemplate({
  cn: 'Benutzer',
  objectGuid: guid(162),
  privateKeyFlag: 0,
  raSignatures: 0,
  raApplicationPolicies: [],
  securityDescriptor: enrolling(users),
});
const listing = (...restrictions: readonly AgentRestriction[]) =>
  settingsOf({ enrollmentAgentRights: { hasDacl: true, isProtected: false, entries: [], restrictions } });
const withSecurity = (template: CertificateTemplate, ...sids: readonly string[]): CertificateTemplate => ({
  ...template,
  securityDescriptor: enrolling(...sids),
});

describeCheck(check, [
  {
    name: 'the agent template for AD FS, and nothing an agent could redeem',
    evidence: offering([safe, agent()]),
    outcome: 'pass',
    objects: { [guid(162)]: 'pass', [agentId]: 'pass' },
    notes: { [guid(162)]: 'Makes nobody', [agentId]: 'Makes CONTOSO\\svc-adfs$ enrolment agents' },
  },
  {
    name: 'condition 1: Domain Users become agents',
    evidence: offering([safe, agent({ securityDescriptor: enrolling(adfs, users) })]),
    outcome: 'fail',
    severity: 'high',
    says: ['1 of 2 published templates lets ordinary users become enrolment agents', 'CONTOSO\\Domain Users'],
    objects: { [guid(162)]: 'pass', [agentId]: 'fail' },
  },
  {
    name: 'condition 1 behind approval',
    evidence: offering([agent({ securityDescriptor: enrolling(users), enrollmentFlag: 2 })]),
    outcome: 'pass',
  },
  {
    name: 'condition 2: the WHfB template can be redeemed, as it must be',
    evidence: offering([agent(), withSecurity(helloTemplate(), users)]),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['EnrollmentAgentRights'],
    objects: { [agentId]: 'pass', [hello]: 'unknown' },
  },
  {
    name: 'condition 2 on a CA that does not restrict agents',
    evidence: [
      ...offering([agent(), withSecurity(helloTemplate(), users)]),
      settingsOf({ enrollmentAgentRights: 'unrestricted' }),
    ],
    outcome: 'warning',
    says: ['Contoso Issuing CA 1 does not restrict agents'],
    objects: { [agentId]: 'pass', [hello]: 'warning' },
  },
  {
    name: 'condition 2 on a CA that restricts agents',
    evidence: [
      ...offering([agent(), withSecurity(helloTemplate(), users)]),
      settingsOf({ enrollmentAgentRights: { hasDacl: true, isProtected: false, entries: [] } }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['tab Enrollment Agents'],
    objects: { [agentId]: 'pass', [hello]: 'unknown' },
  },
  {
    name: 'condition 2 on a CA that lets AD FS alone request it',
    evidence: [
      ...offering([agent(), withSecurity(helloTemplate(), users)]),
      listing({ allows: true, agent: adfs, subjects: [users], template: helloTemplate().cn }),
    ],
    outcome: 'pass',
    notes: { [hello]: 'svc-adfs$ only' },
  },
  {
    name: 'condition 2 on a CA that lets no agent request it',
    evidence: [
      ...offering([agent(), withSecurity(helloTemplate(), users)]),
      listing({ allows: true, agent: users, subjects: ['S-1-1-0'], template: 'Smartcard' }),
    ],
    outcome: 'pass',
    notes: { [hello]: 'on no list' },
  },
  {
    name: 'condition 2 on a CA that lets ordinary users request it for others',
    evidence: [
      ...offering([agent(), withSecurity(helloTemplate(), users)]),
      listing({ allows: true, agent: users, subjects: ['S-1-1-0'] }),
    ],
    outcome: 'warning',
    says: ['Domain Users, whom its CAs list as enrolment agents'],
  },
  {
    name: 'condition 2 on a CA that lists an agent nobody read',
    evidence: [
      ...offering([agent(), withSecurity(helloTemplate(), users)]),
      listing({ allows: true, agent: sidOf(rid.unseen), subjects: ['S-1-1-0'] }),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'condition 2, the settings of another CA',
    evidence: [
      ...offering([agent(), withSecurity(helloTemplate(), users)]),
      settingsOf({ enrollmentAgentRights: 'unrestricted' }, 'Fabrikam CA', 'ca01.fabrikam.com'),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['not part of the evidence'],
  },
  {
    name: 'condition 2: a logon template of schema version 1',
    evidence: offering([withSecurity(builtIn.smartcardLogon, users)]),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'condition 2 for Tier 0 only',
    evidence: offering([{ ...helloTemplate(), securityDescriptor: descriptor() }]),
    outcome: 'pass',
  },
  {
    name: 'conditions 1 and 2: the fail decides',
    evidence: offering([agent({ securityDescriptor: enrolling(users) }), withSecurity(helloTemplate(), users)]),
    outcome: 'fail',
    says: ['1 more could not be judged'],
  },
  {
    name: 'a built-in agent template published, as NDES needs it during set-up',
    evidence: offering([safe, withSecurity(builtIn.enrollmentAgentOffline, sidOf(rid.connector))]),
    outcome: 'warning',
    says: ['built-in template'],
    objects: { [guid(162)]: 'pass', [offline]: 'warning' },
  },
  {
    name: 'a built-in agent template for everybody',
    evidence: offering([withSecurity(builtIn.enrollmentAgent, users)]),
    outcome: 'fail',
    objects: { [guid(113)]: 'fail' },
  },
  {
    name: 'an agent group whose members were not read',
    evidence: offering([agent({ securityDescriptor: enrolling(sidOf(rid.helpdesk)) })]).filter(
      ({ kind }) => kind !== 'ad.groups',
    ),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'permissions not visible',
    evidence: offering([agent({ securityDescriptor: undefined })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'usages not returned',
    evidence: offering([
      agent({
        securityDescriptor: enrolling(users),
        extendedKeyUsage: [],
        applicationPolicies: [],
        flags: undefined,
        schemaVersion: undefined,
      }),
    ]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...offeredCases(safe, agent({ securityDescriptor: enrolling(users) })),
]);

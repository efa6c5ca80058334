import check from '../../../../src-main/checks/ra/ra-005-account-entitled.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { dnOf, forest, guid } from '../contoso';
import { farm } from '../fed/farm-settings';
import { authoritiesOf, authority } from '../pki/authorities';
import { denyEnroll, enroll, enrolling } from '../pki/template-rights';
import { agentTemplate, builtInTemplates, helloTemplate, templatesOf } from '../pki/templates';
import { adfsAccount, descriptor, group, type PrincipalChanges, principalRecords, rid, sidOf } from '../principals';

const [helloId, agentId] = [guid(101), guid(102)];
const adfs = sidOf(rid.adfs);
const users = sidOf(1730);
const inGroup: PrincipalChanges = {
  groups: [
    group('Hello-Benutzer, Köln', 1730, { distinguishedName: `CN=Hello-Benutzer\\, Köln,CN=Users,${dnOf(forest)}` }),
  ],
  accounts: [{ ...adfsAccount, memberOf: [`CN=Hello-Benutzer\\, Köln,CN=Users,${dnOf(forest)}`] }],
};
const both = authoritiesOf([authority({ templates: ['WHFBAuthentication', 'WHFBEnrollmentAgent'] })]);
const templates = (agent: SecurityDescriptor | undefined, hello: SecurityDescriptor | undefined): EvidenceRecord =>
  templatesOf([
    ...builtInTemplates,
    agentTemplate({ securityDescriptor: agent }),
    helloTemplate({ securityDescriptor: hello }),
  ]);
const having = (
  agent: SecurityDescriptor | undefined,
  hello: SecurityDescriptor | undefined,
  principals: PrincipalChanges = {},
): CheckCase['evidence'] => [templates(agent, hello), both, ...principalRecords(principals)];
const service = (account: string | undefined, started?: string, host = 'fs01.contoso.com'): EvidenceRecord =>
  record('host.services', host, {
    host,
    services: [
      {
        name: 'AdfsSrv',
        state: 'Running',
        ...(account === undefined ? {} : { account }),
        ...(started === undefined ? {} : { started }),
      },
    ],
  });
const names = (enrollmentAgentTemplate: string, windowsHelloTemplate: string): EvidenceRecord =>
  farm('adfs.certificate-authority', { enrollmentAgentTemplate, windowsHelloTemplate });

describeCheck(check, [
  {
    name: 'on both templates by itself',
    evidence: having(enrolling(adfs), enrolling(adfs)),
    outcome: 'pass',
    objects: { [agentId]: 'pass', [helloId]: 'pass' },
  },
  {
    name: 'through the group of the users, with the start of the service',
    evidence: [
      ...having(enrolling(adfs), enrolling(users), inGroup),
      service('CONTOSO\\svc-adfs$', '2026-11-20T05:00:00.000Z'),
    ],
    outcome: 'pass',
    says: ['Hello-Benutzer, Köln', '2026-11-20', 'is not known'],
  },
  {
    name: 'through the group, start of the service not read',
    evidence: having(enrolling(adfs), enrolling(users), inGroup),
    outcome: 'pass',
    says: ['whether it was in there before AD FS was last started is not known'],
  },
  {
    name: 'not on the Hello template',
    evidence: having(enrolling(adfs), enrolling(users)),
    outcome: 'fail',
    severity: 'blocker',
    says: ['WHFBAuthentication does not let the AD FS service account (svc-adfs$) read and enrol'],
    objects: { [agentId]: 'pass', [helloId]: 'fail' },
    differs: ['WHFBAuthentication'],
  },
  {
    name: 'not on the agent template',
    evidence: having(enrolling(), enrolling(adfs)),
    outcome: 'fail',
    severity: 'blocker',
    objects: { [agentId]: 'fail', [helloId]: 'pass' },
  },
  {
    name: 'denied through the group',
    evidence: having(enrolling(adfs), descriptor([denyEnroll(users), enroll(adfs)]), inGroup),
    outcome: 'fail',
  },
  {
    name: 'the names AD FS holds decide which templates count',
    evidence: [
      ...having(enrolling(adfs), enrolling(users)).slice(1),
      templatesOf([
        agentTemplate({ securityDescriptor: enrolling(adfs) }),
        helloTemplate({ securityDescriptor: enrolling() }),
        helloTemplate({ cn: 'Anmeldung-Köln', objectGuid: guid(140), securityDescriptor: enrolling(adfs) }),
      ]),
      names('WHFBEnrollmentAgent', 'anmeldung-köln'),
    ],
    outcome: 'pass',
    objects: { [agentId]: 'pass', [guid(140)]: 'pass' },
  },
  {
    name: 'AD FS names a template that does not exist',
    evidence: [...having(enrolling(adfs), enrolling(adfs)), names('WHFBEnrollmentAgent', 'WHFB Authentication')],
    outcome: 'not-applicable',
    says: ['No template has the name WHFB Authentication', 'RA-002'],
  },
  {
    name: 'AD FS names a template that is hidden',
    evidence: [
      templates(enrolling(adfs), enrolling(adfs)),
      authoritiesOf([authority({ templates: ['WHFBAuthentication', 'WHFBEnrollmentAgent', 'Geheim'] })]),
      ...principalRecords(),
      names('WHFBEnrollmentAgent', 'Geheim'),
    ],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['Geheim'],
  },
  {
    name: 'one template is missing and the other is wrong',
    evidence: [...having(enrolling(), enrolling(adfs)), names('WHFBEnrollmentAgent', 'Other')],
    outcome: 'fail',
  },
  {
    name: 'no such templates yet',
    evidence: [templatesOf(builtInTemplates), authoritiesOf([authority({ templates: [] })]), ...principalRecords()],
    outcome: 'not-applicable',
    says: ['PKI-019', 'PKI-023'],
  },
  {
    name: 'the service runs as another account than the one with the name',
    evidence: [...having(enrolling(adfs), enrolling(adfs)), service('CONTOSO\\MSOL_4f1c2d3e5a6b')],
    outcome: 'fail',
    says: ['MSOL_4f1c2d3e5a6b'],
  },
  {
    name: 'the service names its account as UPN',
    evidence: [...having(enrolling(adfs), enrolling(adfs)), service('SVC-ADFS$@contoso.com')],
    outcome: 'pass',
  },
  {
    name: 'the account of the service was not read',
    evidence: [...having(enrolling(adfs), enrolling(adfs)), service('CONTOSO\\other')],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['CONTOSO\\other'],
  },
  {
    name: 'the service without its account',
    evidence: [...having(enrolling(adfs), enrolling(adfs)), service(undefined)],
    outcome: 'pass',
  },
  {
    name: 'the account is not known',
    evidence: [templates(enrolling(adfs), enrolling(adfs)), both],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no account that was read'],
  },
  {
    name: 'groups not read',
    evidence: having(enrolling(adfs), enrolling(users), inGroup).filter(({ kind }) => kind !== 'ad.groups'),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'permissions not visible',
    evidence: having(enrolling(adfs), undefined),
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['nTSecurityDescriptor'],
  },
  {
    name: 'templates denied',
    evidence: [failed('ad.certificate-templates', forest, 'access-denied'), both, ...principalRecords()],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'another registration authority',
    evidence: having(enrolling(adfs), enrolling(adfs)),
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'none' } },
    outcome: 'not-applicable',
  },
]);

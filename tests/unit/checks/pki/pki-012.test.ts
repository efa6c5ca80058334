import check from '../../../../src-main/checks/pki/pki-012-controller-template.check';
import { type CheckCase, describeCheck, failed } from '../check-cases';
import { forest, guid } from '../contoso';
import { authoritiesOf, authority } from './authorities';
import { builtIn, builtInTemplates, type Changes, controllerTemplate, templatesOf, usage } from './templates';

const custom = guid(103);
const cn = 'DomainControllerAuthentication(Kerberos)';
const having = (changes: Changes): CheckCase['evidence'] => [
  templatesOf([...builtInTemplates, controllerTemplate(changes)]),
  authoritiesOf([authority()]),
];
const using = (...usages: readonly string[]): CheckCase['evidence'] =>
  having({ extendedKeyUsage: usages, applicationPolicies: usages });
const entraJoined = { joinTypes: { hybridJoined: true, entraJoined: true } };

describeCheck(check, [
  {
    name: 'sample A.8',
    evidence: having({}),
    outcome: 'pass',
    says: [cn, 'schema version 4'],
    objects: { [custom]: 'pass' },
  },
  { name: 'sample A.8 with Entra joined devices', evidence: having({}), scope: entraJoined, outcome: 'pass' },
  {
    name: 'domain name missing (134217728)',
    evidence: having({ nameFlag: 134217728 }),
    outcome: 'warning',
    says: ['name of the domain'],
    differs: [cn],
  },
  {
    name: 'DNS name missing',
    evidence: having({ nameFlag: 0x0040_0000 }),
    outcome: 'fail',
    severity: 'high',
    says: ['DNS name of the domain controller'],
  },
  { name: 'subject supplied', evidence: having({ nameFlag: 1 }), outcome: 'fail', says: ['supply the subject'] },
  { name: 'alternative name supplied', evidence: having({ nameFlag: 0x0841_0000 }), outcome: 'fail' },
  { name: 'short key', evidence: having({ minimalKeySize: 1024 }), outcome: 'fail', says: ['1024 bits'] },
  {
    name: 'no KDC usage in a template that supersedes the old ones, hybrid joined only',
    evidence: using(usage.client, usage.server),
    outcome: 'warning',
    says: ['lacks KDC Authentication'],
  },
  {
    name: 'no KDC usage with Entra joined devices',
    evidence: using(usage.client, usage.server),
    scope: entraJoined,
    outcome: 'fail',
    says: ['insist'],
  },
  {
    name: 'no Server and no Client Authentication',
    evidence: using(usage.kdc),
    outcome: 'fail',
    says: ['Server Authentication and Client Authentication'],
  },
  { name: 'Smart Card Logon is not needed', evidence: using(usage.client, usage.server, usage.kdc), outcome: 'pass' },
  { name: 'a signature', evidence: having({ raSignatures: 1 }), outcome: 'fail', says: ['signature'] },
  { name: 'approval', evidence: having({ enrollmentFlag: 0x22 }), outcome: 'warning', says: ['CA manager'] },
  { name: 'no autoenrolment', evidence: having({ enrollmentFlag: 0 }), outcome: 'warning', says: ['autoenrolment'] },
  {
    name: 'renewal over half of the validity',
    evidence: having({ renewalSeconds: 200 * 86400 }),
    outcome: 'warning',
    says: ['more than half'],
  },
  {
    name: 'a template for users that bears the name of a built-in one',
    evidence: [
      templatesOf([controllerTemplate({ cn: 'KerberosAuthentication', flags: 131104, supersedes: [] })]),
      authoritiesOf([authority({ templates: ['KerberosAuthentication'] })]),
    ],
    outcome: 'fail',
    says: ['for users'],
  },
  {
    name: 'only the built-in Kerberos Authentication is published',
    evidence: [
      templatesOf(builtInTemplates),
      authoritiesOf([authority({ templates: ['KerberosAuthentication', 'DomainController'] })]),
    ],
    outcome: 'warning',
    says: ['built-in template'],
    objects: { [guid(115)]: 'warning' },
  },
  {
    name: 'only the built-in Domain Controller Authentication is published, with Entra joined devices',
    evidence: [
      templatesOf(builtInTemplates),
      authoritiesOf([authority({ templates: ['DomainControllerAuthentication'] })]),
    ],
    scope: entraJoined,
    outcome: 'fail',
    says: ['KDC Authentication', 'name of the domain'],
    objects: { [guid(117)]: 'fail' },
  },
  {
    name: 'a faulty draft does not matter while the built-in one is in use',
    evidence: [
      templatesOf([builtIn.kerberosAuthentication, controllerTemplate({ nameFlag: 1 })]),
      authoritiesOf([authority({ templates: ['KerberosAuthentication'] })]),
    ],
    outcome: 'warning',
    objects: { [guid(115)]: 'warning' },
  },
  {
    name: 'two published templates of which one is faulty',
    evidence: [
      templatesOf([
        controllerTemplate(),
        controllerTemplate({ cn: 'Domänencontroller', objectGuid: guid(140), minimalKeySize: 1024 }),
      ]),
      authoritiesOf([authority({ templates: [cn, 'Domänencontroller'] })]),
    ],
    outcome: 'fail',
    says: ['1 of 2', 'Domänencontroller'],
    objects: { [custom]: 'pass', [guid(140)]: 'fail' },
  },
  { name: 'without any CA read', evidence: [templatesOf([controllerTemplate()])], outcome: 'pass' },
  {
    name: 'flags not returned',
    evidence: having({ nameFlag: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'periods not returned',
    evidence: having({ validitySeconds: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'nothing that domain controllers could enrol, and a template nobody can see',
    evidence: [templatesOf([]), authoritiesOf([authority()])],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'no domain controller template',
    evidence: [templatesOf([]), authoritiesOf([authority({ templates: [] })])],
    outcome: 'not-applicable',
    says: ['PKI-032'],
  },
  {
    name: 'denied',
    evidence: [failed('ad.certificate-templates', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'schema version 1', evidence: having({ schemaVersion: 1 }), outcome: 'warning', says: ['schema version 1'] },
  ...(['nameFlag', 'minimalKeySize', 'enrollmentFlag', 'raSignatures', 'renewalSeconds'] as const).map(
    (attribute): CheckCase => ({
      name: `${attribute} not returned`,
      evidence: having({ [attribute]: undefined }),
      outcome: 'unknown',
      reason: 'access-denied',
      notes: { [custom]: 'without its attribute' },
    }),
  ),
  {
    name: 'usages not returned',
    evidence: having({ unreadUsages: true }),
    outcome: 'unknown',
    reason: 'access-denied',
    notes: { [custom]: 'msPKI-Certificate-Application-Policy' },
  },
  {
    name: 'hardly anything returned',
    evidence: having({ flags: undefined, schemaVersion: undefined, extendedKeyUsage: [], applicationPolicies: [] }),
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);

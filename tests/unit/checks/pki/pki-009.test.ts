import check from '../../../../src-main/checks/pki/pki-009-controller-template-mark.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { EnterpriseOid } from '../../../../src-shared/model/evidence/pki';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import { authoritiesOf, authority } from './authorities';
import { controllerId, dc1, shown } from './controllers';
import { controllerTemplate, templatesOf, usage } from './templates';

const oid = '1.3.6.1.4.1.311.21.8.1111.2222.1.33';
const forControllers = controllerTemplate({ cn: 'DCKerberos', oid });
const forWebServers = controllerTemplate({
  cn: 'WebServer2',
  oid,
  extendedKeyUsage: [usage.server],
  applicationPolicies: [usage.server],
  supersedes: [],
});
const cas = authoritiesOf([authority()]);
const known = [templatesOf([forControllers]), cas];
const oids = (...list: readonly Partial<EnterpriseOid>[]): EvidenceRecord =>
  record('ad.certificate-oids', forest, {
    containerFound: true,
    oids: list.map((one) => ({ distinguishedName: 'CN=1', oid, displayName: 'Alte Vorlage', ...one })),
  });
const made = { templateOid: oid };
const without = (...some: readonly string[]) => ({ extendedKeyUsage: some });

describeCheck(check, [
  {
    name: 'made from a template of domain controllers',
    evidence: [shown(dc1, made), ...known],
    outcome: 'pass',
    objects: { [controllerId(dc1)]: 'pass' },
    notes: { [controllerId(dc1)]: 'was made from DCKerberos' },
  },
  { name: 'the legacy name', evidence: [shown(dc1, { templateName: 'DomainController' })], outcome: 'pass' },
  {
    name: 'the legacy name in other letters, without templates',
    evidence: [shown(dc1, { templateName: 'DOMAINCONTROLLER' })],
    outcome: 'pass',
  },
  {
    name: 'a template that was not read',
    evidence: [shown(dc1, made), failed('ad.certificate-templates', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
    notes: { [controllerId(dc1)]: 'the templates were not read. Reading it gave: access-denied.' },
  },
  {
    name: 'templates that nobody tried to read',
    evidence: [shown(dc1, made)],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [controllerId(dc1)]: 'the templates were not read' },
  },
  {
    name: 'a template that may be among those of a forest that was not read',
    evidence: [
      shown(dc1, made),
      templatesOf([]),
      cas,
      failed('ad.certificate-templates', 'fabrikam.com', 'unreachable'),
    ],
    outcome: 'unknown',
    reason: 'unreachable',
    notes: { [controllerId(dc1)]: 'not all templates were read' },
  },
  {
    name: 'no template, but the usage of the KDC, from a third-party CA',
    evidence: [shown(dc1, { issuer: 'CN=Public CA, O=Vendor' }), ...known],
    outcome: 'warning',
    severity: 'medium',
    notes: { [controllerId(dc1)]: 'names no template; the KDC finds it by the usage KDC Authentication alone' },
  },
  {
    name: 'no template, but the usage of the KDC, from an enterprise CA',
    evidence: [shown(dc1), ...known],
    outcome: 'warning',
    severity: 'low',
  },
  {
    name: 'Smart Card Logon only',
    evidence: [shown(dc1, without(usage.server, usage.smartCardLogon)), ...known],
    outcome: 'warning',
    says: ['Smart Card Logon alone'],
  },
  {
    name: 'a web server certificate',
    evidence: [shown(dc1, { ...made, ...without(usage.server) }), templatesOf([forWebServers]), cas],
    outcome: 'fail',
    severity: 'low',
    says: ['WebServer2, which is no template of domain controllers'],
  },
  {
    name: 'neither usage nor template, from a third-party CA',
    evidence: [shown(dc1, { issuer: 'CN=Public CA', ...without(usage.server, usage.client) }), ...known],
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'no extended key usage at all',
    evidence: [shown(dc1, { extendedKeyUsage: undefined }), ...known],
    outcome: 'fail',
  },
  {
    name: 'a template that was deleted',
    evidence: [shown(dc1, made), templatesOf([]), cas, oids({})],
    outcome: 'warning',
    says: ['Alte Vorlage, which was deleted or is not visible'],
  },
  {
    name: 'a template of another forest',
    evidence: [shown(dc1, made), templatesOf([]), cas, oids({ oid: '1.2.3' })],
    outcome: 'warning',
    says: ['a template that this forest does not have'],
  },
  {
    name: 'another name of a version 1 template',
    evidence: [shown(dc1, { templateName: 'Machine', ...without(usage.server) }), ...known],
    outcome: 'fail',
    says: ['carries the template name Machine'],
  },
]);

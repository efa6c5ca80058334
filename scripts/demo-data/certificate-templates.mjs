import { periodBytes } from './binary-forms.mjs';
import { domain, forestOidArc, publicKeyServicesDn, rid, sidOf } from './organisation.mjs';
import { allow, extendedRight, right, securityDescriptor } from './security-descriptor.mjs';
import { seededRandom } from './seeded-random.mjs';
import { builtInTemplates, forgottenTemplates, madeTemplates, usage } from './template-values.mjs';

const authenticatedUsers = 'S-1-5-11';

/** Names published on the issuing CA; the older domain controller templates were taken off it. */
export const publishedTemplates = [
  ...[...madeTemplates, ...forgottenTemplates].map(({ cn }) => cn),
  'Machine',
  'WebServer',
];

const withDefaults = (template) => ({
  created: domain.created,
  raSignature: 0,
  raPolicies: undefined,
  supersedes: [],
  providers: [],
  ...template,
});
export const templates = [...builtInTemplates, ...madeTemplates, ...forgottenTemplates].map(withDefaults);

/** Full object identifier of a template, as it stands in certificates. */
export const templateOid = (cn) => `${forestOidArc}.${templates.find((template) => template.cn === cn).oid}`;

/** Administrators may change the template; only `enroll` may enrol, on made templates not even administrators. */
function templateAcl({ schema, enroll, autoEnroll }) {
  const administrators = [sidOf(rid.domainAdmins), sidOf(rid.enterpriseAdmins)];
  const enrolling = schema === 4 ? enroll : [...administrators, ...enroll];
  const mask = schema === 4 ? right.control : right.controlAndProperties;
  return securityDescriptor({
    owner: sidOf(rid.enterpriseAdmins),
    entries: [
      ...enrolling.map((sid) => allow(sid, mask, { extended: extendedRight.enroll })),
      ...(autoEnroll ? enroll.map((sid) => allow(sid, mask, { extended: extendedRight.autoEnroll })) : []),
      ...administrators.map((sid) => allow(sid, right.write)),
      ...enroll.map((sid) => allow(sid, right.read)),
      allow(authenticatedUsers, right.read),
    ],
  });
}

/** Attributes of a pKICertificateTemplate as the directory holds them (MS-CRTD 2). */
export function templateAttributes(template) {
  return [
    ['displayName', template.displayName],
    ['nTSecurityDescriptor', templateAcl(template)],
    ['flags', String(template.flags)],
    ['revision', String(template.revision)],
    ['pKIDefaultKeySpec', template.eku.includes(usage.agent) ? '2' : '1'],
    ['pKIKeyUsage', Buffer.from(template.keyUsage, 'hex')],
    ['pKIMaxIssuingDepth', '0'],
    ['pKICriticalExtensions', '2.5.29.15'],
    ['pKIExpirationPeriod', periodBytes(template.days)],
    ['pKIOverlapPeriod', periodBytes(42)],
    ['pKIExtendedKeyUsage', ...template.eku],
    ['pKIDefaultCSPs', ...template.providers],
    ['msPKI-RA-Signature', String(template.raSignature)],
    ['msPKI-Enrollment-Flag', String(template.enrollmentFlag)],
    ['msPKI-Private-Key-Flag', String(template.privateKeyFlag)],
    ['msPKI-Certificate-Name-Flag', String(template.nameFlag)],
    ['msPKI-Minimal-Key-Size', '2048'],
    ['msPKI-Template-Schema-Version', String(template.schema)],
    ['msPKI-Template-Minor-Revision', String(template.minor)],
    ['msPKI-Cert-Template-OID', templateOid(template.cn)],
    ['msPKI-Supersede-Templates', ...template.supersedes],
    ['msPKI-RA-Application-Policies', template.raPolicies],
    ['msPKI-Certificate-Application-Policy', ...(template.schema === 1 ? [] : template.eku)],
  ];
}

/** Entries of the OID container's templates: relative name and attributes. */
export const templateOidObjects = templates.map((template) => {
  const last = template.oid.split('.').at(-1);
  const cn = `${last}.${seededRandom(`oid ${template.cn}`).bytes(16).toString('hex').toUpperCase()}`;
  const attributes = [
    ['displayName', template.displayName],
    ['flags', '1'],
    ['msPKI-Cert-Template-OID', templateOid(template.cn)],
  ];
  return { dn: `CN=${cn},CN=OID,${publicKeyServicesDn}`, created: template.created, attributes };
});

import { periodBytes } from '../formats/binary-forms.mjs';
import { allow, extendedRight, right, securityDescriptor } from '../formats/security-descriptor.mjs';
import { builtInTemplates, usage } from './built-in-templates.mjs';

const authenticatedUsers = 'S-1-5-11';

/** Every template of the forest: those Windows brings along, then those somebody made. */
export const templatesOf = (org) =>
  [...builtInTemplates, ...org.templates.made].map((template) => ({
    created: org.domain.created,
    raSignature: 0,
    raPolicies: undefined,
    supersedes: [],
    providers: [],
    ...template,
    enroll: template.enroll.map(org.sid),
  }));

/** By its common name. */
export const templateNamed = (org, cn) => templatesOf(org).find((template) => template.cn === cn);

/** Full object identifier of a template, as it stands in certificates. */
export const templateOid = (org, { oid }) => `${org.forestOidArc}.${oid}`;

/** Administrators may change the template; only `enroll` may enrol, on made templates not even administrators. */
function templateAcl(org, { schema, enroll, autoEnroll }) {
  const administrators = [org.sid('domainAdmins'), org.sid('enterpriseAdmins')];
  const enrolling = schema === 4 ? enroll : [...administrators, ...enroll];
  const mask = schema === 4 ? right.control : right.controlAndProperties;
  return securityDescriptor({
    owner: org.sid('enterpriseAdmins'),
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
export function templateAttributes(org, template) {
  return [
    ['displayName', template.displayName],
    ['nTSecurityDescriptor', templateAcl(org, template)],
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
    ['msPKI-Cert-Template-OID', templateOid(org, template)],
    ['msPKI-Supersede-Templates', ...template.supersedes],
    ['msPKI-RA-Application-Policies', template.raPolicies],
    ['msPKI-Certificate-Application-Policy', ...(template.schema === 1 ? [] : template.eku)],
  ];
}

/** Entries of the OID container's templates: relative name and attributes. */
export const templateOidObjects = (org) =>
  templatesOf(org).map((template) => {
    const last = template.oid.split('.').at(-1);
    const cn = `${last}.${org.random(`oid ${template.cn}`).bytes(16).toString('hex').toUpperCase()}`;
    const attributes = [
      ['displayName', template.displayName],
      ['flags', '1'],
      ['msPKI-Cert-Template-OID', templateOid(org, template)],
    ];
    return { dn: `CN=${cn},CN=OID,${org.publicKeyServicesDn}`, created: template.created, attributes };
  });

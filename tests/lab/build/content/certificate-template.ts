import { createHash } from 'node:crypto';
import { domain, publicKeyServicesDn } from '../../facts.ts';
import { bytes, type DirectoryChange } from './directory-change.ts';

const enroll = '0e10c968-78fb-11d2-90d4-00c04f79dc55';
const autoEnroll = 'a05b8cc2-17bc-4802-a710-e7c15ab866a2';
const domainAdmins = `${domain.sid}-512`;
const enterpriseAdmins = `${domain.sid}-519`;

/** What distinguishes one certificate template (MS-CRTD) from another; flags as in the catalogue's appendix A.8. */
export interface CertificateTemplate {
  readonly cn: string;
  readonly displayName: string;
  readonly oid: string;
  readonly flags: number;
  readonly revision: number;
  readonly minorRevision: number;
  readonly schemaVersion: number;
  /** First byte of the key usage bit string. */
  readonly keyUsage: number;
  readonly extendedKeyUsage: readonly string[];
  readonly nameFlag: number;
  readonly enrollmentFlag: number;
  readonly privateKeyFlag: number;
  readonly minimalKeySize: number;
  readonly raSignature: number;
  /** Values of msPKI-RA-Application-Policies. */
  readonly raPolicies: readonly string[];
  readonly supersedes: readonly string[];
  readonly validityDays: number;
  readonly overlapDays: number;
  /** SIDs with Enroll; administrators only get it when listed. */
  readonly enrollers: readonly string[];
  readonly autoEnrollers: readonly string[];
  /** SID; Enterprise Admins when absent. */
  readonly owner?: string;
  /** Access control entries in SDDL besides those that follow from the rest. */
  readonly access?: readonly string[];
  /** Values of pKIDefaultCSPs, each with its order number. */
  readonly providers?: readonly string[];
  /** Issuance policies: values of msPKI-Certificate-Policy. */
  readonly certificatePolicies?: readonly string[];
}

/** The template object and the OID object that goes with it. */
export function templateObjects(template: CertificateTemplate): readonly DirectoryChange[] {
  const { oid, displayName } = template;
  return [
    oidObject(oid, { displayName: [displayName], flags: ['1'] }),
    { dn: templateDn(template.cn), add: templateAttributes(template) },
  ];
}

/** Gives an existing template the content of `template`, attributes it does not have included. */
export function replaceTemplate(template: CertificateTemplate): DirectoryChange {
  const { objectClass: _, ...attributes } = templateAttributes(template);
  const absent = Object.fromEntries(optionalAttributes.map((name) => [name, []]));
  return { dn: templateDn(template.cn), replace: { ...absent, ...attributes } };
}

/** An object below CN=OID; named as Windows does, after the last arc and a hash. */
export function oidObject(oid: string, attributes: NonNullable<DirectoryChange['add']>): DirectoryChange {
  const mark = createHash('md5').update(oid).digest('hex').toUpperCase();
  return {
    dn: `CN=${oid.split('.').at(-1)}.${mark},CN=OID,${publicKeyServicesDn}`,
    add: { objectClass: ['msPKI-Enterprise-Oid'], 'msPKI-Cert-Template-OID': [oid], ...attributes },
  };
}

const templateDn = (cn: string): string => `CN=${cn},CN=Certificate Templates,${publicKeyServicesDn}`;

const optionalAttributes = [
  'pKIExtendedKeyUsage',
  'msPKI-Certificate-Application-Policy',
  'msPKI-RA-Application-Policies',
  'msPKI-Supersede-Templates',
  'pKIDefaultCSPs',
  'msPKI-Certificate-Policy',
] as const;

function templateAttributes(template: CertificateTemplate): NonNullable<DirectoryChange['add']> {
  const { extendedKeyUsage, raPolicies, supersedes, providers = [], certificatePolicies = [] } = template;
  const some = (name: string, values: readonly string[]) => (values.length > 0 ? { [name]: values } : {});
  return {
    objectClass: ['pKICertificateTemplate'],
    displayName: [template.displayName],
    flags: [String(template.flags)],
    revision: [String(template.revision)],
    pKIDefaultKeySpec: ['1'],
    pKIKeyUsage: [bytes(Buffer.of(template.keyUsage, 0))],
    pKIMaxIssuingDepth: ['0'],
    pKICriticalExtensions: ['2.5.29.15'],
    pKIExpirationPeriod: [bytes(period(template.validityDays))],
    pKIOverlapPeriod: [bytes(period(template.overlapDays))],
    ...some('pKIExtendedKeyUsage', extendedKeyUsage),
    ...(template.schemaVersion > 1 && some('msPKI-Certificate-Application-Policy', extendedKeyUsage)),
    'msPKI-Cert-Template-OID': [template.oid],
    'msPKI-Certificate-Name-Flag': [signed(template.nameFlag)],
    'msPKI-Enrollment-Flag': [signed(template.enrollmentFlag)],
    'msPKI-Private-Key-Flag': [signed(template.privateKeyFlag)],
    'msPKI-Minimal-Key-Size': [String(template.minimalKeySize)],
    'msPKI-RA-Signature': [String(template.raSignature)],
    'msPKI-Template-Schema-Version': [String(template.schemaVersion)],
    'msPKI-Template-Minor-Revision': [String(template.minorRevision)],
    ...some('msPKI-RA-Application-Policies', raPolicies),
    ...some('msPKI-Supersede-Templates', supersedes),
    ...some('pKIDefaultCSPs', providers),
    ...some('msPKI-Certificate-Policy', certificatePolicies),
    nTSecurityDescriptor: [{ sddl: templateAccess(template) }],
  };
}

function templateAccess({
  enrollers,
  autoEnrollers,
  owner = enterpriseAdmins,
  access = [],
}: CertificateTemplate): string {
  const write = 'CCDCLCSWRPWPDTLOSDRCWDWO';
  const entries = [
    ...access,
    ...enrollers.map((sid) => `(OA;;RPWPCR;${enroll};;${sid})`),
    ...autoEnrollers.map((sid) => `(OA;;RPWPCR;${autoEnroll};;${sid})`),
    `(A;;${write};;;${domainAdmins})`,
    `(A;;${write};;;${enterpriseAdmins})`,
    '(A;;LCRPLORC;;;AU)',
    ...[...new Set([...enrollers, ...autoEnrollers])].map((sid) => `(A;;LCRPLORC;;;${sid})`),
  ];
  return `O:${owner}G:${enterpriseAdmins}D:PAI${entries.join('')}`;
}

/** A duration as Windows writes it: minus hundreds of nanoseconds, eight bytes, little-endian. */
function period(days: number): Buffer {
  const value = Buffer.alloc(8);
  value.writeBigInt64LE(-BigInt(days) * 864_000_000_000n);
  return value;
}

/** Directory integers are signed: a set top bit makes them negative. */
function signed(flag: number): string {
  return String(flag | 0);
}

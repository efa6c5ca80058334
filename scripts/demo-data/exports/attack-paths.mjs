import { createHash, X509Certificate } from 'node:crypto';
import { templateOid, templatesOf } from '../directory/certificate-templates.mjs';
import { zipFile } from '../formats/zip.mjs';
import { hostOf } from '../organisation.mjs';

/** Names of the flag bits the templates have (MS-CRTD 2.26 and 2.28). */
const enrollmentFlagNames = {
  INCLUDE_SYMMETRIC_ALGORITHMS: 0x1,
  PEND_ALL_REQUESTS: 0x2,
  PUBLISH_TO_DS: 0x8,
  AUTO_ENROLLMENT: 0x20,
  PREVIOUS_APPROVAL_VALIDATE_REENROLLMENT: 0x40,
  USER_INTERACTION_REQUIRED: 0x100,
};
const nameFlagNames = {
  ENROLLEE_SUPPLIES_SUBJECT: 0x1,
  ENROLLEE_SUPPLIES_SUBJECT_ALT_NAME: 0x10000,
  SUBJECT_ALT_REQUIRE_DOMAIN_DNS: 0x400000,
  SUBJECT_ALT_REQUIRE_DIRECTORY_GUID: 0x1000000,
  SUBJECT_ALT_REQUIRE_UPN: 0x2000000,
  SUBJECT_ALT_REQUIRE_EMAIL: 0x4000000,
  SUBJECT_ALT_REQUIRE_DNS: 0x8000000,
  SUBJECT_REQUIRE_DNS_AS_CN: 0x10000000,
  SUBJECT_REQUIRE_EMAIL: 0x20000000,
  SUBJECT_REQUIRE_DIRECTORY_PATH: 0x80000000,
};
/** Bits Certipy knows of `msPKI-Private-Key-Flag`; others it leaves out. */
const privateKeyBits = [0x1, 0x10, 0x20, 0x40, 0x80, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x2000, 0x4000, 0x200000];

const usageNames = {
  '1.3.6.1.5.5.7.3.1': 'Server Authentication',
  '1.3.6.1.5.5.7.3.2': 'Client Authentication',
  '1.3.6.1.4.1.311.20.2.2': 'Smart Card Logon',
  '1.3.6.1.4.1.311.20.2.1': 'Certificate Request Agent',
  '1.3.6.1.5.2.3.5': 'KDC Authentication',
  '1.3.6.1.5.5.7.3.4': 'Secure Email',
  '1.3.6.1.4.1.311.10.3.4': 'Encrypting File System',
};

const isSet = (flags, bit) => (flags & bit) >>> 0 === bit;

/** As .NET prints flags: names, or a signed number as soon as a bit has no name here. */
function flagText(flags, names) {
  const set = Object.entries(names).filter(([, bit]) => isSet(flags, bit));
  if (set.reduce((sum, [, bit]) => (sum | bit) >>> 0, 0) !== flags >>> 0) return String(flags | 0);
  return set.length === 0 ? 'NONE' : set.map(([name]) => name).join(', ');
}

const flagBits = (flags, bits) => bits.filter((bit) => isSet(flags, bit));
const someOf = (list) => (list.length === 0 ? undefined : list);

/** Both tools print the largest unit that divides a period. */
function periodText(days) {
  const [unit, count] = [
    ['year', days / 365],
    ['month', days / 30],
    ['week', days / 7],
    ['day', days],
  ].find(([, number]) => number >= 1 && Number.isInteger(number));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const thumbprint = (der) => createHash('sha1').update(der).digest('hex').toUpperCase();

const part = (type, data) =>
  JSON.stringify({
    data,
    meta: { methods: 262144, type, count: data.length, version: 6, collectorversion: '2.5.9.0' },
  });

/** What every object of a collection has. */
function collected(org, distinguishedname, properties, more = {}) {
  const name = distinguishedname.slice(3, distinguishedname.indexOf(','));
  return {
    ...more,
    Properties: {
      domain: org.domain.dns.toUpperCase(),
      name: `${name}@${org.domain.dns}`.toUpperCase(),
      distinguishedname: distinguishedname.toUpperCase(),
      domainsid: org.domain.sid,
      isaclprotected: false,
      ...properties,
    },
    Aces: more.Aces ?? [],
    ObjectIdentifier: org.guidFor(distinguishedname).toUpperCase(),
    IsDeleted: false,
    IsACLProtected: false,
    ContainedBy: null,
  };
}

/** SIDs that every domain has are written with the name of the domain in front. */
const principalSid = (org, sid) => (sid.startsWith('S-1-5-21-') ? sid : `${org.domain.dns.toUpperCase()}-${sid}`);

function templateAces(org, { schema, enroll }) {
  const ace = (sid, RightName) => ({
    PrincipalSID: principalSid(org, sid),
    PrincipalType: 'Group',
    RightName,
    IsInherited: false,
  });
  const administrators = [org.sid('domainAdmins'), org.sid('enterpriseAdmins')];
  return [
    ace(org.sid('enterpriseAdmins'), 'Owns'),
    ...[...(schema === 4 ? [] : administrators), ...enroll].map((sid) => ace(sid, 'Enroll')),
    ...administrators.flatMap((sid) => ['WriteDacl', 'WriteOwner', 'GenericWrite'].map((right) => ace(sid, right))),
  ];
}

const templateDn = (org, { cn }) => `CN=${cn},CN=Certificate Templates,${org.publicKeyServicesDn}`;

const templateObject = (org, template) =>
  collected(
    org,
    templateDn(org, template),
    {
      validityperiod: periodText(template.days),
      renewalperiod: '6 weeks',
      schemaversion: template.schema,
      displayname: template.displayName,
      oid: templateOid(org, template),
      enrollmentflag: flagText(template.enrollmentFlag, enrollmentFlagNames),
      requiresmanagerapproval: isSet(template.enrollmentFlag, 0x2),
      nosecurityextension: isSet(template.enrollmentFlag, 0x80000),
      certificatenameflag: flagText(template.nameFlag, nameFlagNames),
      enrolleesuppliessubject: isSet(template.nameFlag, 0x1),
      ekus: template.eku,
      certificateapplicationpolicy: template.schema === 1 ? [] : template.eku,
      certificatepolicy: [],
      authorizedsignatures: template.raSignature,
      applicationpolicies: template.raSignature > 0 ? ['1.3.6.1.4.1.311.20.2.1'] : [],
      issuancepolicies: [],
      effectiveekus: template.eku,
    },
    { Aces: templateAces(org, template) },
  );

const denied = { Collected: false, FailureReason: 'Requested registry access is not allowed.' };

/** The registry of CA01 was closed to the account that collected; who publishes what stands in the directory. */
const authorityObject = (org, pki, ca) =>
  collected(
    org,
    `CN=${ca.name},CN=Enrollment Services,${org.publicKeyServicesDn}`,
    {
      caname: ca.name,
      dnshostname: hostOf(org, ca.host),
      certthumbprint: thumbprint(pki.issuing[ca.name]),
      certname: thumbprint(pki.issuing[ca.name]),
      certchain: [thumbprint(pki.issuing[ca.name]), thumbprint(pki.root)],
      unresolvedpublishedtemplates: [],
    },
    {
      HostingComputer: null,
      CARegistryData: {
        CASecurity: { Data: [], ...denied },
        EnrollmentAgentRestrictions: { Restrictions: [], ...denied },
        IsUserSpecifiesSanEnabled: { Value: false, ...denied },
        RoleSeparationEnabled: { Value: false, ...denied },
      },
      EnabledCertTemplates: templatesOf(org)
        .filter(({ cn }) => org.templates.issued.includes(cn))
        .map((template) => ({
          ObjectIdentifier: org.guidFor(templateDn(org, template)).toUpperCase(),
          ObjectType: 'CertTemplate',
        })),
    },
  );

/** A collection of SharpHound as the security team had it: a zip with one file a type. */
export function sharpHoundZip(org, pki) {
  const root = `CN=${org.pki.root.name},CN=Certification Authorities,${org.publicKeyServicesDn}`;
  const parts = {
    certtemplates: templatesOf(org).map((template) => templateObject(org, template)),
    enterprisecas: org.pki.issuing.map((ca) => authorityObject(org, pki, ca)),
    ntauthstores: [
      collected(org, `CN=NTAuthCertificates,${org.publicKeyServicesDn}`, {
        certthumbprints: Object.values(pki.issuing).map(thumbprint),
      }),
    ],
    rootcas: [collected(org, root, { certthumbprint: thumbprint(pki.root), certchain: [thumbprint(pki.root)] })],
    aiacas: [],
    issuancepolicies: [],
  };
  return zipFile(
    Object.entries(parts).map(([type, data]) => [`20261119083107_${type}.json`, part(type, data)]),
    '2026-11-19T08:31:08Z',
  );
}

/** `2034-11-03 23:05:09+00:00` */
const instantText = (text) => new Date(text).toISOString().replace('T', ' ').replace('.000Z', '+00:00');

function authorityEntry(org, pki, ca) {
  const certificate = new X509Certificate(pki.issuing[ca.name]);
  return {
    'CA Name': ca.name,
    'DNS Name': hostOf(org, ca.host),
    'Certificate Subject': `CN=${ca.name}`,
    'Certificate Serial Number': certificate.serialNumber.replace(/^0+/u, ''),
    'Certificate Validity Start': instantText(certificate.validFrom),
    'Certificate Validity End': instantText(certificate.validTo),
    'Web Enrollment': { http: { enabled: false }, https: { enabled: false, channel_binding: null } },
    'User Specified SAN': 'Enabled',
    'Request Disposition': 'Issue',
    'Enforce Encryption for Requests': 'Enabled',
    'Active Policy': 'CertificateAuthority_MicrosoftDefault.Policy',
  };
}

function templateEntry(org, template) {
  const isPublished = org.templates.issued.includes(template.cn);
  const usages = template.eku.map((oid) => usageNames[oid] ?? oid);
  return {
    'Template Name': template.cn,
    'Display Name': template.displayName,
    'Certificate Authorities': isPublished ? org.pki.issuing.map(({ name }) => name) : undefined,
    Enabled: isPublished,
    'Client Authentication': usages.some((usage) => /^(?:Client Authentication|Smart Card Logon)$/u.test(usage)),
    'Enrollment Agent': usages.includes('Certificate Request Agent'),
    'Any Purpose': usages.length === 0,
    'Enrollee Supplies Subject': isSet(template.nameFlag, 0x1),
    'Certificate Name Flag': someOf(flagBits(template.nameFlag, Object.values(nameFlagNames))),
    'Enrollment Flag': someOf(flagBits(template.enrollmentFlag, Object.values(enrollmentFlagNames))),
    'Private Key Flag': someOf(flagBits(template.privateKeyFlag, privateKeyBits)),
    'Extended Key Usage': someOf(usages),
    'Requires Manager Approval': isSet(template.enrollmentFlag, 0x2),
    'Requires Key Archival': isSet(template.privateKeyFlag, 0x1),
    'Application Policies': template.raSignature > 0 ? ['Certificate Request Agent'] : undefined,
    'Authorized Signatures Required': template.raSignature,
    'Schema Version': template.schema,
    'Validity Period': periodText(template.days),
    'Renewal Period': '6 weeks',
    'Minimum RSA Key Length': 2048,
  };
}

const numbered = (list) => Object.fromEntries(list.map((entry, index) => [String(index), entry]));

/** Output of `certipy find -json`, version 5: bits as numbers, usages as names. */
export const certipyJson = (org, pki) =>
  JSON.stringify(
    {
      'Certificate Authorities': numbered(org.pki.issuing.map((ca) => authorityEntry(org, pki, ca))),
      'Certificate Templates': numbered(templatesOf(org).map((template) => templateEntry(org, template))),
    },
    null,
    2,
  );

import { accessMask, extendedRight } from '../../src-main/knowledge/access-rights';
import { enrollmentFlagNames, nameFlagNames, privateKeyFlagNames } from '../../src-main/knowledge/template-flag-names';
import type { SecurityDescriptor } from '../../src-shared/model/evidence/access';
import type {
  CertificateTemplate,
  CertificateTemplates,
  CertificationAuthorities,
} from '../../src-shared/model/evidence/pki';

/** A forest as a whole record tells it, written as the tools for finding paths of attack would write it. */
export interface WholeForest {
  readonly forest: string;
  readonly templates: CertificateTemplates;
  readonly authorities: CertificationAuthorities;
}

const guidOf = (template: CertificateTemplate): string => (template.objectGuid ?? '').toUpperCase();

const periodOf = (seconds: number | undefined): string => {
  const units = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3600],
  ] as const;
  for (const [unit, length] of units) {
    const count = (seconds ?? 0) / length;
    if (count >= 1 && Number.isInteger(count)) return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return '';
};

const bitsOf = (flags: number, names: Readonly<Record<string, number>>): readonly (readonly [string, number])[] =>
  Object.entries(names).filter(([, bit]) => (flags & bit) >>> 0 === bit);

/** A .NET enumeration: names with commas between, and a number as soon as a bit has no name. */
function enumText(flags: number | undefined, names: Readonly<Record<string, number>>): string | undefined {
  if (flags === undefined) return undefined;
  const bits = bitsOf(flags, names);
  const covered = bits.reduce((sum, [, bit]) => (sum | bit) >>> 0, 0);
  if (covered !== flags) return String(flags | 0);
  return bits.length === 0 ? 'NONE' : bits.map(([name]) => name).join(', ');
}

function acesOf(descriptor: SecurityDescriptor | undefined, domain: string): readonly object[] {
  if (descriptor === undefined) return [];
  const ace = (sid: string, RightName: string, IsInherited = false): object => ({
    PrincipalSID: /^S-1-5-(?:\d+|32-\d+)$|^S-1-1-0$/u.test(sid) ? `${domain.toUpperCase()}-${sid}` : sid,
    PrincipalType: 'Group',
    RightName,
    IsInherited,
  });
  const rightsOf = (mask: number, objectType: string | undefined): readonly string[] => {
    if ((mask & accessMask.fullControl) === accessMask.fullControl && objectType === undefined) return ['GenericAll'];
    return [
      ...((mask & accessMask.writeDacl) !== 0 ? ['WriteDacl'] : []),
      ...((mask & accessMask.writeOwner) !== 0 ? ['WriteOwner'] : []),
      ...((mask & accessMask.writeProperty) !== 0 && objectType === undefined ? ['GenericWrite'] : []),
      ...((mask & accessMask.controlAccess) !== 0 && objectType === undefined ? ['AllExtendedRights'] : []),
      ...((mask & accessMask.controlAccess) !== 0 && objectType === extendedRight.enroll ? ['Enroll'] : []),
    ];
  };
  return [
    ...(descriptor.owner === undefined ? [] : [ace(descriptor.owner, 'Owns')]),
    ...descriptor.entries
      .filter(({ allows, inheritOnly }) => allows && !inheritOnly)
      .flatMap(({ sid, mask, objectType, inherited }) =>
        rightsOf(mask, objectType).map((right) => ace(sid, right, inherited)),
      ),
  ];
}

const part = (type: string, data: readonly object[]): string =>
  JSON.stringify({
    data,
    meta: { methods: 262_144, type, count: data.length, version: 6, collectorversion: '2.5.9.0' },
  });

/** Files of a collection of SharpHound, by name. */
export function sharpHoundFiles({ forest, templates, authorities }: WholeForest): Readonly<Record<string, string>> {
  const common = (distinguishedName: string): object => ({
    domain: forest.toUpperCase(),
    domainsid: 'S-1-5-21-1-2-3',
    distinguishedname: distinguishedName.toUpperCase(),
  });
  return {
    '20261122_certtemplates.json': part(
      'certtemplates',
      templates.templates.map((template) => ({
        ObjectIdentifier: guidOf(template),
        Properties: {
          ...common(template.distinguishedName),
          displayname: template.displayName,
          oid: template.oid,
          schemaversion: template.schemaVersion,
          validityperiod: periodOf(template.validitySeconds),
          renewalperiod: periodOf(template.renewalSeconds),
          enrollmentflag: enumText(template.enrollmentFlag, enrollmentFlagNames),
          certificatenameflag: enumText(template.nameFlag, nameFlagNames),
          ekus: template.extendedKeyUsage,
          certificateapplicationpolicy: template.applicationPolicies,
          certificatepolicy: template.certificatePolicies ?? [],
          authorizedsignatures: template.raSignatures,
          applicationpolicies: template.raApplicationPolicies,
          issuancepolicies: template.raIssuancePolicies,
        },
        Aces: acesOf(template.securityDescriptor, forest),
        IsDeleted: false,
      })),
    ),
    '20261122_enterprisecas.json': part(
      'enterprisecas',
      authorities.authorities.map((authority) => ({
        ObjectIdentifier: (authority.objectGuid ?? '').toUpperCase(),
        Properties: {
          ...common(authority.distinguishedName),
          caname: authority.name,
          dnshostname: authority.dnsHostName,
          certthumbprint: authority.certificates[0]?.thumbprint,
        },
        EnabledCertTemplates: templates.templates
          .filter(({ cn }) => authority.templates.some((name) => name.toLowerCase() === cn.toLowerCase()))
          .map((template) => ({ ObjectIdentifier: guidOf(template), ObjectType: 'CertTemplate' })),
        Aces: [],
        IsDeleted: false,
      })),
    ),
  };
}

/** The output of `certipy find -json` of version 5: bits by number, known ones only. */
export function certipyOutput({ templates, authorities }: WholeForest): string {
  const numbered = (list: readonly object[]): object => Object.fromEntries(list.map((one, index) => [index, one]));
  const bits = (flags: number | undefined, names: Readonly<Record<string, number>>): readonly number[] | undefined => {
    const known = bitsOf(flags ?? 0, names).map(([, bit]) => bit);
    return known.length === 0 ? undefined : known;
  };
  return JSON.stringify({
    'Certificate Authorities': numbered(
      authorities.authorities.map(({ name, dnsHostName, certificates }) => ({
        'CA Name': name,
        'DNS Name': dnsHostName,
        'Certificate Serial Number': certificates[0]?.serialNumber,
        'Web Enrollment': { http: { enabled: false }, https: { enabled: false, channel_binding: null } },
        'User Specified SAN': 'Unknown',
        'Enforce Encryption for Requests': 'Unknown',
      })),
    ),
    'Certificate Templates': numbered(
      templates.templates.map((template) => {
        const publishers = authorities.authorities.filter((authority) =>
          authority.templates.some((name) => name.toLowerCase() === template.cn.toLowerCase()),
        );
        return {
          'Template Name': template.cn,
          'Display Name': template.displayName,
          ...(publishers.length > 0 ? { 'Certificate Authorities': publishers.map(({ name }) => name) } : {}),
          Enabled: publishers.length > 0,
          'Certificate Name Flag': bits(template.nameFlag, nameFlagNames),
          'Enrollment Flag': bits(template.enrollmentFlag, enrollmentFlagNames),
          'Private Key Flag': bits(template.privateKeyFlag, privateKeyFlagNames),
          'Extended Key Usage': template.extendedKeyUsage.length === 0 ? undefined : template.extendedKeyUsage,
          'Application Policies':
            template.raApplicationPolicies.length === 0 ? undefined : template.raApplicationPolicies,
          'Authorized Signatures Required': template.raSignatures ?? 0,
          'Schema Version': template.schemaVersion ?? 1,
          'Validity Period': periodOf(template.validitySeconds),
          'Renewal Period': periodOf(template.renewalSeconds),
          'Minimum RSA Key Length': template.minimalKeySize,
          'Issuance Policies': template.certificatePolicies,
        };
      }),
    ),
  });
}

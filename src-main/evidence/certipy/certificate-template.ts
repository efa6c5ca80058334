import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import {
  enrollmentFlagNames,
  flagsFromNames,
  nameFlagNames,
  privateKeyFlagNames,
} from '../../knowledge/template-flag-names';
import { usageNamed } from '../../knowledge/usage-names';
import { registrationDemand } from '../certificate-template';
import { type JsonObject, numberOf, property, stringOf } from '../json';
import { periodInWords } from '../period-in-words';
import { present } from '../present';
import { printable } from '../printable';

/** What Certipy leaves out of a template. Of rights it tells names of people, which every language has others of. */
export const templateLacks: Readonly<Record<string, string>> = {
  flags: 'whether a template is for computers',
  oid: 'object identifiers of templates',
  'msPKI-Certificate-Application-Policy': 'application policies',
  raIssuancePolicies: 'issuance policies demanded of signers',
  certificatePolicies: 'issuance policies',
  keyUsageBits: 'key usages',
  providers: 'providers of keys',
  supersedes: 'superseded templates',
  securityDescriptor: 'permissions by SID',
};

/** One value, or a list of them; absent = none. */
function valuesOf(object: JsonObject, name: string): readonly unknown[] {
  const value = property(object, name);
  return Array.isArray(value) ? value.slice(0, 1000) : value === undefined || value === null ? [] : [value];
}

const textsOf = (object: JsonObject, name: string): readonly string[] =>
  valuesOf(object, name).flatMap((value) => (typeof value === 'string' ? [printable(value, 2000)] : []));

/** A template of the output; undefined when it has no name. `container`: DN of the container of templates, which the output does not name. */
export function certipyTemplate(template: JsonObject, container: string): CertificateTemplate | undefined {
  const name = stringOf(template, 'Template Name');
  if (name === undefined || name.trim() === '') return undefined;
  const cn = printable(name, 255);
  const demand = registrationDemand(textsOf(template, 'Application Policies').map(usageNamed));
  const schemaVersion = numberOf(template, 'Schema Version') ?? numberOf(template, 'Template Schema Version');
  const policies = textsOf(template, 'Issuance Policies');
  // Versions that do not tell the schema version do not tell issuance policies either.
  const certificatePolicies = policies.length > 0 || schemaVersion === undefined ? policies : undefined;
  return {
    distinguishedName: `CN=${cn},${container}`,
    cn,
    displayName: printable(stringOf(template, 'Display Name') ?? cn, 255),
    raApplicationPolicies: demand.policies,
    raIssuancePolicies: [],
    extendedKeyUsage: textsOf(template, 'Extended Key Usage').map(usageNamed),
    applicationPolicies: [],
    supersedes: [],
    providers: [],
    oid: '',
    ...present({
      unreadUsages: schemaVersion === 1 ? undefined : (true as const),
      schemaVersion,
      nameFlag: flagsFromNames(valuesOf(template, 'Certificate Name Flag'), nameFlagNames),
      enrollmentFlag: flagsFromNames(valuesOf(template, 'Enrollment Flag'), enrollmentFlagNames),
      privateKeyFlag: flagsFromNames(valuesOf(template, 'Private Key Flag'), privateKeyFlagNames),
      minimalKeySize: numberOf(template, 'Minimum RSA Key Length'),
      raSignatures: numberOf(template, 'Authorized Signatures Required'),
      validitySeconds: periodInWords(stringOf(template, 'Validity Period')),
      renewalSeconds: periodInWords(stringOf(template, 'Renewal Period')),
      asymmetricAlgorithm: demand.asymmetricAlgorithm,
      hashAlgorithm: demand.hashAlgorithm,
      certificatePolicies,
    }),
  };
}

/** Names of the CAs that publish it. */
export const publishersIn = (template: JsonObject): readonly string[] => textsOf(template, 'Certificate Authorities');

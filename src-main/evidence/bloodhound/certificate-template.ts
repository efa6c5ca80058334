import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { enrollmentFlagNames, flagsFromNames, nameFlagNames } from '../../knowledge/template-flag-names';
import { registrationDemand } from '../certificate-template';
import { firstNameOf } from '../distinguished-name';
import { type JsonObject, numberOf, property, stringOf, stringsOf } from '../json';
import { periodInWords } from '../period-in-words';
import { present } from '../present';
import { printable } from '../printable';
import type { BloodhoundObject } from './collection-file';
import { provenRights } from './proven-rights';

/** What SharpHound leaves out of a template. */
export const templateLacks: Readonly<Record<string, string>> = {
  flags: 'whether a template is for computers',
  privateKeyFlag: 'private key flags',
  minimalKeySize: 'key sizes',
  keyUsageBits: 'key usages',
  providers: 'providers of keys',
  supersedes: 'superseded templates',
  securityDescriptor: 'whole permissions',
};

/** A template as the part `certtemplates` of a collection tells it. */
export function bloodhoundTemplate({
  object,
  properties,
  distinguishedName,
  objectGuid,
}: BloodhoundObject): CertificateTemplate {
  const list = (name: string): readonly string[] =>
    (stringsOf(properties, name) ?? []).map((item) => printable(item, 2000));
  const demand = registrationDemand(list('applicationpolicies'));
  const cn = printable(firstNameOf(distinguishedName), 255);
  return {
    distinguishedName,
    cn,
    displayName: printable(stringOf(properties, 'displayname') ?? cn, 255),
    raApplicationPolicies: demand.policies,
    raIssuancePolicies: list('issuancepolicies'),
    extendedKeyUsage: list('ekus'),
    applicationPolicies: list('certificateapplicationpolicy'),
    supersedes: [],
    providers: [],
    ...present({
      objectGuid,
      oid: stringOf(properties, 'oid'),
      schemaVersion: numberOf(properties, 'schemaversion'),
      nameFlag: flagsOf(properties, 'certificatenameflag', nameFlagNames),
      enrollmentFlag: flagsOf(properties, 'enrollmentflag', enrollmentFlagNames),
      raSignatures: numberOf(properties, 'authorizedsignatures'),
      validitySeconds: periodInWords(stringOf(properties, 'validityperiod')),
      renewalSeconds: periodInWords(stringOf(properties, 'renewalperiod')),
      certificatePolicies: someOf(list('certificatepolicy')),
      provenRights: provenRights(object),
    }),
  };
}

/** A number, or the names of its bits with commas between; a number in text where a bit has no name. */
function flagsOf(properties: JsonObject, name: string, names: typeof nameFlagNames): number | undefined {
  const value = property(properties, name);
  if (typeof value === 'number') return flagsFromNames([value], names);
  return typeof value === 'string' && value.trim() !== ''
    ? flagsFromNames(value.slice(0, 2000).split(','), names)
    : undefined;
}

const someOf = <T>(items: readonly T[]): readonly T[] | undefined => (items.length === 0 ? undefined : items);

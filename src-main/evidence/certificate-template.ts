import type { CertificateTemplate } from '../../src-shared/model/evidence/pki';
import { periodToSeconds } from './ad-time';
import type { DirectoryEntry } from './directory/directory-topic';
import {
  bytesOf,
  flagsOf,
  guidValueOf,
  numberOf,
  rawTextsOf,
  securityDescriptorOf,
  textOf,
  textsOf,
} from './directory/entry-values';
import { firstNameOf } from './distinguished-name';
import { present } from './present';
import { printable } from './printable';

/** Reads a pKICertificateTemplate (MS-CRTD section 2). */
export function certificateTemplate(entry: DirectoryEntry): CertificateTemplate {
  const cn = textOf(entry, 'cn') ?? firstNameOf(entry.dn);
  const demand = registrationDemand(rawTextsOf(entry, 'mspki-ra-application-policies'));
  return {
    distinguishedName: entry.dn,
    cn,
    displayName: textOf(entry, 'displayname') ?? cn,
    raApplicationPolicies: demand.policies,
    raIssuancePolicies: textsOf(entry, 'mspki-ra-policies'),
    extendedKeyUsage: textsOf(entry, 'pkiextendedkeyusage'),
    applicationPolicies: textsOf(entry, 'mspki-certificate-application-policy'),
    supersedes: textsOf(entry, 'mspki-supersede-templates'),
    ...present({
      objectGuid: guidValueOf(entry, 'objectguid'),
      oid: textOf(entry, 'mspki-cert-template-oid'),
      // Version 1 templates have no schema version.
      schemaVersion: numberOf(entry, 'mspki-template-schema-version'),
      majorRevision: numberOf(entry, 'revision'),
      minorRevision: numberOf(entry, 'mspki-template-minor-revision'),
      flags: flagsOf(entry, 'flags'),
      nameFlag: flagsOf(entry, 'mspki-certificate-name-flag'),
      enrollmentFlag: flagsOf(entry, 'mspki-enrollment-flag'),
      privateKeyFlag: flagsOf(entry, 'mspki-private-key-flag'),
      minimalKeySize: numberOf(entry, 'mspki-minimal-key-size'),
      raSignatures: numberOf(entry, 'mspki-ra-signature'),
      validitySeconds: periodToSeconds(bytesOf(entry, 'pkiexpirationperiod')[0]),
      renewalSeconds: periodToSeconds(bytesOf(entry, 'pkioverlapperiod')[0]),
      keyUsageBits: bytesOf(entry, 'pkikeyusage')[0]?.[0],
      providers: providersOf(textsOf(entry, 'pkidefaultcsps')),
      asymmetricAlgorithm: demand.asymmetricAlgorithm,
      hashAlgorithm: demand.hashAlgorithm,
      securityDescriptor: securityDescriptorOf(entry),
      certificatePolicies: someOf(textsOf(entry, 'mspki-certificate-policy')),
    }),
  };
}

interface RegistrationDemand {
  /** OIDs. */
  readonly policies: readonly string[];
  readonly asymmetricAlgorithm: string | undefined;
  readonly hashAlgorithm: string | undefined;
}

/** What `msPKI-RA-Application-Policies` demands of a signer, and the algorithms it names besides. */
export function registrationDemand(values: readonly string[]): RegistrationDemand {
  const properties = values.flatMap(propertiesOf);
  const named = (name: string): string | undefined => properties.find((property) => property.name === name)?.value;
  return {
    policies: properties
      .filter(({ name }) => name === raPolicies)
      .flatMap(({ value }) => value.split(/[,;\s]+/u))
      .filter((text) => oid.test(text)),
    asymmetricAlgorithm: named('mspki-asymmetric-algorithm'),
    hashAlgorithm: named('mspki-hash-algorithm'),
  };
}

const oid = /^\d+(?:\.\d+)+$/u;
const raPolicies = 'mspki-ra-application-policies';

/**
 * What one value of `msPKI-RA-Application-Policies` holds (MS-CRTD 2.23): an OID in schema versions 1 and 2, and in 4 with a legacy provider; else one
 * text of triples ``name`type`value` `` in any order, which also names algorithms. Names are lower case.
 */
function propertiesOf(value: string): readonly { readonly name: string; readonly value: string }[] {
  if (!value.includes('`')) return [{ name: raPolicies, value: value.trim() }];
  const parts = value.split('`');
  return Array.from({ length: Math.floor(parts.length / 3) }, (_, index) => ({
    name: (parts[3 * index] ?? '').trim().toLowerCase(),
    value: printable((parts[3 * index + 2] ?? '').trim()),
  }));
}

const someOf = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

/** `pKIDefaultCSPs` holds `1,Microsoft Software Key Storage Provider` (MS-CRTD 2.9); the number is the order of preference. */
const providersOf = (values: readonly string[]): readonly string[] | undefined =>
  someOf(
    values
      .map((value) => /^\s*(\d{1,9})\s*,\s*(.*)$/su.exec(value))
      .map((match, index) => ({
        order: Number(match?.[1] ?? Number.MAX_SAFE_INTEGER),
        name: match?.[2] ?? values[index] ?? '',
      }))
      .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, 'en'))
      .map(({ name }) => name.trim()),
  );

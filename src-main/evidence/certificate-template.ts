import type { CertificateTemplate } from '../../src-shared/model/evidence/pki';
import { periodToSeconds } from './ad-time';
import type { DirectoryEntry } from './directory/directory-topic';
import { bytesOf, flagsOf, guidValueOf, numberOf, rawTextsOf, textOf, textsOf } from './directory/entry-values';
import { firstNameOf } from './distinguished-name';
import { present } from './present';

/** Reads a pKICertificateTemplate (MS-CRTD section 2). */
export function certificateTemplate(entry: DirectoryEntry): CertificateTemplate {
  const cn = textOf(entry, 'cn') ?? firstNameOf(entry.dn);
  return {
    distinguishedName: entry.dn,
    cn,
    displayName: textOf(entry, 'displayname') ?? cn,
    raApplicationPolicies: raApplicationPolicies(rawTextsOf(entry, 'mspki-ra-application-policies')),
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
    }),
  };
}

const oid = /^\d+(?:\.\d+)+$/u;

/**
 * OIDs of `msPKI-RA-Application-Policies` (MS-CRTD 2.23): plain values up to schema version 3, and from version 4 one text of triples
 * ``name`type`value` `` in any order, of which the property of the attribute's own name lists them.
 */
function raApplicationPolicies(values: readonly string[]): readonly string[] {
  return values
    .flatMap((value) => (value.includes('`') ? policiesOfTriples(value.split('`')) : [value.trim()]))
    .filter((text) => oid.test(text));
}

function policiesOfTriples(parts: readonly string[]): readonly string[] {
  const policies: string[] = [];
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const name = parts[index]?.trim().toLowerCase();
    if (name === 'mspki-ra-application-policies') policies.push(...(parts[index + 2] ?? '').split(/[,;\s]+/u));
  }
  return policies;
}

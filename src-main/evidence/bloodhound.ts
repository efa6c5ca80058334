import type { CertificateTemplate, CertificationAuthority } from '../../src-shared/model/evidence/pki';
import { dnsNameOf, firstNameOf } from './distinguished-name';
import {
  isObject,
  type JsonObject,
  numberOf,
  objectOf,
  objectsOf,
  parseJson,
  property,
  stringOf,
  stringsOf,
} from './json';
import { present } from './present';
import { printable } from './printable';

/**
 * Files of SharpHound and its like, made for BloodHound (versions 5 and 6): `{ "data": [ { "ObjectIdentifier", "Properties", "Aces", … } ], "meta": { "type",
 * "count", "version" } }`. Names are in capitals, certificates thumbprints only, permissions only those worth an attack.
 */
export interface BloodhoundMeta {
  /** e.g. `certtemplates`, lower case. */
  readonly type: string;
  readonly count?: number;
  readonly version?: number;
}

/** Whether the head of a file is one. `meta` stands behind the data. */
export const isBloodhoundFile = (head: string): boolean =>
  (/^\s*\{\s*"(?:data|meta)"\s*:/u.test(head) &&
    /"Properties"\s*:\s*\{/u.test(head) &&
    /"(?:distinguishedname|domainsid)"\s*:/u.test(head)) ||
  /^\s*\{\s*"data"\s*:\s*\[\s*\]\s*,\s*"meta"\s*:\s*\{[^{}]{0,300}"type"/u.test(head);

/** `meta` at the start or the end of a file; undefined when neither holds it whole. */
export function bloodhoundMeta(head: string, tail: string): BloodhoundMeta | undefined {
  const text =
    /"meta"\s*:\s*(\{[^{}]{0,2000}\})\s*\}\s*$/u.exec(tail)?.[1] ??
    /^\s*\{\s*"meta"\s*:\s*(\{[^{}]{0,2000}\})/u.exec(head)?.[1];
  if (text === undefined) return undefined;
  const meta = parseJson(text);
  const type = isObject(meta) ? stringOf(meta, 'type') : undefined;
  if (!isObject(meta) || type === undefined) return undefined;
  return {
    type: printable(type.toLowerCase(), 50),
    ...present({ count: numberOf(meta, 'count'), version: numberOf(meta, 'version') }),
  };
}

/** What an object of the file says of itself, with the forest its name places it in. */
export interface BloodhoundObject {
  readonly properties: JsonObject;
  readonly distinguishedName: string;
  readonly forest: string;
  readonly objectGuid?: string;
}

/** Throws an Error with a sentence when the text is no JSON. Objects without a distinguished name are left out. */
export function bloodhoundObjects(text: string): readonly BloodhoundObject[] {
  const document = parseJson(text);
  if (!isObject(document)) return [];
  return objectsOf(document, 'data').flatMap((object) => {
    const properties = objectOf(object, 'Properties');
    const distinguishedName = stringOf(properties, 'distinguishedname');
    if (distinguishedName === undefined) return [];
    const forest = dnsNameOf(distinguishedName).toLowerCase();
    const id = stringOf(object, 'ObjectIdentifier')?.toLowerCase();
    const objectGuid = id !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id) ? id : undefined;
    return [{ properties, distinguishedName: printable(distinguishedName, 1024), forest, ...present({ objectGuid }) }];
  });
}

/** What is said of a template; flags are numbers in some versions and names in others, which are not read. */
export function bloodhoundTemplate({
  properties,
  distinguishedName,
  objectGuid,
}: BloodhoundObject): CertificateTemplate {
  const list = (name: string): readonly string[] =>
    (stringsOf(properties, name) ?? []).map((item) => printable(item, 200));
  return {
    distinguishedName,
    cn: printable(firstNameOf(distinguishedName), 255),
    displayName: printable(stringOf(properties, 'displayname') ?? '', 255),
    raApplicationPolicies: list('applicationpolicies'),
    raIssuancePolicies: list('issuancepolicies'),
    extendedKeyUsage: list('ekus'),
    applicationPolicies: list('certificateapplicationpolicy'),
    supersedes: [],
    ...present({
      objectGuid,
      oid: stringOf(properties, 'oid'),
      schemaVersion: numberOf(properties, 'schemaversion'),
      nameFlag: numberOf(properties, 'certificatenameflag'),
      enrollmentFlag: numberOf(properties, 'enrollmentflag'),
      raSignatures: numberOf(properties, 'authorizedsignatures'),
      certificatePolicies: stringsOf(properties, 'certificatepolicy'),
    }),
  };
}

/** What is said of an enterprise CA: its certificates are missing, and its templates are told by numbers. */
export const bloodhoundAuthority = ({
  properties,
  distinguishedName,
  objectGuid,
}: BloodhoundObject): CertificationAuthority => ({
  distinguishedName,
  name: printable(stringOf(properties, 'caname') ?? firstNameOf(distinguishedName), 255),
  dnsHostName: printable(stringOf(properties, 'dnshostname') ?? '', 255).toLowerCase(),
  certificates: [],
  unreadableCertificates: property(properties, 'certthumbprint') === undefined ? 0 : 1,
  templates: [],
  ...present({ objectGuid }),
});

/** Thumbprints of NTAuthCertificates. */
export const bloodhoundThumbprints = ({ properties }: BloodhoundObject): readonly string[] =>
  stringsOf(properties, 'certthumbprints') ?? [];

import { dnsNameOf } from '../distinguished-name';
import { booleanOf, isObject, type JsonObject, numberOf, objectOf, objectsOf, parseJson, stringOf } from '../json';
import { present } from '../present';
import { printable } from '../printable';

/**
 * Files of SharpHound and its like, made for BloodHound (versions 5 and 6): `{ "data": [ { "ObjectIdentifier", "Properties", "Aces", … } ], "meta": { "type",
 * "count", "version", "methods" } }`. Names are in capitals, certificates thumbprints only, permissions only those worth an attack.
 */
export interface BloodhoundMeta {
  /** e.g. `certtemplates`, lower case. */
  readonly type: string;
  readonly count?: number;
  readonly version?: number;
  /** Only SharpHound says with which methods it collected, or in which version; others that write this format fill the same properties differently. */
  readonly isOfSharpHound: boolean;
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
    isOfSharpHound:
      (numberOf(meta, 'methods') ?? 0) !== 0 || /^\d+\.\d+\.\d+/u.test(stringOf(meta, 'collectorversion') ?? ''),
    ...present({ count: numberOf(meta, 'count'), version: numberOf(meta, 'version') }),
  };
}

/** An object of a file, with the forest its name places it in. */
export interface BloodhoundObject {
  /** The object itself, for what stands beside its properties. */
  readonly object: JsonObject;
  readonly properties: JsonObject;
  readonly distinguishedName: string;
  /** DNS name of the naming context; of objects of the configuration the forest. */
  readonly forest: string;
  readonly objectGuid?: string;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** A GUID in lower case; undefined for another identifier. */
export function guidIn(identifier: string | undefined): string | undefined {
  const text = identifier?.toLowerCase();
  return text !== undefined && guid.test(text) ? text : undefined;
}

/**
 * Throws an Error with a sentence when the text is no JSON, or holds another number of objects than it says. Objects without a distinguished name are left out,
 * and those that were deleted.
 */
export function bloodhoundObjects(text: string, { count }: BloodhoundMeta): readonly BloodhoundObject[] {
  const document = parseJson(text);
  if (!isObject(document)) return [];
  const objects = objectsOf(document, 'data');
  if (count !== undefined && count !== objects.length)
    throw new Error(`It holds ${objects.length} objects where it says that there are ${count}`);
  return objects.flatMap((object) => {
    const properties = objectOf(object, 'Properties');
    const distinguishedName = stringOf(properties, 'distinguishedname');
    if (distinguishedName === undefined || booleanOf(object, 'IsDeleted') === true) return [];
    const forest = dnsNameOf(distinguishedName).toLowerCase();
    const objectGuid = guidIn(stringOf(object, 'ObjectIdentifier'));
    return [
      { object, properties, distinguishedName: printable(distinguishedName, 1024), forest, ...present({ objectGuid }) },
    ];
  });
}

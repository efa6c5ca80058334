import { createHash } from 'node:crypto';
import { type HostRole, hostRoles } from '../../../src-shared/model/evidence/host';
import {
  isObject,
  type JsonObject,
  booleanOf as jsonBooleanOf,
  objectsOf,
  parseJson,
  property,
  stringOf,
} from '../json';
import { readJsonObjects } from '../powershell/json-objects';
import type { PropertyBag } from '../powershell/property-bag';
import { printable } from '../printable';

/** What a collector (`assets/collectors/*.ps1`) wrote: one file a machine, one item a read. */
export interface CollectorFile {
  readonly role: HostRole;
  /** Fully qualified where the machine is in a domain, lower case. */
  readonly host: string;
  /** ISO 8601 UTC. */
  readonly collectedAt: string;
  readonly collectedBy: string;
  readonly elevated: boolean;
  readonly scriptVersion: string;
  readonly items: readonly CollectorItem[];
}

export interface CollectorItem {
  readonly name: string;
  /** What the read needs, as the script says it. */
  readonly right: string;
  readonly outcome:
    | { readonly status: 'collected'; readonly objects: readonly PropertyBag[]; readonly isHashed: boolean }
    | { readonly status: 'denied' | 'absent' | 'failed'; readonly error: string }
    /** The item is there but not as it was written. */
    | { readonly status: 'damaged'; readonly error: string };
}

/** The version of the file format this product reads; a collector of an older product writes an older one. */
export const collectorVersion = 1;

const itemLimit = 100;
const itemLength = 24 * 1024 * 1024;

/** Whether a text begins as a collector's file does. */
export const isCollectorFile = (text: string): boolean =>
  /^\uFEFF?\s*\{\s*"format"\s*:\s*"hello-preflight-collector"/u.test(text.slice(0, 200));

/**
 * Reads the manifest and its items. A damaged item is told in the item; throws an Error with a sentence when the manifest cannot be read or is of another version.
 */
export function readCollectorFile(text: string): CollectorFile {
  const manifest = parseJson(text);
  if (!isObject(manifest) || stringOf(manifest, 'format') !== 'hello-preflight-collector')
    throw new Error('It was not written by a collector');
  const version = property(manifest, 'version');
  if (version !== collectorVersion)
    throw new Error(
      `Its format has the version ${typeof version === 'number' ? version : 'none'}, and this product reads version ${collectorVersion}`,
    );
  const role = hostRoles.find((known) => known === stringOf(manifest, 'role'));
  const host = printable(stringOf(manifest, 'host') ?? '', 255).toLowerCase();
  const collectedAt = Date.parse(stringOf(manifest, 'collectedAt') ?? '');
  if (role === undefined || host === '' || !Number.isFinite(collectedAt))
    throw new Error('It does not say on which machine, for which role and when it was collected');
  const items = objectsOf(manifest, 'items');
  if (items.length > itemLimit) throw new Error(`It has ${items.length} items, more than any collector writes`);
  return {
    role,
    host,
    collectedAt: new Date(collectedAt).toISOString(),
    collectedBy: printable(stringOf(manifest, 'collectedBy') ?? '', 255),
    elevated: jsonBooleanOf(manifest, 'elevated') === true,
    scriptVersion: printable(stringOf(manifest, 'scriptVersion') ?? '', 50),
    items: items.map(itemOf),
  };
}

const itemOf = (item: JsonObject): CollectorItem => ({
  name: printable(stringOf(item, 'name') ?? '', 100),
  right: printable(stringOf(item, 'right') ?? '', 200),
  outcome: outcomeOf(item),
});

function outcomeOf(item: JsonObject): CollectorItem['outcome'] {
  const status = stringOf(item, 'status');
  const error = printable(stringOf(item, 'error') ?? '', 500);
  if (status === 'denied' || status === 'absent' || status === 'failed') return { status, error };
  const json = stringOf(item, 'json');
  if (status !== 'collected' || json === undefined) return { status: 'damaged', error: 'It has no content' };
  if (json.length > itemLength) return { status: 'damaged', error: 'It is larger than any collector writes' };
  const hash = property(item, 'sha256');
  if (hash !== undefined && hash !== sha256(json))
    return { status: 'damaged', error: 'Its SHA-256 does not match: it was changed after it was collected' };
  try {
    return { status, objects: readJsonObjects(json), isHashed: hash !== undefined };
  } catch (problem) {
    return { status: 'damaged', error: problem instanceof Error ? problem.message : String(problem) };
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

import type { AccessControlEntry, SecurityDescriptor } from '../../../src-shared/model/evidence/access';
import { accessMask, extendedRight, specificMask } from '../../knowledge/access-rights';
import { wellKnownSid } from '../../knowledge/well-known-principals';

/** What somebody may do to an object of the directory. GUIDs are lower case; attributes and classes are named by schemaIDGUID. */
export type Right =
  | { readonly kind: 'extended'; readonly guid: string }
  | { readonly kind: 'validated-write'; readonly guid: string }
  | { readonly kind: 'write-property' | 'read-property'; readonly attribute: string; readonly propertySet?: string }
  | { readonly kind: 'create-child' | 'delete-child'; readonly childClass: string }
  /** Reads everything that needs no extra right: the properties, the list of children and the descriptor. */
  | { readonly kind: 'read' }
  /** Makes the object one's own: owner, full control, or a right to change the DACL, the owner or every property. */
  | { readonly kind: 'control' };

/** How somebody comes by a right; of several ways the strongest, in the order of this list. */
export type Way =
  | 'no-dacl'
  | 'full-control'
  | 'owner'
  | 'write-dacl'
  | 'write-owner'
  | 'all-properties'
  | 'all-rights'
  | 'this-right';

export interface Trustee {
  readonly sid: string;
  readonly through: Way;
  /** Only under a condition that is not evaluated here. */
  readonly isConditional?: boolean;
}

export const enrollRight: Right = { kind: 'extended', guid: extendedRight.enroll };
export const autoEnrollRight: Right = { kind: 'extended', guid: extendedRight.autoEnroll };
export const applyGroupPolicyRight: Right = { kind: 'extended', guid: extendedRight.applyGroupPolicy };
export const readAccess: Right = { kind: 'read' };

/** One access the DACL is asked about: all bits together, by entries without object type or with one of these. */
interface Access {
  readonly bits: number;
  readonly objectTypes: readonly string[];
  readonly untyped: Way;
}

/**
 * Everybody a DACL names who may have the right, each SID by itself: groups are not followed, and only denials for the SID itself, Everyone and Authenticated
 * Users are held against it. Apart from `control`, somebody who could first give himself the right is not counted: ask for `control` too.
 *
 * With `objectClass`, answers for the objects of that class created below: entries they inherit count instead of those for the object itself.
 */
export function trusteesWith(descriptor: SecurityDescriptor, right: Right, objectClass?: string): readonly Trustee[] {
  if (!descriptor.hasDacl) return [{ sid: wellKnownSid.everyone, through: 'no-dacl' }];
  const entries = entriesFor(descriptor, objectClass);
  const trustees = new Map<string, Trustee>();
  const note = (trustee: Trustee): void => {
    if (!trustees.has(trustee.sid)) trustees.set(trustee.sid, trustee);
  };
  const { owner } = descriptor;
  for (const access of accessesOf(right)) {
    for (const sid of new Set(entries.filter(({ allows }) => allows).map((entry) => entry.sid))) {
      const trustee = trusteeOf(entries, access, sid);
      // What OWNER RIGHTS gets is the owner's.
      if (trustee !== undefined)
        note(sid === wellKnownSid.ownerRights && owner !== undefined ? { ...trustee, sid: owner } : trustee);
    }
  }
  if (right.kind === 'control' && objectClass === undefined && owner !== undefined && isOwnerInControl(entries)) {
    if (trustees.get(owner)?.through !== 'full-control') trustees.set(owner, { sid: owner, through: 'owner' });
  }
  return [...trustees.values()];
}

/**
 * Whether an account with these SIDs surely has the right; `token` holds every SID of its token, Everyone and Authenticated Users among them. Conditional
 * entries do not grant but do deny, because nobody evaluated the condition. With `objectClass` see {@link trusteesWith}.
 */
export function isGranted(
  descriptor: SecurityDescriptor,
  right: Right,
  token: ReadonlySet<string>,
  objectClass?: string,
): boolean {
  if (!descriptor.hasDacl) return objectClass === undefined;
  const entries = entriesFor(descriptor, objectClass);
  const isOwner = objectClass === undefined && descriptor.owner !== undefined && token.has(descriptor.owner);
  if (isOwner && right.kind === 'control' && isOwnerInControl(entries)) return true;
  const holds = (sid: string): boolean => token.has(sid) || (isOwner && sid === wellKnownSid.ownerRights);
  const sure = entries.filter(({ allows, isConditional }) => !(allows && isConditional === true));
  return accessesOf(right).some((access) => decidingEntry(sure, access, holds) !== undefined);
}

/** Entries with effect on the object itself, or on the objects of a class below it. */
function entriesFor({ entries }: SecurityDescriptor, objectClass: string | undefined): readonly AccessControlEntry[] {
  if (objectClass === undefined) return entries.filter(({ inheritOnly }) => !inheritOnly);
  return entries.filter(
    ({ inheritable, inheritedObjectType }) =>
      inheritable && (inheritedObjectType === undefined || inheritedObjectType === objectClass),
  );
}

/** Owners may change the DACL unless an entry for OWNER RIGHTS says what they may do instead (MS-DTYP 2.5.3.2). */
const isOwnerInControl = (entries: readonly AccessControlEntry[]): boolean =>
  !entries.some(({ sid }) => sid === wellKnownSid.ownerRights);

/** Any of these gives the right; the strongest way first. */
function accessesOf(right: Right): readonly Access[] {
  switch (right.kind) {
    case 'extended':
      return [{ bits: accessMask.controlAccess, objectTypes: [right.guid], untyped: 'all-rights' }];
    case 'validated-write':
      return [{ bits: accessMask.validatedWrite, objectTypes: [right.guid], untyped: 'all-properties' }];
    case 'write-property':
      return [{ bits: accessMask.writeProperty, objectTypes: typesOf(right), untyped: 'all-properties' }];
    case 'read-property':
      return [{ bits: accessMask.readProperty, objectTypes: typesOf(right), untyped: 'all-properties' }];
    case 'create-child':
      return [{ bits: accessMask.createChild, objectTypes: [right.childClass], untyped: 'this-right' }];
    case 'delete-child':
      return [{ bits: accessMask.deleteChild, objectTypes: [right.childClass], untyped: 'this-right' }];
    case 'read':
      return [
        {
          bits: accessMask.readProperty | accessMask.listChildren | accessMask.readControl,
          objectTypes: [],
          untyped: 'all-properties',
        },
      ];
    case 'control':
      return [
        { bits: accessMask.fullControl, objectTypes: [], untyped: 'full-control' },
        { bits: accessMask.writeDacl, objectTypes: [], untyped: 'write-dacl' },
        { bits: accessMask.writeOwner, objectTypes: [], untyped: 'write-owner' },
        { bits: accessMask.writeProperty, objectTypes: [], untyped: 'all-properties' },
      ];
  }
}

const typesOf = ({ attribute, propertySet }: { readonly attribute: string; readonly propertySet?: string }) =>
  propertySet === undefined ? [attribute] : [attribute, propertySet];

function trusteeOf(entries: readonly AccessControlEntry[], access: Access, sid: string): Trustee | undefined {
  const possible = entries.filter(
    // A condition that may not hold takes nothing away for sure.
    (entry) => (entry.sid === sid && (entry.allows || entry.isConditional !== true)) || isGeneralDenial(entry, sid),
  );
  const entry = decidingEntry(possible, access, () => true);
  if (entry === undefined) return undefined;
  const isFull = (specificMask(entry.mask) & accessMask.fullControl) === accessMask.fullControl;
  const through = entry.objectType !== undefined ? 'this-right' : isFull ? 'full-control' : access.untyped;
  return { sid, through, ...(entry.isConditional === true ? { isConditional: true } : {}) };
}

/** Whether a denial is in the token of every account that `sid` stands for. */
const isGeneralDenial = ({ allows, sid: denied, isConditional }: AccessControlEntry, sid: string): boolean =>
  !allows &&
  isConditional !== true &&
  (denied === wellKnownSid.everyone ||
    (denied === wellKnownSid.authenticatedUsers && sid !== wellKnownSid.everyone && sid !== wellKnownSid.anonymous));

/** Walks a DACL in its order (MS-ADTS 5.1.3.3.3): the entry that completes the access, or undefined when a bit is denied first or never allowed. */
function decidingEntry(
  entries: readonly AccessControlEntry[],
  { bits, objectTypes }: Access,
  holds: (sid: string) => boolean,
): AccessControlEntry | undefined {
  let missing = bits;
  for (const entry of entries) {
    const isAbout = entry.objectType === undefined || objectTypes.includes(entry.objectType);
    const touched = isAbout && holds(entry.sid) ? specificMask(entry.mask) & missing : 0;
    if (touched !== 0 && !entry.allows) return undefined;
    missing &= ~touched;
    if (missing === 0) return entry;
  }
  return undefined;
}

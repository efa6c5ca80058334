import { describe, expect, it } from 'vitest';
import {
  applyGroupPolicyRight,
  enrollRight,
  isGranted,
  type Right,
  readAccess,
  trusteesWith,
} from '../../../../src-main/evidence/derived/effective-rights';
import { accessMask, attributeRight, classGuid, extendedRight } from '../../../../src-main/knowledge/access-rights';
import type { AccessControlEntry, SecurityDescriptor } from '../../../../src-shared/model/evidence/access';

const [anna, group, users, everyone] = ['S-1-5-21-1-2-3-1105', 'S-1-5-21-1-2-3-1200', 'S-1-5-11', 'S-1-1-0'];
const token = new Set([anna, group, users, everyone]);
const control: Right = { kind: 'control' };
const writeKey: Right = { kind: 'write-property', ...attributeRight.keyCredentialLink };

const entry = (sid: string, mask: number, more: Partial<AccessControlEntry> = {}): AccessControlEntry => ({
  allows: true,
  sid,
  mask,
  inherited: false,
  inheritOnly: false,
  inheritable: false,
  ...more,
});
const deny = (sid: string, mask: number, more: Partial<AccessControlEntry> = {}): AccessControlEntry =>
  entry(sid, mask, { allows: false, ...more });
const dacl = (...entries: readonly AccessControlEntry[]): SecurityDescriptor => ({
  hasDacl: true,
  isProtected: false,
  entries,
});
const who = (...parameters: Parameters<typeof trusteesWith>): readonly string[] =>
  trusteesWith(...parameters).map(({ sid, through }) => `${sid} ${through}`);

describe('extended rights', () => {
  it('come from an entry for the right, for all rights, or full control', () => {
    const descriptor = dacl(
      entry(anna, accessMask.controlAccess, { objectType: extendedRight.enroll }),
      entry(group, accessMask.controlAccess),
      entry('S-1-5-18', 0x1000_0000),
      entry(users, accessMask.controlAccess, { objectType: extendedRight.autoEnroll }),
      entry(everyone, 0x2_0094),
    );
    expect(who(descriptor, enrollRight)).toEqual([
      `${anna} this-right`,
      `${group} all-rights`,
      'S-1-5-18 full-control',
    ]);
    expect(isGranted(descriptor, enrollRight, new Set([anna]))).toBe(true);
    expect(isGranted(descriptor, enrollRight, new Set([users, everyone]))).toBe(false);
    expect(isGranted(descriptor, applyGroupPolicyRight, new Set([anna]))).toBe(false);
    expect(isGranted(descriptor, readAccess, new Set([everyone]))).toBe(true);
    expect(isGranted(descriptor, readAccess, new Set([anna]))).toBe(false);
  });
});

describe('order', () => {
  const allowed = entry(group, accessMask.controlAccess, { objectType: extendedRight.enroll });

  it('lets a denial before win, for any SID of the token', () => {
    expect(isGranted(dacl(deny(anna, accessMask.controlAccess), allowed), enrollRight, token)).toBe(false);
    expect(isGranted(dacl(allowed, deny(anna, accessMask.controlAccess)), enrollRight, token)).toBe(true);
    const other = deny(anna, accessMask.controlAccess, { objectType: extendedRight.autoEnroll });
    expect(isGranted(dacl(other, allowed), enrollRight, token)).toBe(true);
  });

  it('holds only denials of the SID itself and of everybody against a trustee', () => {
    expect(who(dacl(deny(anna, 0x100), allowed), enrollRight)).toEqual([`${group} this-right`]);
    expect(who(dacl(deny(group, 0x100), allowed), enrollRight)).toEqual([]);
    expect(who(dacl(deny(users, 0x100), allowed), enrollRight)).toEqual([]);
    expect(who(dacl(deny(users, 0x100), entry(everyone, 0x100)), enrollRight)).toEqual([`${everyone} all-rights`]);
  });

  it('asks for all bits of an access, from several entries if need be', () => {
    const parts = dacl(entry(anna, accessMask.readProperty), entry(group, 0x2_0004));
    expect(isGranted(parts, readAccess, token)).toBe(true);
    expect(who(parts, readAccess)).toEqual([]);
  });
});

describe('properties', () => {
  it('may be written by attribute, property set, generic write and full control', () => {
    const { attribute, propertySet } = attributeRight.keyCredentialLink;
    const descriptor = dacl(
      entry(anna, accessMask.writeProperty, { objectType: attribute }),
      entry(group, accessMask.writeProperty, { objectType: propertySet }),
      entry(users, 0x4000_0000),
      entry('S-1-5-18', accessMask.fullControl),
      entry('S-1-5-9', accessMask.readProperty),
    );
    expect(who(descriptor, writeKey)).toEqual([
      `${anna} this-right`,
      `${group} this-right`,
      `${users} all-properties`,
      'S-1-5-18 full-control',
    ]);
  });
});

describe('control', () => {
  it('is had by the owner and who may change DACL, owner or all properties', () => {
    const descriptor: SecurityDescriptor = {
      ...dacl(
        entry(group, accessMask.writeDacl),
        entry(users, accessMask.writeOwner | accessMask.writeProperty),
        entry('S-1-5-18', accessMask.fullControl),
        entry('S-1-5-9', accessMask.writeProperty, { objectType: attributeRight.keyCredentialLink.attribute }),
      ),
      owner: anna,
    };
    expect(new Set(who(descriptor, control))).toEqual(
      new Set([`${anna} owner`, `${group} write-dacl`, `${users} write-owner`, 'S-1-5-18 full-control']),
    );
    expect(isGranted(descriptor, control, new Set([anna]))).toBe(true);
    expect(isGranted(descriptor, control, new Set(['S-1-5-9']))).toBe(false);
  });

  it('is taken from the owner by an entry for OWNER RIGHTS, or given in full', () => {
    const limited: SecurityDescriptor = { ...dacl(entry('S-1-3-4', accessMask.readControl)), owner: anna };
    expect(who(limited, control)).toEqual([]);
    expect(isGranted(limited, control, token)).toBe(false);
    const full: SecurityDescriptor = { ...dacl(entry('S-1-3-4', accessMask.fullControl)), owner: anna };
    expect(who(full, control)).toEqual([`${anna} full-control`]);
    expect(isGranted(full, control, token)).toBe(true);
    expect(isGranted(full, control, new Set([group]))).toBe(false);
  });

  it('is everybody’s without a DACL and nobody’s with an empty one', () => {
    const without: SecurityDescriptor = { hasDacl: false, isProtected: false, entries: [] };
    expect(who(without, enrollRight)).toEqual([`${everyone} no-dacl`]);
    expect(isGranted(without, control, new Set([anna]))).toBe(true);
    expect(who(dacl(), enrollRight)).toEqual([]);
  });
});

describe('inheritance', () => {
  const descriptor = dacl(
    entry(anna, accessMask.writeProperty, {
      inheritOnly: true,
      inheritable: true,
      inheritedObjectType: classGuid.user,
      objectType: attributeRight.keyCredentialLink.attribute,
    }),
    entry(group, accessMask.writeProperty, { inheritable: true }),
    entry(users, accessMask.writeProperty),
  );

  it('is left aside on the object itself', () => {
    expect(who(descriptor, writeKey)).toEqual([`${group} all-properties`, `${users} all-properties`]);
  });

  it('decides for objects of a class below', () => {
    expect(who(descriptor, writeKey, classGuid.user)).toEqual([`${anna} this-right`, `${group} all-properties`]);
    expect(who(descriptor, writeKey, classGuid.computer)).toEqual([`${group} all-properties`]);
    expect(isGranted(descriptor, writeKey, new Set([anna]), classGuid.user)).toBe(true);
    expect(isGranted(descriptor, writeKey, new Set([anna]))).toBe(false);
    expect(who({ ...dacl(), owner: anna }, control, classGuid.user)).toEqual([]);
  });
});

describe('conditional entries', () => {
  const conditional = { isConditional: true } as const;

  it('may give a right but surely do not', () => {
    const descriptor = dacl(entry(anna, 0x100, conditional));
    expect(trusteesWith(descriptor, enrollRight)).toEqual([{ sid: anna, through: 'all-rights', isConditional: true }]);
    expect(isGranted(descriptor, enrollRight, token)).toBe(false);
  });

  it('may take a right away, so nobody surely keeps it', () => {
    const descriptor = dacl(deny(anna, 0x100, conditional), entry(anna, 0x100));
    expect(who(descriptor, enrollRight)).toEqual([`${anna} all-rights`]);
    expect(isGranted(descriptor, enrollRight, token)).toBe(false);
  });
});

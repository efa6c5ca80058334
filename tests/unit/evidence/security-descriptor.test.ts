import { describe, expect, it } from 'vitest';
import { securityDescriptorOf } from '../../../src-main/evidence/directory/entry-values';
import { decodeSecurityDescriptor } from '../../../src-main/evidence/security-descriptor';
import { ace, descriptorBytes, guidBytes } from './descriptor-bytes';
import { entryOf, fuzz } from './fixture';

/** Written by Samba from SDDL with the domain SID S-1-5-21-1-2-3. */
const samba = {
  /** O:EAG:EAD:PAI(OA;;CR;<enroll>;;DU)(OA;;RPWPCR;<enroll>;;…-1105)(A;;CCDCLCSWRPWPDTLOSDRCWDWO;;;DA)(A;;LCRPLORC;;;AU) */
  template:
    'AQAElBQAAAAwAAAAAAAAAEwAAAABBQAAAAAABRUAAAABAAAAAgAAAAMAAAAHAgAAAQUAAAAAAAUVAAAAAQAAAAIAAAADAAAABwIAAAQAsAAEAAAABQA4AAABAAABAAAAaMkQDvt40hGQ1ADAT3ncVQEFAAAAAAAFFQAAAAEAAAACAAAAAwAAAAECAAAFADgAMAEAAAEAAABoyRAO+3jSEZDUAMBPedxVAQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAUQQAAAAAJAD/AA8AAQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAAAIAAAAAFACUAAIAAQEAAAAAAAULAAAA',
  /** O:DAG:DA */
  withoutDacl:
    'AQAAgBQAAAAwAAAAAAAAAAAAAAABBQAAAAAABRUAAAABAAAAAgAAAAMAAAAAAgAAAQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAAAIAAA==',
  /** O:DAG:DAD: */
  emptyDacl:
    'AQAEgBQAAAAwAAAAAAAAAEwAAAABBQAAAAAABRUAAAABAAAAAgAAAAMAAAAAAgAAAQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAAAIAAAQACAAAAAAA',
  /** O:DAG:DAD:AI(OA;CIIO;RPWP;<key credential>;<user>;…-1110)(OA;CIIOID;SW;<validated write>;<computer>;PS)(A;;GA;;;SY)(D;;WP;;;…-1111) */
  unit: 'AQAEhBQAAAAwAAAAAAAAAEwAAAABBQAAAAAABRUAAAABAAAAAgAAAAMAAAAAAgAAAQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAAAIAAAQAwAAEAAAABQpIADAAAAADAAAAD9ZHW5BgskCfNypN6I8wY7p6lr/mDdARooUAqgAwSeIBBQAAAAAABRUAAAABAAAAAgAAAAMAAABWBAAABRo4AAgAAAADAAAApm0CmzwNXEaL7lGZ1xZcuoZ6lr/mDdARooUAqgAwSeIBAQAAAAAABQoAAAAAABQAAAAAEAEBAAAAAAAFEgAAAAEAJAAgAAAAAQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAVwQAAA==',
} as const;
const decode = (base64: string) => decodeSecurityDescriptor(Buffer.from(base64, 'base64'));
const plain = { inherited: false, inheritOnly: false, inheritable: false };

describe('security descriptors', () => {
  it('of a template', () => {
    const enroll = '0e10c968-78fb-11d2-90d4-00c04f79dc55';
    expect(decode(samba.template)).toEqual({
      owner: 'S-1-5-21-1-2-3-519',
      hasDacl: true,
      isProtected: true,
      entries: [
        { ...plain, allows: true, sid: 'S-1-5-21-1-2-3-513', mask: 0x100, objectType: enroll },
        { ...plain, allows: true, sid: 'S-1-5-21-1-2-3-1105', mask: 0x130, objectType: enroll },
        { ...plain, allows: true, sid: 'S-1-5-21-1-2-3-512', mask: 0xf00ff },
        { ...plain, allows: true, sid: 'S-1-5-11', mask: 0x20094 },
      ],
    });
  });

  it('of a unit, with inheritance and a denial behind an allowance', () => {
    expect(decode(samba.unit)).toEqual({
      owner: 'S-1-5-21-1-2-3-512',
      hasDacl: true,
      isProtected: false,
      entries: [
        {
          allows: true,
          sid: 'S-1-5-21-1-2-3-1110',
          mask: 0x30,
          objectType: '5b47d60f-6090-40b2-9f37-2a4de88f3063',
          inheritedObjectType: 'bf967aba-0de6-11d0-a285-00aa003049e2',
          inherited: false,
          inheritOnly: true,
          inheritable: true,
        },
        {
          allows: true,
          sid: 'S-1-5-10',
          mask: 0x8,
          objectType: '9b026da6-0d3c-465c-8bee-5199d7165cba',
          inheritedObjectType: 'bf967a86-0de6-11d0-a285-00aa003049e2',
          inherited: true,
          inheritOnly: true,
          inheritable: true,
        },
        { ...plain, allows: true, sid: 'S-1-5-18', mask: 0x1000_0000 },
        { ...plain, allows: false, sid: 'S-1-5-21-1-2-3-1111', mask: 0x20 },
      ],
    });
  });

  it('tell no DACL from an empty one', () => {
    expect(decode(samba.withoutDacl)).toMatchObject({ hasDacl: false, entries: [], owner: 'S-1-5-21-1-2-3-512' });
    expect(decode(samba.emptyDacl)).toMatchObject({ hasDacl: true, entries: [] });
    const nullPointer = Buffer.from(samba.withoutDacl, 'base64');
    nullPointer.writeUInt16LE(0x8004, 2);
    expect(decodeSecurityDescriptor(nullPointer)).toMatchObject({ hasDacl: false });
    expect(decodeSecurityDescriptor(descriptorBytes({ aces: [] }))).toEqual({
      hasDacl: true,
      isProtected: false,
      entries: [],
    });
  });

  it('hold object entries without, with one and with both GUIDs', () => {
    const [one, two] = ['11111111-2222-3333-4444-555555555555', '99999999-8888-7777-6666-555555555555'];
    const entry = { type: 5, mask: 0x100, sid: 'S-1-5-11' };
    const decoded = decodeSecurityDescriptor(
      descriptorBytes({
        aces: [
          ace(entry),
          ace({ ...entry, objectType: guidBytes(one) }),
          ace({ ...entry, inheritedObjectType: guidBytes(two) }),
          ace({ ...entry, objectType: guidBytes(one), inheritedObjectType: guidBytes(two) }),
        ],
      }),
    );
    expect(decoded?.entries.map(({ objectType, inheritedObjectType }) => [objectType, inheritedObjectType])).toEqual([
      [undefined, undefined],
      [one, undefined],
      [undefined, two],
      [one, two],
    ]);
  });

  it('mark callback entries, whose condition follows the SID, and leave audit and unknown entries out', () => {
    const condition = Buffer.from('artx0123', 'latin1');
    const decoded = decodeSecurityDescriptor(
      descriptorBytes({
        aces: [
          ace({ type: 0x09, mask: 1, sid: 'S-1-1-0', more: condition }),
          ace({ type: 0x0c, mask: 2, sid: 'S-1-5-11', objectType: Buffer.alloc(16), more: condition }),
          ace({ type: 0x02, mask: 4, sid: 'S-1-1-0' }),
          ace({ type: 0x77, mask: 8, sid: 'S-1-1-0' }),
          ace({ type: 0x00, mask: 16, sid: 'S-1-5-18' }),
        ],
      }),
    );
    expect(decoded?.entries.map(({ mask, allows, isConditional }) => [mask, allows, isConditional])).toEqual([
      [1, true, true],
      [2, false, true],
      [16, true, undefined],
    ]);
  });

  it('are refused as a whole when a part is damaged', () => {
    const good = descriptorBytes({ owner: 'S-1-5-18', aces: [ace({ type: 0, mask: 1, sid: 'S-1-5-11' })] });
    expect(decodeSecurityDescriptor(good)?.entries).toHaveLength(1);
    for (let length = 0; length < good.length; length += 1) {
      expect(decodeSecurityDescriptor(good.subarray(0, length)), `cut at ${length}`).toBeUndefined();
    }
    const changed = (offset: number, value: number): Buffer => {
      const copy = Buffer.from(good);
      copy.writeUInt16LE(value, offset);
      return copy;
    };
    const list = 32;
    expect(decodeSecurityDescriptor(changed(list + 4, 0xffff)), 'more entries than there are').toBeUndefined();
    expect(decodeSecurityDescriptor(changed(list + 8 + 2, 0)), 'an entry of no size').toBeUndefined();
    expect(decodeSecurityDescriptor(changed(16, 0xfff0)), 'a DACL outside').toBeUndefined();
    expect(decodeSecurityDescriptor(changed(4, 0xfff0)), 'an owner outside').toBeUndefined();
  });

  it('survive hostile bytes', () => {
    const { answered, refused } = fuzz(Buffer.from(samba.unit, 'base64'), (bytes) =>
      decodeSecurityDescriptor(Buffer.from(bytes)),
    );
    expect(answered).toBeGreaterThan(500);
    expect(refused).toBe(0);
  });

  it('are absent from entries that came without', () => {
    expect(securityDescriptorOf(entryOf('CN=x', {}))).toBeUndefined();
    expect(securityDescriptorOf(entryOf('CN=x', { nTSecurityDescriptor: Buffer.from('x') }))).toBeUndefined();
    const bytes = Buffer.from(samba.emptyDacl, 'base64');
    expect(securityDescriptorOf(entryOf('CN=x', { nTSecurityDescriptor: bytes }))?.hasDacl).toBe(true);
  });
});

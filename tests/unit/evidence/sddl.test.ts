import { describe, expect, it } from 'vitest';
import { domainNamedShortly, securityDescriptorOfText } from '../../../src-main/evidence/sddl';
import { decodeSecurityDescriptor } from '../../../src-main/evidence/security-descriptor';
import { growsLinearly } from '../../support/grows-linearly';
import { ace, descriptorBytes, guidBytes } from './descriptor-bytes';

const domain = 'S-1-5-21-1004336348-1177238915-682003330';
const enroll = '0e10c968-78fb-11d2-90d4-00c04f79dc55';

describe('security descriptors as text', () => {
  it('read the same as their bytes', () => {
    const bytes = descriptorBytes({
      owner: `${domain}-519`,
      aces: [
        ace({ type: 5, sid: `${domain}-512`, mask: 0x130, objectType: guidBytes(enroll) }),
        ace({ type: 0, sid: 'S-1-5-11', mask: 0x20094 }),
      ],
    });
    const text = `O:${domain}-519G:${domain}-519D:(OA;;RPWPCR;${enroll};;DA)(A;;LCRPLORC;;;AU)`;
    expect(securityDescriptorOfText(text, domain)).toEqual(decodeSecurityDescriptor(bytes));
  });

  it('tell deny, inheritance, conditions and rights as numbers', () => {
    const read = securityDescriptorOfText('D:PAI(D;CIIOID;0x1f;;;WD)(XA;;GA;;;BA;(Member_of))(AU;;GA;;;WD)');
    expect(read).toBeUndefined();
    expect(securityDescriptorOfText('D:PAI(D;CIIOID;0x1f;;;WD)(XA;;GAWO;;;BA)(AU;;GA;;;WD)')).toEqual({
      hasDacl: true,
      isProtected: true,
      entries: [
        { allows: false, sid: 'S-1-1-0', mask: 0x1f, inherited: true, inheritOnly: true, inheritable: true },
        {
          allows: true,
          sid: 'S-1-5-32-544',
          mask: 0x10080000,
          inherited: false,
          inheritOnly: false,
          inheritable: false,
          isConditional: true,
        },
      ],
    });
  });

  it.each([
    ['a group of a domain nobody knows', 'D:(A;;GA;;;DA)'],
    ['a right that is none', 'D:(A;;ZZ;;;WD)'],
    ['half a right', 'D:(A;;GAR;;;WD)'],
    ['an unknown principal', 'D:(A;;GA;;;QQ)'],
    ['an object that is no GUID', 'D:(OA;;CR;user;;WD)'],
    ['a text that was cut', 'O:S-1-5-21-1-2-3-1105G:...'],
    ['an entry that was cut', 'D:(A;;GA;;;WD)(A;;GA'],
    ['nothing of the kind', 'Allow Full Control'],
  ])('are not read at all when they hold %s', (_, text) => {
    expect(securityDescriptorOfText(text)).toBeUndefined();
  });

  it('knows that no list means every right', () => {
    expect(securityDescriptorOfText('O:BA')).toMatchObject({ hasDacl: false });
    expect(securityDescriptorOfText('D:NO_ACCESS_CONTROL')).toMatchObject({ hasDacl: false });
    expect(securityDescriptorOfText('D:')).toMatchObject({ hasDacl: true, entries: [] });
  });

  it('takes the domain of short names from what is written in full', () => {
    const root = `D:(A;;GA;;;DA)(A;;GA;;;${domain}-519)`;
    expect(domainNamedShortly([root, `D:(A;;GA;;;${domain}-2102)`])).toBe(domain);
    // Another domain's machine writes the root's Domain Admins in full.
    expect(domainNamedShortly([root, `D:(A;;GA;;;${domain}-512)`])).toBeUndefined();
    expect(domainNamedShortly(['D:(A;;GA;;;DA)'])).toBeUndefined();
    expect(domainNamedShortly([root, 'D:(A;;GA;;;S-1-5-21-1-2-3-519)'])).toBeUndefined();
  });

  it.each([
    ['D:', '(A;;GA;;;WD)'],
    ['D:', '('],
    ['O:S-1', '-1'],
  ])('are refused in no more time than they are long: %s%s…', async (start, part) => {
    const hostile = (size: number) => `${start}${part.repeat(size)}`;
    expect(securityDescriptorOfText(hostile(100_000))).toBeUndefined();
    await growsLinearly(hostile, securityDescriptorOfText, { to: 100_000 });
  });
});

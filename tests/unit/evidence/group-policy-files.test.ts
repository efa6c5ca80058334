import { describe, expect, it } from 'vitest';
import { gptIniVersion } from '../../../src-main/evidence/gpt-ini';
import { groupPolicyLinks } from '../../../src-main/evidence/group-policy-link';
import { policyFilePlace } from '../../../src-main/evidence/policy-place';

const first = '6AC1786C-016F-11D2-945F-00C04FB984F9';
const second = '31B2F340-016D-11D2-945F-00C04FB984F9';
const link = (guid: string, options: number): string =>
  `[LDAP://cn={${guid}},cn=policies,cn=system,DC=contoso,DC=com;${options}]`;

describe('groupPolicyLinks', () => {
  it('puts the link of highest precedence, which the attribute has last, first', () => {
    expect(groupPolicyLinks(link(first, 0) + link(second, 3))).toEqual([
      { guid: second.toLowerCase(), domain: 'contoso.com', disabled: true, enforced: true },
      { guid: first.toLowerCase(), domain: 'contoso.com', disabled: false, enforced: false },
    ]);
    expect(groupPolicyLinks(link(first, 1))[0]).toMatchObject({ disabled: true, enforced: false });
    expect(groupPolicyLinks(link(first, 2))[0]).toMatchObject({ disabled: false, enforced: true });
  });

  it('reads a link that names a server, and leaves out what names no policy', () => {
    expect(groupPolicyLinks(`[LDAP://dc1.contoso.com/CN={${first}},CN=Policies;0]`)).toHaveLength(1);
    expect(groupPolicyLinks(' ')).toEqual([]);
    expect(groupPolicyLinks('[LDAP://cn=other;0][broken')).toEqual([]);
  });
});

describe('policy folders', () => {
  it('are told by their path', () => {
    expect(policyFilePlace(`/x/sysvol/Contoso.com/Policies/{${first}}/MACHINE/Registry.POL`)).toEqual({
      root: '/x/sysvol/Contoso.com/Policies',
      domain: 'contoso.com',
      guid: first.toLowerCase(),
      part: 'machine',
    });
    expect(
      policyFilePlace(`\\\\contoso.com\\SYSVOL\\contoso.com\\Policies\\{${first}}\\User\\registry.pol`),
    ).toMatchObject({ domain: 'contoso.com', part: 'user' });
    expect(policyFilePlace(`{${first}}/GPT.INI`)).toMatchObject({ domain: '', part: 'gptIni' });
    expect(policyFilePlace(`{${first}}/User/Preferences/Registry/Registry.xml`)).toMatchObject({
      part: 'userPreferences',
    });
    expect(policyFilePlace(`{${first}}/User/Preferences/Groups/Groups.xml`)).toBeUndefined();
    expect(policyFilePlace('GroupPolicy/Machine/Registry.pol')).toBeUndefined();
    expect(policyFilePlace(`{${first}}/Machine/comment.cmtx`)).toBeUndefined();
  });

  it('state their version', () => {
    expect(gptIniVersion(Buffer.from('[General]\r\nVersion=196611\r\ndisplayName=x\r\n'))).toBe(196_611);
    expect(gptIniVersion(Buffer.from('\ufeff[General]\r\nversion = 3', 'utf16le'))).toBe(3);
    expect(gptIniVersion(Buffer.from('[General]'))).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { dnOfLdapUrl, isSameUrl } from '../../../../src-main/evidence/derived/revocation-copies';

describe('dnOfLdapUrl', () => {
  it.each([
    [
      'ldap:///CN=My%20CA%20(1),CN=ca01,CN=CDP,DC=contoso?certificateRevocationList?base?objectClass=x',
      'CN=My CA (1),CN=ca01,CN=CDP,DC=contoso',
    ],
    ['LDAP:///CN=K%C3%B6ln,DC=contoso', 'CN=Köln,DC=contoso'],
    ['ldap://dc01.contoso.com/CN=x?certificateRevocationList', undefined],
    ['ldap:///', undefined],
    ['ldap:///CN=%zz', undefined],
    ['http://crl.contoso.com/a.crl', undefined],
  ])('%s → %s', (address, dn) => {
    expect(dnOfLdapUrl(address)).toBe(dn);
  });
});

describe('isSameUrl', () => {
  it('does not mind the case of the host, the default port and blanks', () => {
    expect(isSameUrl('http://CRL.contoso.com:80/My CA.crl', 'http://crl.contoso.com/My%20CA.crl')).toBe(true);
  });
  it('minds the case of the path, and text that is no URL', () => {
    expect(isSameUrl('http://crl.contoso.com/a.crl', 'http://crl.contoso.com/A.crl')).toBe(false);
    expect(isSameUrl('not a url', 'not a url')).toBe(true);
    expect(isSameUrl('not a url', 'other')).toBe(false);
  });
});

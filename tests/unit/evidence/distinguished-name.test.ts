import { describe, expect, it } from 'vitest';
import {
  dnsNameOf,
  domainPartOf,
  firstNameOf,
  isWithin,
  normalDn,
  parentDn,
  sameDn,
  splitDn,
} from '../../../src-main/evidence/distinguished-name';

describe('distinguished names', () => {
  it('are split at commas that are not escaped', () => {
    expect(splitDn('CN=Müller\\, Jörg,OU=Staff,DC=contoso,DC=com')).toEqual([
      { type: 'cn', value: 'Müller, Jörg' },
      { type: 'ou', value: 'Staff' },
      { type: 'dc', value: 'contoso' },
      { type: 'dc', value: 'com' },
    ]);
    expect(splitDn('CN=J\\C3\\B6rg\\+x')).toEqual([{ type: 'cn', value: 'Jörg+x' }]);
    expect(splitDn('')).toEqual([]);
    expect(splitDn('no name')).toBeUndefined();
  });

  it('are equal in any case, spelling of blanks and escapes', () => {
    expect(sameDn('CN=A\\2c B, OU=x,DC=Y', 'cn=a\\, b,ou=X,dc=y')).toBe(true);
    expect(sameDn('CN=A,DC=x', 'CN=A,DC=y')).toBe(false);
    expect(normalDn('CN=Plain,DC=X')).toBe('cn=plain,dc=x');
  });

  it('lie within each other only at whole names', () => {
    expect(isWithin('CN=a,OU=Sales,DC=x', 'ou=sales,DC=x')).toBe(true);
    expect(isWithin('OU=Sales,DC=x', 'OU=Sales,DC=x')).toBe(true);
    expect(isWithin('CN=a,OU=PreSales,DC=x', 'Sales,DC=x')).toBe(false);
  });

  it('have parents, first names and domains', () => {
    expect(parentDn('CN=a\\,b,OU=c,DC=d')).toBe('OU=c,DC=d');
    expect(firstNameOf('CN=Contoso Issuing CA 1,CN=Enrollment Services')).toBe('Contoso Issuing CA 1');
    expect(domainPartOf('CN=x,DC=Contoso, DC=com')).toBe('DC=Contoso, DC=com');
    expect(dnsNameOf('CN=Configuration,DC=Contoso,DC=com')).toBe('contoso.com');
    expect(dnsNameOf('CN=x,O=y')).toBe('');
  });
});

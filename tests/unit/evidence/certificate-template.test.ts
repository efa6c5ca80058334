import { describe, expect, it } from 'vitest';
import { certificateTemplate } from '../../../src-main/evidence/certificate-template';
import { entryOf } from './fixture';

const dn =
  'CN=WHFBAuthentication,CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com';
const triples =
  'msPKI-Asymmetric-Algorithm`PZPWSTR`RSA`msPKI-Hash-Algorithm`PZPWSTR`SHA256`msPKI-RA-Application-Policies`PZPWSTR`1.3.6.1.4.1.311.20.2.1`msPKI-Symmetric-Key-Length`DWORD`168`';

describe('certificateTemplate', () => {
  it('reads flags as unsigned numbers and periods as seconds', () => {
    const template = certificateTemplate(
      entryOf(dn, {
        cn: 'WHFBAuthentication',
        displayName: 'WHFB Authentication',
        flags: '131616',
        revision: '100',
        'msPKI-Certificate-Name-Flag': '-2113929216',
        'msPKI-Enrollment-Flag': '96',
        'msPKI-Private-Key-Flag': '103153792',
        'msPKI-RA-Signature': '1',
        'msPKI-RA-Application-Policies': triples,
        'msPKI-Template-Schema-Version': '4',
        'msPKI-Template-Minor-Revision': '6',
        pKIExtendedKeyUsage: ['1.3.6.1.4.1.311.20.2.2', '1.3.6.1.5.5.7.3.2'],
        pKIExpirationPeriod: Buffer.from('AEA5hy7h/v8=', 'base64'),
        pKIOverlapPeriod: Buffer.from('AICmCv/e//8=', 'base64'),
      }),
    );
    expect(template).toMatchObject({
      cn: 'WHFBAuthentication',
      nameFlag: 0x82000000,
      enrollmentFlag: 0x60,
      privateKeyFlag: 0x06260080,
      raSignatures: 1,
      raApplicationPolicies: ['1.3.6.1.4.1.311.20.2.1'],
      schemaVersion: 4,
      majorRevision: 100,
      minorRevision: 6,
      validitySeconds: 31_536_000,
      renewalSeconds: 3_628_800,
    });
  });

  it('reads the plain encoding of application policies, and triples without any', () => {
    const plain = certificateTemplate(
      entryOf(dn, { 'msPKI-RA-Application-Policies': ['1.3.6.1.4.1.311.20.2.1', '1.3.6.1.4.1.311.10.3.4'] }),
    );
    expect(plain.raApplicationPolicies).toEqual(['1.3.6.1.4.1.311.20.2.1', '1.3.6.1.4.1.311.10.3.4']);
    const none = certificateTemplate(
      entryOf(dn, { 'msPKI-RA-Application-Policies': 'msPKI-Hash-Algorithm`PZPWSTR`SHA256`' }),
    );
    expect(none.raApplicationPolicies).toEqual([]);
  });

  it('finds the properties of triples in any order, with or without a trailing separator', () => {
    const parts = [
      'msPKI-Symmetric-Algorithm`PZPWSTR`3DES',
      'msPKI-RA-Application-Policies`PZPWSTR`1.3.6.1.4.1.311.20.2.1,1.3.6.1.5.5.7.3.2',
      'MSPKI-Hash-Algorithm`PZPWSTR`SHA384',
      'msPKI-Key-Usage`DWORD`16777215',
      'msPKI-Asymmetric-Algorithm`PZPWSTR`ECDH_P384',
    ];
    for (const order of [parts, [...parts].reverse(), [...parts.slice(2), ...parts.slice(0, 2)]]) {
      for (const end of ['', '`']) {
        const template = certificateTemplate(
          entryOf(dn, { 'msPKI-RA-Application-Policies': `${order.join('`')}${end}` }),
        );
        expect(template).toMatchObject({
          raApplicationPolicies: ['1.3.6.1.4.1.311.20.2.1', '1.3.6.1.5.5.7.3.2'],
          asymmetricAlgorithm: 'ECDH_P384',
          hashAlgorithm: 'SHA384',
        });
      }
    }
  });

  it.each([
    '`',
    '`````',
    'msPKI-RA-Application-Policies`',
    'a`b',
    '`PZPWSTR`1.2.3',
    'msPKI-RA-Application-Policies`PZPWSTR`x y z',
  ])('finds no policy in %j', (value) => {
    expect(certificateTemplate(entryOf(dn, { 'msPKI-RA-Application-Policies': value })).raApplicationPolicies).toEqual(
      [],
    );
  });

  it('reads key usage, providers in their order of preference and issuance policies', () => {
    const template = certificateTemplate(
      entryOf(dn, {
        pKIKeyUsage: Buffer.from('oAA=', 'base64'),
        pKIDefaultCSPs: ['2,Microsoft Enhanced Cryptographic Provider v1.0', '1,Anbieter, mit Komma', 'without number'],
        'msPKI-Certificate-Policy': ['1.3.6.1.4.1.311.21.8.1.400', '2.5.29.32.0'],
      }),
    );
    expect(template).toMatchObject({
      keyUsageBits: 0xa0,
      providers: ['Anbieter, mit Komma', 'Microsoft Enhanced Cryptographic Provider v1.0', 'without number'],
      certificatePolicies: ['1.3.6.1.4.1.311.21.8.1.400', '2.5.29.32.0'],
    });
  });

  it('leaves out what was not returned', () => {
    const template = certificateTemplate(entryOf(dn, {}));
    expect(template).toMatchObject({ cn: 'WHFBAuthentication', displayName: 'WHFBAuthentication' });
    expect('privateKeyFlag' in template).toBe(false);
    for (const name of [
      'validitySeconds',
      'keyUsageBits',
      'providers',
      'asymmetricAlgorithm',
      'hashAlgorithm',
      'certificatePolicies',
    ])
      expect(name in template, name).toBe(false);
  });
});

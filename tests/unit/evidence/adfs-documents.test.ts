import { describe, expect, it } from 'vitest';
import { parseFederationMetadata } from '../../../src-main/evidence/federation-metadata';
import { readMex } from '../../../src-main/evidence/mex';
import { parseOpenIdConfiguration } from '../../../src-main/evidence/openid-configuration';
import { demo, fixtureText, fuzz } from './fixture';

describe('parseFederationMetadata', () => {
  it('reads two generations of AD FS', () => {
    const v3 = parseFederationMetadata(fixtureText('samples/adfs-metadata/adfs-v3-metadata.xml'));
    expect(v3).toMatchObject({
      entityId: 'http://fs.msidlab2.com/adfs/services/trust',
      host: 'fs.msidlab2.com',
      passiveEndpoints: ['https://fs.msidlab2.com/adfs/ls/'],
      mexEndpoints: ['https://fs.msidlab2.com/adfs/services/trust/mex'],
      unreadableCertificates: 0,
      isAdfs: true,
    });
    expect(v3.activeEndpoints).toContain('https://fs.msidlab2.com/adfs/services/trust/2005/certificatemixed');
    expect(v3.signingCertificates.map(({ subject }) => subject)).toEqual(['CN=ADFS Signing - fs.msidlab2.com']);
    expect(v3.encryptionCertificates).toHaveLength(1);
    expect(parseFederationMetadata(fixtureText('samples/adfs-metadata/adfs-v2-metadata.xml'))).toMatchObject({
      host: 'fs.msidlab7.com',
      isAdfs: true,
    });
  });

  it('does not take another identity provider for AD FS', () => {
    expect(parseFederationMetadata(fixtureText('samples/adfs-metadata/idp-metadata.xml'))).toMatchObject({
      entityId: 'https://idp.msidlab13.com/idp/shibboleth',
      isAdfs: false,
      signingCertificates: [],
    });
  });

  it('refuses document types, entities, other documents and cut ones', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><EntityDescriptor entityID="&b;"/>';
    expect(() => parseFederationMetadata(bomb)).toThrow('refused');
    expect(() => parseFederationMetadata('<feed/>')).toThrow('no federation metadata');
    expect(() => parseFederationMetadata('')).toThrow();
    const text = fixtureText('samples/adfs-metadata/adfs-v3-metadata.xml');
    expect(() => parseFederationMetadata(text.slice(0, text.length / 2))).toThrow('not well-formed');
    expect(() => parseFederationMetadata('<a>'.repeat(5000) + '</a>'.repeat(5000))).toThrow();
    expect(() => parseFederationMetadata(`<a>${'x'.repeat(9 * 1024 * 1024)}</a>`)).toThrow('too many');
  });

  it('is not led astray by names that are properties of every object', () => {
    const named = (name: string): string =>
      `<EntityDescriptor entityID="http://fs.contoso.com/x"><${name}><polluted/></${name}></EntityDescriptor>`;
    expect(parseFederationMetadata(named('toString')).host).toBe('fs.contoso.com');
    expect(() => parseFederationMetadata(named('__proto__'))).toThrow('The XML cannot be read');
    expect('polluted' in {}).toBe(false);
  });

  it('answers or refuses truncations and changes, never otherwise', () => {
    const bytes = Buffer.from(fixtureText('samples/adfs-metadata/idp-metadata.xml'));
    fuzz(bytes, (changed) => parseFederationMetadata(Buffer.from(changed).toString('utf8')), 37);
  });
});

describe('readMex', () => {
  it('reads the ports of a WS-Trust service', () => {
    for (const name of ['arupela', 'microsoft']) {
      const { ports } = readMex(fixtureText(`samples/adfs-mex/${name}.mex.xml`));
      expect(ports.some((port) => port.address.endsWith('/adfs/services/trust/13/usernamemixed'))).toBe(true);
    }
    const { ports } = readMex(demo('adfs/mex.xml').toString('utf8'));
    expect(ports.length).toBeGreaterThan(3);
  });

  it('leaves out ports without an address and refuses what is damaged or no WSDL', () => {
    const all = readMex(fixtureText('samples/adfs-mex/microsoft.mex.xml')).ports;
    const some = readMex(fixtureText('samples/adfs-mex/noaddress.xml')).ports;
    expect(some.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(0);
    expect(() => readMex(fixtureText('samples/adfs-mex/syntax.related.mex.xml'))).toThrow('not well-formed');
    expect(() => readMex('<definitions/>')).toThrow('no port');
    expect(() => readMex('<html/>')).toThrow('no WSDL');
  });
});

describe('parseOpenIdConfiguration', () => {
  it('reads capabilities, and tells their absence from an empty list', () => {
    expect(parseOpenIdConfiguration(demo('adfs/openid-configuration.json').toString('utf8'))).toMatchObject({
      issuer: 'https://fs.contoso.com/adfs',
    });
    expect(parseOpenIdConfiguration('{"issuer":"x","capabilities":["winhello_cert","kdf_ver2"]}').capabilities).toEqual(
      ['winhello_cert', 'kdf_ver2'],
    );
    expect(parseOpenIdConfiguration('{"issuer":"x","capabilities":[]}').capabilities).toEqual([]);
    expect('capabilities' in parseOpenIdConfiguration('{"issuer":"x"}')).toBe(false);
  });

  it('refuses what is no discovery document', () => {
    expect(() => parseOpenIdConfiguration('<html>')).toThrow('not JSON');
    expect(() => parseOpenIdConfiguration('[]')).toThrow('no issuer');
    expect(() => parseOpenIdConfiguration('{"__proto__":{"issuer":"x"}}')).toThrow('no issuer');
    expect(() => parseOpenIdConfiguration(`{"issuer":"${'x'.repeat(2_000_000)}"}`)).toThrow('too many');
  });
});

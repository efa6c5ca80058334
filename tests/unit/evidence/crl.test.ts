import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeCertificate } from '../../../src-main/evidence/certificate';
import { decodeCrl } from '../../../src-main/evidence/crl';
import { derValuesOf } from '../../../src-main/evidence/pem';
import { crlIsSignedBy } from '../../../src-main/evidence/verify-signature';
import { demo, fixture, fuzz } from './fixture';

const crl = (name: string) => {
  const [der] = derValuesOf(demo(`certificates/crl/${name}`), 'crl');
  if (der === undefined) throw new Error('no CRL in the fixture');
  return der;
};
const certificateOf = (bytes: Buffer) => decodeCertificate(derValuesOf(bytes, 'certificate')[0] ?? Buffer.alloc(0));
const issuing = certificateOf(demo('certificates/ca01.contoso.com_Contoso Issuing CA 1.crt'));
const root = certificateOf(demo('certificates/Contoso Root CA.crt'));

describe('decodeCrl', () => {
  it('reads a base CRL with its dates, numbers and entries', () => {
    const facts = decodeCrl(crl('Contoso Issuing CA 1.crl'));
    expect(facts).toMatchObject({
      issuer: issuing.subject,
      authorityKeyIdentifier: issuing.subjectKeyIdentifier,
      thisUpdate: '2026-11-20T17:05:30.000Z',
      nextUpdate: '2026-11-28T05:35:30.000Z',
      nextPublish: '2026-11-27T17:15:30.000Z',
      number: '214',
      revokedCount: 2,
      signatureAlgorithm: 'sha256RSA',
    });
    expect(facts.revokedSerials).toHaveLength(2);
    expect(facts.deltaBase).toBeUndefined();
  });

  it('tells a delta CRL by its indicator', () => {
    expect(decodeCrl(crl('Contoso Issuing CA 1+.crl'))).toMatchObject({
      number: '216',
      deltaBase: '214',
      revokedCount: 1,
    });
  });

  it('verifies the signature with the key of the right CA only', () => {
    const facts = decodeCrl(crl('Contoso Root CA.crl'));
    expect(crlIsSignedBy(facts, root)).toBe(true);
    expect(crlIsSignedBy(facts, issuing)).toBe(false);
    const { signed: _, ...withoutSignature } = facts;
    expect(crlIsSignedBy(withoutSignature, root)).toBeUndefined();
  });

  it('counts beyond ten thousand entries without keeping them', () => {
    const facts = decodeCrl(gunzipSync(fixture('certificates/twelve-thousand-revoked.crl.gz')));
    expect(facts.revokedCount).toBe(12_000);
    expect(facts.revokedSerials).toBeUndefined();
    expect(facts.nextUpdate?.slice(0, 2)).toBe('20');
    expect(crlIsSignedBy(facts, decodeCertificate(fixture('certificates/twelve-thousand-revoked-ca.cer')))).toBe(true);
  });

  it('refuses a certificate and other bytes', () => {
    expect(() => decodeCrl(Buffer.from(root.der, 'base64'))).toThrow('cannot be read');
    expect(() => decodeCrl(Buffer.from('<html></html>'))).toThrow(/DER|length|value/u);
  });

  it('answers or refuses every truncation and change, never otherwise', () => {
    const { refused } = fuzz(crl('Contoso Issuing CA 1.crl'), decodeCrl);
    expect(refused).toBeGreaterThan(500);
  });
});

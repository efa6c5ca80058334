import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificateValuesOf } from '../../../src-main/evidence/certificate-file';
import { certificatesOfPkcs7, isPkcs7 } from '../../../src-main/evidence/pkcs7';
import { fixture } from './fixture';
import { pkcs7Bundle } from './pkcs7-bundle';

const certificates = ['DOD_CA-26.cer', 'DoD_Root_CA_3.cer'].map(
  (name) => new X509Certificate(fixture(`samples/certificates/${name}`)),
);
const ders = certificates.map(({ raw }) => raw);
const bundle = pkcs7Bundle(certificates.map((certificate) => certificate.toString()));
const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;
/** The order inside a SET is the encoder's. */
const sorted = (values: readonly Uint8Array[]): readonly string[] =>
  values.map((value) => Buffer.from(value).toString('base64')).sort();

describe('a bundle of two certificates', () => {
  it.each([
    ['as DER', bundle],
    ['as PEM', Buffer.from(pem('PKCS7', bundle))],
    ['as PEM under the label of CMS', Buffer.from(pem('CMS', bundle))],
    ['as certutil -encode writes it', Buffer.from(pem('CERTIFICATE', bundle))],
  ])('%s', (_form, bytes) => {
    expect(sorted(certificateValuesOf(bytes))).toEqual(sorted(ders));
  });
});

it('gives single certificates as they are', () => {
  for (const der of ders) {
    expect(isPkcs7(der)).toBe(false);
    expect(sorted(certificateValuesOf(der))).toEqual(sorted([der]));
  }
});

it('refuses a bundle that is cut off at any byte, and one without certificates', () => {
  for (let length = 0; length < bundle.length; length += 97)
    expect(() => certificatesOfPkcs7(bundle.subarray(0, length))).toThrow(Error);
  const empty = Buffer.from('300f06092a864886f70d010702a0023000', 'hex');
  expect(isPkcs7(empty)).toBe(true);
  expect(() => certificatesOfPkcs7(empty)).toThrow('no certificate');
});

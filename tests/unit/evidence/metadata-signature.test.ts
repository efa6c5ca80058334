import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { signingCertificatesOf } from '../../../src-main/evidence/derived/signing-certificates';
import { parseFederationMetadata } from '../../../src-main/evidence/federation-metadata';
import { growsLinearly } from '../../support/grows-linearly';
import { type KeyAndCertificate, selfSigned } from '../probes/servers/authority';
import { fixtureText, fuzz } from './fixture';
import { signedMetadata } from './signed-metadata';

const host = 'fs.contoso.com';
let present: KeyAndCertificate;
let next: KeyAndCertificate;
let stranger: KeyAndCertificate;
beforeAll(async () => {
  // The next certificate ends later: of two made at once, which ends first hangs on whose key was found first.
  [present, next, stranger] = await Promise.all([
    selfSigned('One'),
    selfSigned('Two', { until: 120 }),
    selfSigned('Three'),
  ]);
});

const thumbprintOf = ({ cert }: KeyAndCertificate): string => new X509Certificate(cert).fingerprint.replaceAll(':', '');
const signatureOf = (text: string) => parseFederationMetadata(text).signature;
const v3 = () => fixtureText('samples/adfs-metadata/adfs-v3-metadata.xml');

describe('the signature of federation metadata', () => {
  it('is valid on what two releases of AD FS wrote', () => {
    for (const name of ['adfs-v2', 'adfs-v3']) {
      const metadata = parseFederationMetadata(fixtureText(`samples/adfs-metadata/${name}-metadata.xml`));
      expect(metadata.signature).toEqual({
        state: 'valid',
        signedBy: metadata.signingCertificates[0]?.thumbprint,
        algorithm: 'RSA with SHA-256',
      });
      expect(metadata.activeEndpoints.length).toBeGreaterThan(0);
    }
  });

  it('is valid with an XML declaration, a byte order mark and the line ends of Windows around it', () => {
    expect(signatureOf(`<?xml version="1.0" encoding="utf-8"?>\r\n${v3()}`)).toMatchObject({ state: 'valid' });
    expect(signatureOf(`\ufeff${v3()}`)).toMatchObject({ state: 'valid' });
  });

  it('tells the present certificate from the next, whatever the order', () => {
    const metadata = parseFederationMetadata(signedMetadata(host, [next, present], { signer: present }));
    expect(metadata.signature).toMatchObject({ state: 'valid', signedBy: thumbprintOf(present) });
    const { present: signing, next: others } = signingCertificatesOf(metadata);
    expect(signing?.thumbprint).toBe(thumbprintOf(present));
    expect(others.map(({ thumbprint }) => thumbprint)).toEqual([thumbprintOf(next)]);
  });

  it('says when SHA-1 made it', () => {
    expect(signatureOf(signedMetadata(host, [present], { hash: 'sha1' }))).toMatchObject({
      state: 'valid',
      algorithm: 'RSA with SHA-1',
    });
  });

  it.each<[string, (text: string) => string]>([
    ['an address', (text) => text.replace('/adfs/ls/', '/adfs/ld/')],
    ['an identifier', (text) => text.replace('entityID="http://fs.', 'entityID="http://fx.')],
    ['white space', (text) => text.replace('<KeyDescriptor', '\n  <KeyDescriptor')],
    ['an added part', (text) => text.replace('</EntityDescriptor>', '<Extra/></EntityDescriptor>')],
  ])('is invalid when %s was changed', (_what, change) => {
    for (const text of [v3(), signedMetadata('fs.contoso.com', [present])]) {
      expect(change(text)).not.toBe(text);
      expect(signatureOf(change(text))).toMatchObject({
        state: 'invalid',
        problem: expect.stringContaining('changed'),
      });
    }
  });

  it('is invalid when the value was changed', () => {
    const text = v3().replace('LlgnhZB', 'LlgnhZC');
    expect(signatureOf(text)).toMatchObject({ state: 'invalid', problem: expect.stringContaining('None of') });
  });

  it('does not take the word of a certificate inside the signature', () => {
    const text = signedMetadata(host, [present], { signer: stranger });
    expect(signatureOf(text)).toMatchObject({ state: 'invalid', problem: expect.stringContaining('None of') });
  });

  it('is invalid when it covers something else than the whole document', () => {
    const part = '<Part ID="_part"></Part>';
    const elsewhere = signedMetadata(host, [present], { uri: '#_part', content: part });
    expect(signatureOf(elsewhere)).toMatchObject({ state: 'invalid', problem: expect.stringContaining('as a whole') });
  });

  it('is not deceived by wrapping', () => {
    const genuine = signedMetadata(host, [present]);
    const signature = /<ds:Signature .*<\/ds:Signature>/u.exec(genuine)?.[0] ?? '';
    const forged = signedMetadata('evil.test', [stranger]);
    const inner = genuine.replace(signature, '');
    const withSignature = (text: string, placed: string): string =>
      text.replace(/<ds:Signature .*<\/ds:Signature>/u, placed);
    const attempts = [
      // the genuine document inside the forged one, the genuine signature on top
      withSignature(forged, signature).replace('</EntityDescriptor>', `${inner}</EntityDescriptor>`),
      withSignature(forged, signature.replace('</ds:Signature>', `<ds:Object>${inner}</ds:Object></ds:Signature>`)),
      withSignature(forged, '').replace('</EntityDescriptor>', `${genuine}</EntityDescriptor>`),
      forged.replace('</EntityDescriptor>', `${genuine}</EntityDescriptor>`),
      genuine.replace(signature, signature.replace('</ds:SignedInfo>', '</ds:SignedInfo><ds:SignedInfo/>')),
      genuine.replace(signature, signature + signature),
    ];
    for (const attempt of attempts) expect(signatureOf(attempt)).toMatchObject({ state: 'invalid' });
  });

  it('reads nothing but what was signed', () => {
    const text = signedMetadata(host, [present]).replace('https://fs', 'https://fs<!-- .evil.test -->');
    expect(parseFederationMetadata(text)).toMatchObject({
      signature: { state: 'valid' },
      passiveEndpoints: ['https://fs.contoso.com/adfs/ls/'],
    });
  });

  it('is absent or not verifiable where nothing can be proven', () => {
    const text = signedMetadata(host, [present]);
    expect(signatureOf(text.replace(/<ds:Signature .*<\/ds:Signature>/u, ''))).toMatchObject({ state: 'absent' });
    const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
    for (const odd of [
      signedMetadata(host, [present], { canonicalization: inclusive }),
      text.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-md5'),
      text.replace('xmlenc#sha256', 'constructor'),
      text.replace(/<X509Certificate>[^<]+/gu, '<X509Certificate>AAAA'),
    ])
      expect(signatureOf(odd)).toMatchObject({ state: 'not-verifiable', problem: expect.any(String) });
  });

  it('takes no longer than a document is large, and refuses what is too large', async () => {
    const filled = (size: number) =>
      v3().replace('</EntityDescriptor>', `${'<Extra xmlns="urn:x"/>'.repeat(size)}</EntityDescriptor>`);
    expect(signatureOf(filled(30_000))).toMatchObject({ state: 'invalid' });
    const tooLarge = { state: 'not-verifiable', problem: expect.stringContaining('too large') };
    expect(signatureOf(filled(60_000))).toMatchObject(tooLarge);
    await growsLinearly(filled, signatureOf, { to: 30_000 });
  });

  it('answers every truncation and change, and calls none of them valid unless it means the same', () => {
    const text = signedMetadata(host, [present]);
    const genuine = JSON.stringify(parseFederationMetadata(text));
    const deceived: unknown[] = [];
    const { answered } = fuzz(
      Buffer.from(text),
      (changed) => {
        const metadata = parseFederationMetadata(Buffer.from(changed).toString('utf8'));
        if (metadata.signature?.state === 'valid' && JSON.stringify(metadata) !== genuine) deceived.push(metadata);
      },
      29,
    );
    expect(answered).toBeGreaterThan(10);
    expect(deceived).toEqual([]);
  });
});

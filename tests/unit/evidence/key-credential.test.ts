import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeKeyCredential } from '../../../src-main/evidence/key-credential';
import { fuzz } from './fixture';
import { bcryptBlob, dnBinary, keyValue, modulusOf, sampleDevice, sampleHex, sampleValue } from './key-values';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
const modulus = modulusOf(key);

const created = '2025-11-04T08:15:00.000Z';
/** 100 ns steps since 1601 and since year 1. */
const fileTime = BigInt(Date.parse(created) - Date.parse('1601-01-01T00:00:00Z')) * 10_000n;
const dotNetTicks = BigInt(Date.parse(created) - Date.parse('0001-01-01T00:00:00Z')) * 10_000n;

/** TPM2B_PUBLIC of a signing key behind a PCP_KEY_BLOB_WIN8 header. */
function platformBlob(scheme: readonly number[]): Buffer {
  const header = Buffer.alloc(0x2e);
  header.write('PCPM', 'latin1');
  header.writeUInt32LE(header.length, 4);
  header.writeUInt32LE(2, 8);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(modulus.length);
  const policy = [0, 4, 1, 2, 3, 4];
  const area = [0, 1, 0, 11, 0, 6, 4, 114, ...policy, 0, 0x10, ...scheme, 8, 0, 0, 0, 0, 0];
  return Buffer.concat([header, Buffer.from([1, 30]), Buffer.from(area), size, modulus]);
}

describe('a key credential', () => {
  it('gives everything the complete sample holds', () => {
    expect(sampleHex.length).toBe(828);
    expect(decodeKeyCredential(sampleValue)).toEqual({
      keyId: Buffer.from('P8t9QETNLXfo1NDvdFujxrT8oIVxfTQJR5pPbcep0tk=', 'base64').toString('hex'),
      usage: 1,
      source: 1,
      deviceId: sampleDevice,
      created: '2026-11-02T08:15:00.000Z',
      lastLogon: '2026-11-02T08:15:00.000Z',
      isHashValid: true,
      rsaBits: 2048,
      isRocaWeak: false,
    });
  });

  it('does not depend on the spelling of hex and of the name behind it', () => {
    const value = dnBinary(sampleHex.toLowerCase(), 'CN=Müller\\, Jörg: 1,OU=Büro,DC=contoso,DC=com');
    expect(decodeKeyCredential(value)).toEqual(decodeKeyCredential(sampleValue));
  });

  it('is known to be changed by its hash', () => {
    const changed = sampleHex.replace('0100040101000501', '0100040701000501');
    expect(changed).not.toBe(sampleHex);
    expect(decodeKeyCredential(dnBinary(changed))).toMatchObject({ isHashValid: false });
    expect(decodeKeyCredential(keyValue({ damaged: true }))?.isHashValid).toBe(false);
    expect(decodeKeyCredential(keyValue())?.isHashValid).toBe(true);
  });

  it('may lack entries', () => {
    const material = bcryptBlob(modulus);
    const length = Buffer.alloc(2);
    length.writeUInt16LE(material.length);
    const blob = Buffer.concat([Buffer.from([0, 2, 0, 0]), length, Buffer.from([3]), material]);
    expect(decodeKeyCredential(dnBinary(blob.toString('hex')))).toEqual({ rsaBits: 2048, isRocaWeak: false });
  });

  it('names no device by a device id of zeros', () => {
    expect(decodeKeyCredential(keyValue({ deviceId: Buffer.alloc(16) }))).not.toHaveProperty('deviceId');
  });

  it.each([
    ['a FILETIME', fileTime],
    ['.NET ticks in UTC', dotNetTicks | (1n << 62n)],
    ['.NET ticks without a kind', dotNetTicks],
    ['.NET ticks in local time', dotNetTicks | (1n << 63n)],
  ])('has its times as %s', (_form, ticks) => {
    expect(decodeKeyCredential(keyValue({ created: ticks }))?.created).toBe(created);
  });

  it('has no time of zero, and none of a number that is no time', () => {
    const decoded = decodeKeyCredential(keyValue({ created: 0n, lastLogon: 0x7fff_ffff_ffff_ffffn }));
    expect(decoded).not.toHaveProperty('created');
    expect(decoded?.lastLogon === undefined || !Number.isNaN(Date.parse(decoded.lastLogon))).toBe(true);
  });
});

describe('key material', () => {
  it.each([
    ['a BCRYPT blob', bcryptBlob(modulus)],
    ['an RSAPublicKey', key.export({ type: 'pkcs1', format: 'der' })],
    ['a SubjectPublicKeyInfo', key.export({ type: 'spki', format: 'der' })],
    ['the public area of a TPM, without scheme', platformBlob([0, 0x10])],
    ['the public area of a TPM, with scheme', platformBlob([0, 0x14, 0, 0x0b])],
  ])('is read from %s', (_form, material) => {
    expect(decodeKeyCredential(keyValue({ material }))).toMatchObject({ rsaBits: 2048, isRocaWeak: false });
  });

  it.each([
    [
      'an elliptic key',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' }),
    ],
    ['a FIDO key', Buffer.from('{"version":1,"authData":"…"}')],
    ['one byte', Buffer.from([0x30])],
    ['a blob whose modulus is longer than it', bcryptBlob(modulus).subarray(0, 200)],
    ['a blob whose exponent would not fit', Buffer.concat([Buffer.from('RSA1'), Buffer.alloc(40, 0xff)])],
    ['a TPM blob that ends early', platformBlob([0, 0x10]).subarray(0, 70)],
  ])('is no RSA key when it is %s', (_form, material) => {
    const decoded = decodeKeyCredential(keyValue({ material, usage: 7 }));
    expect(decoded).toMatchObject({ usage: 7, isHashValid: true });
    expect(decoded).not.toHaveProperty('rsaBits');
    expect(decoded).not.toHaveProperty('isRocaWeak');
  });
});

describe('hostile values', () => {
  const blob = Buffer.from(sampleHex, 'hex');
  const again = blob.subarray(4, 39);

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('CN=Imke Brandt')],
    ['a count that is too small', Buffer.from(`B:826:${sampleHex}:DC=x`)],
    ['a count that is too large', Buffer.from(`B:9999999:${sampleHex}:DC=x`)],
    ['a negative count', Buffer.from(`B:-2:${sampleHex}:DC=x`)],
    ['no count', Buffer.from(`B::${sampleHex}:DC=x`)],
    ['no name', Buffer.from(`B:828:${sampleHex}`)],
    ['an odd count', dnBinary(sampleHex.slice(0, -1))],
    ['letters that are no hex', dnBinary(`${sampleHex.slice(0, -2)}zz`)],
    ['another version', dnBinary(`00050000${sampleHex.slice(8)}`)],
    ['a version only', dnBinary('00020000')],
    ['an entry twice', dnBinary(Buffer.concat([blob, again]).toString('hex'))],
    ['an entry that goes on behind the end', dnBinary(`${sampleHex}FFFF0A00`)],
    ['half an entry', dnBinary(`${sampleHex}0200`)],
  ])('are refused: %s', (_what, value) => {
    expect(decodeKeyCredential(value)).toBeUndefined();
  });

  it('never throw', () => {
    fuzz(blob, (bytes) => decodeKeyCredential(dnBinary(Buffer.from(bytes).toString('hex'))));
    fuzz(sampleValue, (bytes) => decodeKeyCredential(Buffer.from(bytes)));
  });

  it('hold at most 64 KiB', () => {
    const huge = dnBinary(`00020000${'ffff0a'.padEnd(6 + 2 * 0xffff, '0')}${'ffff0b'.padEnd(6 + 2 * 0xffff, '0')}`);
    expect(decodeKeyCredential(huge)).toBeUndefined();
  });
});

import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { guidBytes } from './directory-change.ts';

const entry = {
  keyId: 1,
  keyHash: 2,
  keyMaterial: 3,
  usage: 4,
  source: 5,
  deviceId: 6,
  customInformation: 7,
  lastLogon: 8,
  created: 9,
};

/**
 * A new `msDS-KeyCredentialLink` value for `ownerDn`: DN-Binary text holding a KEYCREDENTIALLINK_BLOB version 2 (MS-ADTS 2.2.20)
 * with an RSA-2048 Hello key that was made on the device on `created`.
 */
export function keyCredential(ownerDn: string, deviceId: string, created: Date): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const material = rsaPublicBlob(publicKey);
  const time = fileTimeBytes(created);
  const hashed = Buffer.concat([
    field(entry.keyMaterial, material),
    field(entry.usage, Buffer.of(1)),
    field(entry.source, Buffer.of(1)),
    field(entry.deviceId, guidBytes(deviceId)),
    field(entry.customInformation, Buffer.of(1, 0)),
    field(entry.lastLogon, time),
    field(entry.created, time),
  ]);
  const version = Buffer.of(0, 2, 0, 0);
  const blob = Buffer.concat([
    version,
    field(entry.keyId, sha256(material)),
    field(entry.keyHash, sha256(hashed)),
    hashed,
  ]);
  const hex = blob.toString('hex').toUpperCase();
  return `B:${hex.length}:${hex}:${ownerDn}`;
}

function field(id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(3);
  head.writeUInt16LE(value.length, 0);
  head[2] = id;
  return Buffer.concat([head, value]);
}

/** BCRYPT_RSAPUBLIC_BLOB: "RSA1", bit length, exponent length, modulus length, two empty primes, exponent, modulus. */
function rsaPublicBlob(key: KeyObject): Buffer {
  const { e = '', n = '' } = key.export({ format: 'jwk' });
  const exponent = Buffer.from(e, 'base64url');
  const modulus = Buffer.from(n, 'base64url');
  const head = Buffer.alloc(24);
  head.write('RSA1', 0, 'latin1');
  head.writeUInt32LE(modulus.length * 8, 4);
  head.writeUInt32LE(exponent.length, 8);
  head.writeUInt32LE(modulus.length, 12);
  return Buffer.concat([head, exponent, modulus]);
}

function fileTimeBytes(date: Date): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE((BigInt(date.getTime()) + 11_644_473_600_000n) * 10_000n);
  return bytes;
}

function sha256(data: Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

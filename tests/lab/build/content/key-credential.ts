import { createHash, generateKeyPairSync } from 'node:crypto';
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

export interface KeyOptions {
  /** 1 Hello, 7 FIDO. */
  readonly usage?: number;
  /** RSA modulus, big-endian; a new key when absent. */
  readonly modulus?: Buffer;
  /** KeyHash does not fit the entries it is about. */
  readonly hasWrongHash?: boolean;
}

/**
 * A new `msDS-KeyCredentialLink` value for `ownerDn`: DN-Binary text holding a KEYCREDENTIALLINK_BLOB version 2 (MS-ADTS 2.2.20)
 * with an RSA Hello key that was made on the device on `created`.
 */
export function keyCredential(ownerDn: string, deviceId: string, created: Date, options: KeyOptions = {}): string {
  const { usage = 1, modulus = newModulus(), hasWrongHash = false } = options;
  const material = rsaPublicBlob(modulus);
  const time = fileTimeBytes(created);
  const hashed = Buffer.concat([
    field(entry.keyMaterial, material),
    field(entry.usage, Buffer.of(usage)),
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
    field(entry.keyHash, sha256(hasWrongHash ? material : hashed)),
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

function newModulus(): Buffer {
  const { n = '' } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  return Buffer.from(n, 'base64url');
}

/** BCRYPT_RSAPUBLIC_BLOB: "RSA1", bit length, exponent length, modulus length, two empty primes, exponent, modulus. */
function rsaPublicBlob(modulus: Buffer): Buffer {
  const exponent = Buffer.of(1, 0, 1);
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

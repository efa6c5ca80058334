import { createHash, generateKeyPairSync } from 'node:crypto';
import { fileTimeBytes, guidBytes } from './binary-forms.mjs';

const usageNgc = 0x01;
const sourceEntra = 0x01;
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** A new RSA-2048 public key as BCRYPT_RSAPUBLIC_BLOB. The private half is thrown away. */
function rsaPublicBlob() {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = publicKey.export({ format: 'jwk' });
  const exponent = Buffer.from(jwk.e, 'base64url');
  const modulus = Buffer.from(jwk.n, 'base64url');
  const header = Buffer.alloc(24);
  header.write('RSA1', 'latin1');
  header.writeUInt32LE(2048, 4);
  header.writeUInt32LE(exponent.length, 8);
  header.writeUInt32LE(modulus.length, 12);
  return Buffer.concat([header, exponent, modulus]);
}

function entry(identifier, value) {
  const header = Buffer.alloc(3);
  header.writeUInt16LE(value.length, 0);
  header[2] = identifier;
  return Buffer.concat([header, value]);
}

/** A value of msDS-KeyCredentialLink in DN-Binary text form (MS-ADTS 2.2.20). */
export function keyCredentialLink({ owner, deviceId, created }) {
  const material = rsaPublicBlob();
  const hashed = Buffer.concat([
    entry(0x03, material),
    entry(0x04, Buffer.from([usageNgc])),
    entry(0x05, Buffer.from([sourceEntra])),
    entry(0x06, guidBytes(deviceId)),
    entry(0x07, Buffer.from([0x01, 0x00])),
    entry(0x08, fileTimeBytes(created)),
    entry(0x09, fileTimeBytes(created)),
  ]);
  const version = Buffer.from([0x00, 0x02, 0x00, 0x00]);
  const blob = Buffer.concat([version, entry(0x01, sha256(material)), entry(0x02, sha256(hashed)), hashed]);
  const hex = blob.toString('hex').toUpperCase();
  return `B:${hex.length}:${hex}:${owner}`;
}

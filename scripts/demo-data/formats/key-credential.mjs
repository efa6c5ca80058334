import { createHash } from 'node:crypto';
import { fileTimeBytes, guidBytes } from './binary-forms.mjs';

const usageNgc = 0x01;
const sourceEntra = 0x01;
const exponent = Buffer.from([1, 0, 1]);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** A public key of 2048 bits as BCRYPT_RSAPUBLIC_BLOB. */
function rsaPublicBlob(modulus) {
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

/** A value of msDS-KeyCredentialLink in DN-Binary text form (MS-ADTS 2.2.20) for an RSA key of 2048 bits. */
export function keyCredentialLink({ owner, deviceId, created, modulus }) {
  const material = rsaPublicBlob(modulus);
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

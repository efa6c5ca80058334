import { contentOf, derChildren, derDocument, derTag } from './der';

/** RSA keys in the forms Windows stores them in key credentials (MS-ADTS 2.2.20.5.1). */

/** `RSA1`, BCRYPT_RSAPUBLIC_MAGIC, little-endian. */
const bcryptMagic = 0x31415352;
const bcryptHeader = 24;
/** `PCPM`, header of the Platform Crypto Provider before the TPM's own public area. */
const platformMagic = 0x4d504350;
const tpm = { version: 2, rsa: 0x0001, none: 0x0010 } as const;

/** The modulus, big-endian and without leading zeros; undefined when the material is not an RSA key or its lengths do not fit. */
export function rsaModulusOf(material: Buffer): Buffer | undefined {
  const modulus = significantPart(findModulus(material));
  return modulus !== undefined && modulus.length >= 32 ? modulus : undefined;
}

/** Bits of a number without leading zero bytes. */
export const bitLengthOf = (significant: Buffer): number =>
  significant.length * 8 + 24 - Math.clz32(significant[0] ?? 0);

function findModulus(material: Buffer): Buffer | undefined {
  if (material.length < bcryptHeader) return undefined;
  const magic = material.readUInt32LE(0);
  if (magic === bcryptMagic) return bcryptModulus(material);
  if (magic === platformMagic) return platformModulus(material);
  return material[0] === derTag.sequence ? derModulus(material) : undefined;
}

function significantPart(number: Buffer | undefined): Buffer | undefined {
  if (number === undefined || number[0] !== 0) return number;
  const start = number.findIndex((byte) => byte !== 0);
  return start === -1 ? undefined : number.subarray(start);
}

/** BCRYPT_RSAKEY_BLOB: magic, bits, lengths of exponent, modulus and two primes; then exponent and modulus. */
function bcryptModulus(blob: Buffer): Buffer | undefined {
  const start = bcryptHeader + blob.readUInt32LE(8);
  const end = start + blob.readUInt32LE(12);
  return end <= blob.length ? blob.subarray(start, end) : undefined;
}

/** PCP_KEY_BLOB_WIN8: magic, header length, version of the TPM; after the header a TPM2B_PUBLIC (TPM 2.0 Part 2, 12.2.5), big-endian. */
function platformModulus(blob: Buffer): Buffer | undefined {
  if (blob.readUInt32LE(8) !== tpm.version) return undefined;
  const reader = new BigEndianReader(blob, blob.readUInt32LE(4));
  reader.skip(2);
  if (reader.number() !== tpm.rsa) return undefined;
  reader.skip(2 + 4);
  reader.sized();
  if (reader.number() !== tpm.none) reader.skip(2 + 2);
  if (reader.number() !== tpm.none) reader.skip(2);
  reader.skip(2 + 4);
  return reader.sized();
}

/** Reads 16-bit numbers and sized buffers; past the end every answer is empty. */
class BigEndianReader {
  readonly #bytes: Buffer;
  #position: number;

  constructor(bytes: Buffer, position: number) {
    this.#bytes = bytes;
    this.#position = position;
  }

  skip(count: number): void {
    this.#position += count;
  }

  number(): number | undefined {
    const start = this.#position;
    this.skip(2);
    return start + 2 <= this.#bytes.length ? this.#bytes.readUInt16BE(start) : undefined;
  }

  sized(): Buffer | undefined {
    const length = this.number() ?? 0;
    const start = this.#position;
    this.skip(length);
    return start + length <= this.#bytes.length ? this.#bytes.subarray(start, start + length) : undefined;
  }
}

/** RSAPublicKey (RFC 8017 A.1.1), or the same inside a SubjectPublicKeyInfo. */
function derModulus(bytes: Buffer): Buffer | undefined {
  try {
    const [first, second] = derChildren(bytes, derDocument(bytes));
    if (first?.tag === derTag.integer) return Buffer.from(contentOf(bytes, first));
    if (first?.tag !== derTag.sequence || second?.tag !== derTag.bitString) return undefined;
    const key = contentOf(bytes, second).subarray(1);
    const [modulus, exponent] = derChildren(key, derDocument(key));
    return modulus?.tag === derTag.integer && exponent?.tag === derTag.integer
      ? Buffer.from(contentOf(key, modulus))
      : undefined;
  } catch {
    return undefined;
  }
}

import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** Values of `msDS-KeyCredentialLink`, made from their parts. */

/** Hex of the complete sample of the catalogue (appendix A.4): RSA 2048, device 5820fbe9-…, created 2026-11-02 08:15 UTC. */
export const sampleHex = `
000200002000013FCB7D4044CD2D77E8D4D0EF745BA3C6B4FCA085717D3409479A4F6DC7A9D2D9200002A7F40B7A61D90A3626B7678AA7
EBEB2DF0A9F698A44AC2C07810DB5EE816AC1F1B0103525341310008000003000000000100000000000000000000010001B14DDD8D652D
CCA19F72F92324D65A89636AB71162BE2A898F7C7D5EBF5C78A04664C321349EE523F6ECB42976FAF465804BFC8FECC6D21F20DEB6B119
AA88C7E273A3A4EFE36912E14E775931D08D532F9EC5B98E6066011C7D1CC69175DAF2F1CF68872B9579E49FC5EB6B075D2B71510D3DCB
C1DFFB2AEB6A9B07B9DA06CC70029ECA4450A4C2428D1E24AF1A03D542F7BE463DFC3EC4908642DB064BFE7CA833FD5976FABF5D7169E3
60F3C3690425A9A7FFDD3AB64260EABA0807A8ED3234C6416DF0E28D5EC16A550F6F4C52BFF325B0AD57465EA8AD3FDAE1EAE2BE3EF4AB
1E39926CD1715E8B422F16446F49660644A9832E663E434DA66D2960DC4D0100040101000501100006E9FB2058C860B043BB1144AEE233
E4E70200070100080008001A1341A26ADD01080009001A1341A26ADD01`.replace(/\s/gu, '');
export const sampleDevice = '5820fbe9-60c8-43b0-bb11-44aee233e4e7';

/** Hex around which DN-Binary text is put. */
export const dnBinary = (hex: string, dn = 'CN=Imke Brandt,OU=Staff,DC=contoso,DC=com'): Buffer =>
  Buffer.from(`B:${hex.length}:${hex}:${dn}`);

export const sampleValue = dnBinary(sampleHex);

/** BCRYPT_RSAKEY_BLOB with exponent 65537. */
export function bcryptBlob(modulus: Buffer): Buffer {
  const header = Buffer.alloc(24);
  header.write('RSA1', 'latin1');
  header.writeUInt32LE(modulus.length * 8, 4);
  header.writeUInt32LE(3, 8);
  header.writeUInt32LE(modulus.length, 12);
  return Buffer.concat([header, Buffer.from([1, 0, 1]), modulus]);
}

/** Modulus of a fresh RSA key, or of one that is given. */
export function modulusOf(key: KeyObject = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url');
}

export interface KeyParts {
  readonly material?: Buffer;
  readonly usage?: number;
  readonly source?: number;
  /** 16 bytes. */
  readonly deviceId?: Buffer;
  readonly created?: bigint;
  readonly lastLogon?: bigint;
  /** Spoils KeyHash. */
  readonly damaged?: boolean;
}

const entry = (id: number, value: Buffer): Buffer => {
  const head = Buffer.alloc(3);
  head.writeUInt16LE(value.length, 0);
  head.writeUInt8(id, 2);
  return Buffer.concat([head, value]);
};

const eightBytes = (ticks: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(ticks);
  return bytes;
};

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** A whole value, by default of a Hello key. */
export function keyValue({
  material = bcryptBlob(modulusOf()),
  usage = 1,
  source = 1,
  ...rest
}: KeyParts = {}): Buffer {
  const behindHash = Buffer.concat([
    entry(3, material),
    entry(4, Buffer.from([usage])),
    entry(5, Buffer.from([source])),
    ...(rest.deviceId === undefined ? [] : [entry(6, rest.deviceId)]),
    entry(7, Buffer.from([1, 0])),
    ...(rest.lastLogon === undefined ? [] : [entry(8, eightBytes(rest.lastLogon))]),
    ...(rest.created === undefined ? [] : [entry(9, eightBytes(rest.created))]),
  ]);
  const hash = rest.damaged === true ? Buffer.alloc(32, 7) : sha256(behindHash);
  const version = Buffer.from([0, 2, 0, 0]);
  return dnBinary(Buffer.concat([version, entry(1, sha256(material)), entry(2, hash), behindHash]).toString('hex'));
}

/**
 * Distinguished Encoding Rules (X.690), as far as certificates and CRLs need them: definite lengths below 4 GiB, tags below 31. Reads in place, so that a
 * CRL with a million entries is walked without building a tree. Everything throws an Error with a sentence on bytes that are no DER.
 */

/** One encoded value; offsets are into the whole buffer. */
export interface DerValue {
  readonly tag: number;
  /** Where its tag begins. */
  readonly offset: number;
  /** Where its content begins. */
  readonly start: number;
  /** One past its content. */
  readonly end: number;
}

export const derTag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  context0: 0xa0,
} as const;

/** The value that begins at `offset`. */
export function derValueAt(bytes: Uint8Array, offset: number, limit = bytes.length): DerValue {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined || offset + 2 > limit)
    throw new Error(`The data ends at byte ${bytes.length}, where a value should begin`);
  if ((tag & 0x1f) === 0x1f) throw new Error(`A tag at byte ${offset} is not one of certificates or CRLs`);
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 4) throw new Error(`The length at byte ${offset + 1} is not DER`);
  const start = offset + 2 + lengthBytes;
  let length = lengthBytes === 0 ? first : 0;
  for (let index = offset + 2; index < start; index += 1) length = length * 256 + (bytes[index] ?? 0);
  const end = start + length;
  if (end > limit)
    throw new Error(`The value at byte ${offset} should go on to byte ${end}, but the data ends at byte ${limit}`);
  return { tag, offset, start, end };
}

/** The values inside a constructed value, read one after the other. */
export function* derChildren(bytes: Uint8Array, parent: DerValue): Generator<DerValue> {
  for (let offset = parent.start; offset < parent.end; ) {
    const child = derValueAt(bytes, offset, parent.end);
    yield child;
    offset = child.end;
  }
}

/** The single outermost value, which must be a SEQUENCE and fill the bytes. */
export function derDocument(bytes: Uint8Array): DerValue {
  const root = derValueAt(bytes, 0);
  if (root.tag !== derTag.sequence) throw new Error('The data does not begin with a DER sequence');
  if (root.end !== bytes.length) throw new Error(`${bytes.length - root.end} bytes follow the end of the value`);
  return root;
}

export const contentOf = (bytes: Uint8Array, value: DerValue): Uint8Array => bytes.subarray(value.start, value.end);
export const encodingOf = (bytes: Uint8Array, value: DerValue): Uint8Array => bytes.subarray(value.offset, value.end);

/** An object identifier as dotted text. */
export function oidOf(content: Uint8Array): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of content.subarray(0, 256)) {
    arc = arc * 128n + BigInt(byte & 0x7f);
    if ((byte & 0x80) === 0) {
      arcs.push(arc);
      arc = 0n;
    }
  }
  const [first, ...rest] = arcs;
  if (first === undefined) throw new Error('An object identifier is empty');
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}

/** Upper-case hex of an integer's content without the leading zero byte that only keeps it positive. */
export function integerHex(content: Uint8Array): string {
  const start = content.length > 1 && content[0] === 0 ? 1 : 0;
  return Buffer.from(content.subarray(start)).toString('hex').toUpperCase();
}

/** UTCTime or GeneralizedTime (RFC 5280 4.1.2.5) as ISO 8601. */
export function derTimeToIso(bytes: Uint8Array, value: DerValue): string {
  const text = Buffer.from(contentOf(bytes, value)).toString('latin1');
  const match =
    value.tag === derTag.utcTime
      ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?Z$/u.exec(text)
      : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:\.\d+)?Z$/u.exec(text);
  if (match === null) throw new Error(`A time at byte ${value.offset} cannot be read`);
  const [, year = '', month, day, hour, minute, second = '00'] = match;
  const fullYear = year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`;
  const date = new Date(`${fullYear}-${month}-${day}T${hour}:${minute}:${second}.000Z`);
  if (Number.isNaN(date.getTime())) throw new Error(`The time at byte ${value.offset} does not exist`);
  return date.toISOString();
}

import { createHash } from 'node:crypto';

/**
 * A reproducible stream of bytes drawn from a name, so that identifiers, dates and keys stay the same when the
 * folder is generated again. Good for invented organisations only: who knows the name knows the key.
 */
export function seededRandom(name) {
  let count = 0;
  const bytes = (length) => {
    const parts = [];
    for (let have = 0; have < length; have += 32)
      parts.push(createHash('sha256').update(`${name}/${count++}`).digest());
    return Buffer.concat(parts).subarray(0, length);
  };
  const below = (limit) => bytes(6).readUIntBE(0, 6) % limit;
  return { bytes, below, pick: (list) => list[below(list.length)], guid: () => guidFrom(bytes(16)) };
}

/** A version 4 GUID in its usual text form. */
function guidFrom(bytes) {
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

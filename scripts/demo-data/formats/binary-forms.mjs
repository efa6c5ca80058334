/** Binary and text forms in which Active Directory stores identifiers and times. */

/** GUID text to the mixed-endian octets of objectGUID (MS-DTYP 2.3.4.2). */
export function guidBytes(text) {
  const hex = Buffer.from(text.replaceAll('-', ''), 'hex');
  return Buffer.concat([
    hex.subarray(0, 4).reverse(),
    hex.subarray(4, 6).reverse(),
    hex.subarray(6, 8).reverse(),
    hex.subarray(8),
  ]);
}

/** SID text to its octets (MS-DTYP 2.4.2.2). */
export function sidBytes(text) {
  const [, , authority, ...subAuthorities] = text.split('-');
  const bytes = Buffer.alloc(8 + 4 * subAuthorities.length);
  bytes[0] = 1;
  bytes[1] = subAuthorities.length;
  bytes.writeUIntBE(Number(authority), 2, 6);
  subAuthorities.forEach((value, index) => {
    bytes.writeUInt32LE(Number(value), 8 + 4 * index);
  });
  return bytes;
}

/** Hundreds of nanoseconds since 1601, as bigint. */
export const fileTime = (time) => (BigInt(new Date(time).getTime()) + 11644473600000n) * 10000n;

/** FILETIME as eight little-endian octets. */
export function fileTimeBytes(time) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(fileTime(time));
  return bytes;
}

/** A duration in days as pKIExpirationPeriod stores it: negative hundreds of nanoseconds, little-endian. */
export function periodBytes(days) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(-BigInt(days) * 864000000000n);
  return bytes;
}

/** GeneralizedTime as whenCreated shows it. */
export const generalizedTime = (time) => `${new Date(time).toISOString().replace(/[-:T]|\.\d+Z/g, '')}.0Z`;

/** The same instant moved by some minutes, as ISO text. */
export const plusMinutes = (time, minutes) => new Date(new Date(time).getTime() + minutes * 60000).toISOString();

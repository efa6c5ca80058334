/** Reads a security identifier (MS-DTYP 2.4.2.2) as `S-1-…`; undefined when the bytes are none. */
export function sidOf(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined || bytes.length < 8 || bytes[0] !== 1) return undefined;
  const count = bytes[1] ?? 0;
  if (count > 15 || bytes.length !== 8 + 4 * count) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = `S-1-${view.getUint16(2) * 2 ** 32 + view.getUint32(4)}`;
  for (let offset = 8; offset < bytes.length; offset += 4) text += `-${view.getUint32(offset, true)}`;
  return text;
}

/** Writes a SID as bytes; undefined when the text is none. */
export function sidBytes(sid: string): Buffer | undefined {
  if (!isSid(sid)) return undefined;
  const [authority = 0, ...subAuthorities] = sid.split('-').slice(2).map(Number);
  if (authority >= 2 ** 48 || subAuthorities.length > 15 || subAuthorities.some((part) => part >= 2 ** 32))
    return undefined;
  const bytes = Buffer.alloc(8 + 4 * subAuthorities.length);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt8(subAuthorities.length, 1);
  bytes.writeUIntBE(authority, 2, 6);
  subAuthorities.forEach((part, index) => {
    bytes.writeUInt32LE(part, 8 + 4 * index);
  });
  return bytes;
}

export const isSid = (text: string): boolean => /^S-1-\d{1,15}(?:-\d{1,10}){0,15}$/iu.test(text);

/** The relative identifier: the last part of a SID. */
export function ridOf(sid: string): number | undefined {
  const rid = Number(sid.split('-').at(-1));
  return isSid(sid) && Number.isInteger(rid) ? rid : undefined;
}

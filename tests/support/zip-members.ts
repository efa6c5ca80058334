import { inflateRawSync } from 'node:zlib';

/** The text members of a small zip archive by their names, read by its central directory. */
export function membersOf(archive: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const members = new Map<string, string>();
  let position = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(position + offset),
    );
    const name = bytes.toString('utf8', position + 46, position + 46 + (nameLength ?? 0));
    const local = bytes.readUInt32LE(position + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(position + 20));
    const isStored = bytes.readUInt16LE(position + 10) === 0;
    members.set(name, (isStored ? packed : inflateRawSync(packed)).toString('utf8'));
    position += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return members;
}

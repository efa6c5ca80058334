import { crc32, deflateRawSync } from 'node:zlib';

const deflated = 8;
const namesAreUtf8 = 0x0800;

/** Date and time of a member as MS-DOS had them, in two words. */
const dosTime = (time) => {
  const date = new Date(time);
  const clock = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return [clock, day];
};

const words = (...values) => {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value, 2 * index);
  });
  return bytes;
};
const longs = (...values) => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => {
    bytes.writeUInt32LE(value, 4 * index);
  });
  return bytes;
};

/** A zip archive (APPNOTE 6.3.10) of `[name, content]`, every member of the same time. */
export function zipFile(members, time) {
  const local = [];
  const central = [];
  let offset = 0;
  for (const [name, content] of members) {
    const nameBytes = Buffer.from(name, 'utf8');
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const common = Buffer.concat([
      words(20, namesAreUtf8, deflated, ...dosTime(time)),
      longs(crc32(raw), packed.length, raw.length),
      words(nameBytes.length, 0),
    ]);
    const member = Buffer.concat([longs(0x04034b50), common, nameBytes, packed]);
    central.push(Buffer.concat([longs(0x02014b50), words(20), common, words(0, 0, 0), longs(0, offset), nameBytes]));
    local.push(member);
    offset += member.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([
    longs(0x06054b50),
    words(0, 0, members.length, members.length),
    longs(directory.length, offset),
    words(0),
  ]);
  return Buffer.concat([...local, directory, end]);
}

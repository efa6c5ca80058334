const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
const endLength = 22;

/**
 * Sets the time of every member of a zip archive (APPNOTE 4.4.6), in place, so that the same report gives the same file whenever it is written.
 * For archives without comment and below 4 GiB, as the report writers make them; throws an Error for others.
 */
export function fixZipTimes(archive: Uint8Array, time: Date): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - endLength;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) throw new Error('Not a plain zip archive');
  const stamp = dosTime(time);
  let position = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(position, true) !== centralHeader)
      throw new Error('The directory of the zip archive is damaged');
    view.setUint32(position + 12, stamp, true);
    view.setUint32(view.getUint32(position + 42, true) + 10, stamp, true);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(position + offset, true));
    position += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
}

/** Time in the low word, date in the high one; UTC, since the format has no time zone. */
function dosTime(time: Date): number {
  const date = (Math.max(0, time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  return ((date << 16) | clock) >>> 0;
}

/** `0010  a0 2f 04 2d 53 2d 31 2d  35 2d 32 31 2d 36 36 36   ./.-S-1-5-21-666`, with or without the column of text. */
const row =
  /^[ \t]{0,40}([0-9a-f]{4,8})[ \t]{1,4}((?:[0-9a-f]{2}[ \t]{1,2}){0,15}[0-9a-f]{2})(?:[ \t]{2,}[^\r\n]*|[ \t]*)$/iu;

/** The bytes of the first dump in the lines, whose rows count on from 0000; undefined without one. */
export function dumpedBytes(lines: readonly string[]): Buffer | undefined {
  const bytes: number[] = [];
  for (const line of lines) {
    const [, offset = '', hex = ''] = row.exec(line) ?? [];
    if (offset !== '' && Number.parseInt(offset, 16) === bytes.length)
      bytes.push(...Buffer.from(hex.replace(/\s/gu, ''), 'hex'));
    else if (bytes.length > 0) break;
  }
  return bytes.length === 0 ? undefined : Buffer.from(bytes);
}

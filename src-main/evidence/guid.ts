/** Reads a GUID of 16 bytes in the order Windows stores it (MS-DTYP 2.3.4.2): the first three groups little-endian. Lower case, without braces. */
export function guidOf(bytes: Uint8Array | undefined): string | undefined {
  if (bytes?.length !== 16) return undefined;
  const hex = (order: readonly number[]): string =>
    order.map((index) => (bytes[index] ?? 0).toString(16).padStart(2, '0')).join('');
  return [hex([3, 2, 1, 0]), hex([5, 4]), hex([7, 6]), hex([8, 9]), hex([10, 11, 12, 13, 14, 15])].join('-');
}

/** The GUID in a text such as `{6AC1786C-…}`, lower case without braces; undefined when the text is not just a GUID. */
export function guidFromText(text: string): string | undefined {
  const match = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/iu.exec(text.trim());
  return match?.[1]?.toLowerCase();
}

/** The 16 bytes of a GUID (lower case, without braces) in the order Windows stores it; undefined when the text is none. */
export function guidBytes(guid: string): Buffer | undefined {
  const text = guidFromText(guid);
  if (text === undefined) return undefined;
  const [first = '', second = '', third = '', ...rest] = text.split('-');
  const reversed = (hex: string): Buffer => Buffer.from(hex, 'hex').reverse();
  return Buffer.concat([reversed(first), reversed(second), reversed(third), Buffer.from(rest.join(''), 'hex')]);
}

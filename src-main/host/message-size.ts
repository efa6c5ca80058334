/** The largest message taken from the host: a raw input or a record's data is at most 64 MiB, the rest is small. */
export const messageLimit = 72 * 1024 * 1024;

/** Whether a structured value takes more than `limit` bytes, roughly; stops counting as soon as it does. Nesting beyond 64 levels counts as too large. */
export function isLargerThan(value: unknown, limit: number): boolean {
  let size = 0;
  const visit = (part: unknown, depth: number): boolean => {
    if (typeof part === 'string') size += part.length;
    else if (part instanceof Uint8Array) size += part.byteLength;
    else if (typeof part === 'object' && part !== null) {
      if (depth > 64) return true;
      for (const key in part) {
        size += 8;
        if (size > limit || visit(Reflect.get(part, key), depth + 1)) return true;
      }
    } else size += 8;
    return size > limit;
  };
  return visit(value, 0);
}

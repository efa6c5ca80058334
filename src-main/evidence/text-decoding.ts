/**
 * Decodes text of unknown encoding: by its byte order mark, as UTF-16 when every second byte is zero (PowerShell's redirection), as UTF-8, and else as
 * Windows-1252, in which the ASCII part of OEM code pages reads the same. Never throws.
 */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (textEncodingOf(buffer)) {
    case 'utf-16le':
      return withoutMark(buffer.toString('utf16le'));
    case 'utf-16be':
      return withoutMark(
        Buffer.from(buffer.subarray(0, buffer.length & ~1))
          .swap16()
          .toString('utf16le'),
      );
    case 'utf-8':
      return withoutMark(buffer.toString('utf8'));
    default:
      return new TextDecoder('windows-1252').decode(buffer);
  }
}

/** `other` = not valid UTF-8. */
export function textEncodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'other' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length >= 4 && second === 0 && bytes[3] === 0 && first !== 0) return 'utf-16le';
  if (bytes.length >= 4 && first === 0 && bytes[2] === 0 && second !== 0) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'other';
}

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

/** Up to three bytes at the end may be a character that was cut off, as in the head of a file. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

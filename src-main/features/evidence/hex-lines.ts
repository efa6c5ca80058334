import type { RawWindow } from './raw-lines';

const width = 16;
const shownLines = 300;
const linesBefore = 20;

/** Binary input as hex lines around the first place where `locate` occurs as UTF-8, as UTF-16 (registry.pol) or as hex digits (thumbprints, GUIDs). */
export function hexWindow(bytes: Buffer, locate: string | undefined): RawWindow {
  const hit = locate === undefined || locate === '' ? undefined : find(bytes, locate);
  const totalLines = Math.ceil(bytes.length / width);
  const first = hit === undefined ? 0 : Math.max(0, Math.floor(hit.start / width) - linesBefore);
  const count = Math.min(shownLines, totalLines - first);
  const lines = Array.from({ length: count }, (_, index) => {
    const offset = (first + index) * width;
    const highlighted = hit !== undefined && offset < hit.end && offset + width > hit.start;
    return { number: first + index + 1, text: hexLine(bytes.subarray(offset, offset + width), offset), highlighted };
  });
  return { lines, totalLines };
}

function find(bytes: Buffer, locate: string): { readonly start: number; readonly end: number } | undefined {
  const digits = locate.replaceAll(/[\s:{}-]/gu, '');
  const forms = [Buffer.from(locate, 'utf8'), Buffer.from(locate, 'utf16le')];
  if (/^(?:[0-9a-f]{2}){4,}$/iu.test(digits)) forms.push(Buffer.from(digits, 'hex'));
  for (const form of forms) {
    const start = bytes.indexOf(form);
    if (start >= 0) return { start, end: start + form.length };
  }
  return undefined;
}

/** `00000010  4d 5a 90 00 …  MZ..` */
function hexLine(bytes: Buffer, offset: number): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const text = [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
  return `${offset.toString(16).padStart(8, '0')}  ${hex.padEnd(width * 3 - 1)}  ${text}`;
}

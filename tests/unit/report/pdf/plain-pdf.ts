import { deflateSync } from 'node:zlib';

/** A packed stream, a character a byte. */
export const packedText = (text: string): string => deflateSync(Buffer.from(text, 'latin1')).toString('latin1');

/** A PDF as Chromium lays it out: the objects, a plain cross-reference table, the trailer. Object 1 is the catalogue. */
export function plainPdf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const rows = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}\n/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** Length of what is searched: Chromium writes the document information first. */
const headLength = 8192;
const dates = /(?<=\/(?:CreationDate|ModDate) \(D:)\d{14}(?=\+00'00'\))/gu;
/** A literal string (ISO 32000-1, 7.3.4.2), with its escaped brackets. */
const creator = /(?<=\/Creator \()(?:\\.|[^\\)])*(?=\))/u;

/**
 * Puts the time of the report and the name of the product into the information of a PDF that Chromium printed, in place and of the same length, so that the
 * same report gives the same file whenever it is printed and does not tell of whose system it was printed on. Another layout is left as it is.
 */
export function fixPdfInfo(pdf: Uint8Array, madeAt: Date, madeWith: string): void {
  const head = Buffer.from(pdf.buffer, pdf.byteOffset, Math.min(headLength, pdf.byteLength));
  const stamp = madeAt.toISOString().replace(/\D/gu, '').slice(0, 14);
  const name = madeWith.replace(/[^\x20-\x27\x2a-\x5b\x5d-\x7e]/gu, ' '); // no brackets and no backslash
  const fixed = head
    .toString('latin1')
    .replace(dates, stamp)
    .replace(creator, (old) => name.slice(0, old.length).padEnd(old.length));
  head.write(fixed, 'latin1');
}

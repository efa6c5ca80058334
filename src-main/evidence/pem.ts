import { decodeText } from './text-decoding';

/** Labels of RFC 7468 that files of certificates and CRLs carry; older tools write the second form. */
const labels = {
  certificate: ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE', 'PKCS7', 'CMS'],
  crl: ['X509 CRL', 'CRL'],
} as const;
const valueLimit = 1000;

/** The DER values of a file: the file itself when it is DER, else each PEM block of the kind. Empty when it holds none. */
export function derValuesOf(bytes: Uint8Array, kind: keyof typeof labels): readonly Uint8Array[] {
  if (bytes[0] === 0x30 && bytes[1] !== undefined && bytes[1] >= 0x80) return [bytes];
  const text = decodeText(bytes);
  const values: Uint8Array[] = [];
  let position = 0;
  while (values.length < valueLimit) {
    const block = nextBlock(text, position, labels[kind]);
    if (block === undefined) break;
    values.push(Buffer.from(block.base64, 'base64'));
    position = block.end;
  }
  return values;
}

function nextBlock(
  text: string,
  position: number,
  accepted: readonly string[],
): { base64: string; end: number } | undefined {
  for (let begin = text.indexOf('-----BEGIN ', position); begin >= 0; begin = text.indexOf('-----BEGIN ', begin + 1)) {
    const label = text.slice(begin + 11, text.indexOf('-----', begin + 11));
    if (!accepted.includes(label)) continue;
    const start = begin + 11 + label.length + 5;
    const end = text.indexOf('-----END ', start);
    // A block without an end is given as it is: the decoder then says where it is cut off.
    return { base64: text.slice(start, end < 0 ? undefined : end), end: end < 0 ? text.length : end };
  }
  return undefined;
}

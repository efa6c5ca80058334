import { contentOf, type DerValue, derChildren, derDocument, derTag, derValueAt, encodingOf, oidOf } from './der';

const signedData = '1.2.840.113549.1.7.2';
const certificateLimit = 1000;

/** Whether DER bytes are PKCS #7 signed data (RFC 2315 section 9), the form of `.p7b` files. Total: false for anything else. */
export function isPkcs7(bytes: Uint8Array): boolean {
  try {
    return contentTypeOf(bytes, derDocument(bytes)) === signedData;
  } catch {
    return false;
  }
}

/**
 * The certificates of a certs-only bundle, as DER and in its order; signatures and signed content are not looked at. Throws an Error with a sentence on anything
 * else.
 */
export function certificatesOfPkcs7(bytes: Uint8Array): readonly Uint8Array[] {
  const root = derDocument(bytes);
  if (contentTypeOf(bytes, root) !== signedData) throw new Error('The data is no PKCS #7 bundle of certificates');
  const [, wrapper] = derChildren(bytes, root);
  if (wrapper?.tag !== derTag.context0) throw new Error('The PKCS #7 bundle is empty');
  const [, , , ...optional] = derChildren(bytes, derValueAt(bytes, wrapper.start, wrapper.end));
  const set = optional.find(({ tag }) => tag === derTag.context0);
  if (set === undefined) throw new Error('The PKCS #7 bundle holds no certificate');
  const certificates = [...derChildren(bytes, set)].filter(({ tag }) => tag === derTag.sequence);
  if (certificates.length > certificateLimit)
    throw new Error(`${certificates.length} certificates are too many for a bundle`);
  return certificates.map((value) => encodingOf(bytes, value));
}

function contentTypeOf(bytes: Uint8Array, root: DerValue): string | undefined {
  const first = derValueAt(bytes, root.start, root.end);
  return first.tag === derTag.oid ? oidOf(contentOf(bytes, first)) : undefined;
}

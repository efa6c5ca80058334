import { derValuesOf } from './pem';
import { certificatesOfPkcs7, isPkcs7 } from './pkcs7';

/**
 * The certificates of a file or a download, as DER: a certificate itself, a PKCS #7 bundle, or PEM of either. Empty when it holds none; throws an Error with a
 * sentence for a damaged bundle.
 */
export const certificateValuesOf = (bytes: Uint8Array): readonly Uint8Array[] =>
  // Windows writes bundles as Base64 under the label of a certificate, too.
  derValuesOf(bytes, 'certificate').flatMap((value) => (isPkcs7(value) ? certificatesOfPkcs7(value) : [value]));

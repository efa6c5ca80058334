/** Errors by which a KDC refuses a certificate, and what they mean (RFC 4120 section 7.5.9, RFC 4556 section 3.1.3). */
export const certificateErrors: Readonly<Record<number, string>> = {
  16: 'the KDC has no certificate it can use',
  62: 'the KDC does not trust the certificate of the user',
  63: 'the client does not trust the certificate of the KDC',
  64: 'the signature is not valid',
  65: 'the key is too weak',
  66: 'the certificate is not mapped to the account',
  70: 'the chain of the certificate cannot be verified',
  71: 'the certificate is not valid',
  72: 'the certificate has been revoked',
  73: 'the revocation status is not known',
  74: 'the revocation list cannot be reached',
  75: 'the name in the certificate is not that of the account',
  76: 'the name in the certificate of the KDC does not match',
  77: 'the usages of the certificate are not accepted',
};

import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import { type Endpoint, endpointName } from './endpoint';
import { networkFailure } from './network-failure';

interface TlsProblem {
  readonly code: string;
  readonly message: (at: string, host: string) => string;
  readonly next: string;
}

const distrust =
  'If the organisation runs its own CA, save its root certificate as a PEM file and choose it as “CA file” of the sources; otherwise the server needs a certificate from a trusted CA.';

const expired: TlsProblem = {
  code: 'tls-certificate-expired',
  message: (at) => `The certificate of ${at}, or one above it, has expired.`,
  next: 'Renew the certificate on the server. If it is valid, check the clock of this computer.',
};
const notYetValid: TlsProblem = {
  code: 'tls-certificate-not-yet-valid',
  message: (at) => `The certificate of ${at}, or one above it, is not valid yet.`,
  next: 'Check the clocks of this computer and of the server, then the certificate.',
};
const selfSigned: TlsProblem = {
  code: 'tls-certificate-self-signed',
  message: (at) => `${at} shows a self-signed certificate, so nobody vouches that it is this server.`,
  next: 'Give the server a certificate from the organisation’s CA. If this certificate is known to be genuine, add it to the “CA file” of the sources.',
};
const foreign: TlsProblem = {
  code: 'tls-certificate-not-trusted',
  message: (at) => `The certificate of ${at} comes from a CA this computer does not trust.`,
  next: distrust,
};
const wrongName: TlsProblem = {
  code: 'tls-certificate-wrong-name',
  message: (at, host) => `The certificate of ${at} does not carry the name ${host}.`,
  next: 'Use the name that the certificate carries as the server’s name, or give the server a certificate with this name.',
};
const tooWeak: TlsProblem = {
  code: 'tls-certificate-too-weak',
  message: (at) =>
    `The certificate of ${at}, or one above it, uses a key or a signature too weak to be trusted (for example SHA-1).`,
  next: 'Replace the certificate by one with SHA-256 and RSA 2048 or stronger.',
};
const revoked: TlsProblem = {
  code: 'tls-certificate-revoked',
  message: (at) => `The certificate of ${at} has been revoked.`,
  next: 'Replace the certificate on the server.',
};
const tooOld: TlsProblem = {
  code: 'tls-protocol-too-old',
  message: (at) => `${at} offers no TLS version that is still safe (TLS 1.2 or newer).`,
  next: 'Enable TLS 1.2 on the server.',
};

const byCode: Readonly<Record<string, TlsProblem>> = {
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: notYetValid,
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: foreign,
  UNABLE_TO_GET_ISSUER_CERT: foreign,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: foreign,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: foreign,
  CERT_UNTRUSTED: foreign,
  CERT_SIGNATURE_FAILURE: foreign,
  INVALID_CA: foreign,
  INVALID_PURPOSE: foreign,
  PATH_LENGTH_EXCEEDED: foreign,
  CERT_CHAIN_TOO_LONG: foreign,
  CERT_REJECTED: foreign,
  CERT_REVOKED: revoked,
  ERR_TLS_CERT_ALTNAME_INVALID: wrongName,
  HOSTNAME_MISMATCH: wrongName,
  CA_MD_TOO_WEAK: tooWeak,
  CA_KEY_TOO_SMALL: tooWeak,
  EE_KEY_TOO_SMALL: tooWeak,
  ERR_SSL_UNSUPPORTED_PROTOCOL: tooOld,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: tooOld,
};

/** Node has no code for a weak signature in the chain: OpenSSL's sentence is all it gives. */
const weakDigest = /too (?:weak|small)/iu;

/** Turns an error of a TLS handshake, or of the verification in it, into a failure for people. */
export function tlsFailure(error: unknown, endpoint: Endpoint): EvidenceFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const text = error instanceof Error ? error.message : '';
  const at = endpointName(endpoint);
  const problem =
    (Object.hasOwn(byCode, code) ? byCode[code] : undefined) ?? (weakDigest.test(text) ? tooWeak : undefined);
  if (problem !== undefined)
    return {
      reason: 'unreachable',
      code: problem.code,
      message: problem.message(at, endpoint.host),
      next: problem.next,
    };
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code === 'ECONNRESET') {
    return {
      reason: 'unreachable',
      code: 'tls-handshake-failed',
      message: `${at} accepted the connection but broke off the TLS handshake${code === 'ECONNRESET' ? '' : ` (${code})`}.`,
      next: 'Check that the port speaks TLS and that the server has a certificate bound to it for this name.',
    };
  }
  return networkFailure(error, endpoint);
}

import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import { isSignedBy } from './verify-signature';

const depthLimit = 12;

/**
 * The leaf and its issuers as far as the pool has them, leaf first. An issuer has the name and, where both sides state it, the key identifier; its key must
 * have made the signature unless the algorithm cannot be verified. Of several the one valid longest wins. Ends at a self-issued certificate.
 */
export function buildChain(leaf: CertificateFacts, pool: readonly CertificateFacts[]): readonly CertificateFacts[] {
  const chain = [leaf];
  for (let current = leaf; !current.selfIssued && chain.length < depthLimit; ) {
    const issuer = issuerOf(current, pool);
    if (issuer === undefined || chain.some(({ thumbprint }) => thumbprint === issuer.thumbprint)) break;
    chain.push(issuer);
    current = issuer;
  }
  return chain;
}

/** Whether the chain reaches a certificate that is its own issuer. */
export const isCompleteChain = (chain: readonly CertificateFacts[]): boolean => chain.at(-1)?.selfIssued === true;

function issuerOf(certificate: CertificateFacts, pool: readonly CertificateFacts[]): CertificateFacts | undefined {
  return pool
    .filter((candidate) => candidate.subject === certificate.issuer && keyMatches(certificate, candidate))
    .sort((a, b) => b.notAfter.localeCompare(a.notAfter))
    .find((candidate) => isSignedBy(certificate, candidate) !== false);
}

const keyMatches = (certificate: CertificateFacts, issuer: CertificateFacts): boolean =>
  certificate.authorityKeyIdentifier === undefined ||
  issuer.subjectKeyIdentifier === undefined ||
  certificate.authorityKeyIdentifier === issuer.subjectKeyIdentifier;

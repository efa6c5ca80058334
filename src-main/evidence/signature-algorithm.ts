import { hashes, publicKeyOid, type SignatureAlgorithm, signatureAlgorithms } from '../knowledge/object-identifiers';
import { contentOf, type DerValue, derChildren, derTag, derValueAt, oidOf } from './der';

/**
 * Name and hash of a signature algorithm. `parameters` is the DER after the identifier: RSASSA-PSS (RFC 4055) keeps its hash there, SHA-1 when it does not say.
 * The hash is `unknown` for an algorithm that is not known.
 */
export function signatureAlgorithmOf(oid: string, parameters: Uint8Array | undefined): SignatureAlgorithm {
  if (oid === publicKeyOid.rsaPss) return { name: 'RSASSA-PSS', hash: pssHash(parameters) };
  return signatureAlgorithms[oid] ?? { name: oid, hash: 'unknown' };
}

function pssHash(parameters: Uint8Array | undefined): string {
  if (parameters === undefined || parameters.length === 0) return 'SHA-1';
  try {
    const first = [...derChildren(parameters, derValueAt(parameters, 0))][0];
    if (first === undefined || first.tag !== derTag.context0) return 'SHA-1';
    return hashes[firstOid(parameters, first)] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/** Identifier of the AlgorithmIdentifier inside an explicit tag. */
function firstOid(bytes: Uint8Array, wrapper: DerValue): string {
  const identifier = derValueAt(bytes, wrapper.start, wrapper.end);
  return oidOf(contentOf(bytes, derValueAt(bytes, identifier.start, identifier.end)));
}

import { isIP } from 'node:net';
import * as tls from 'node:tls';
import type { CertificateFacts, TlsVerification } from '../../../src-shared/model/evidence/pki';
import { ProbeFailure } from '../../engine/probe';
import { decodeCertificates } from '../../evidence/certificate';
import { connectTcp, opened } from './connect';
import { type Endpoint, endpointName } from './endpoint';
import type { Network } from './network';
import { abortFailure } from './network-failure';
import type { TargetAddress } from './resolve-host';
import { tlsFailure } from './tls-failure';

export interface TlsInspection {
  /** What the server showed, leaf first; Node completes it with the issuers it trusts. */
  readonly chain: readonly CertificateFacts[];
  readonly verification: TlsVerification;
  readonly address: TargetAddress;
}

/** A server that shows more certificates than this is not describing its chain. */
const chainLimit = 10;

/**
 * Looks at the certificate of a server, good or bad; `name` is what is asked for and judged, which differs from the host for one node of a farm. This is the only place that goes on after a failed verification, and the connection ends right after the
 * handshake: nothing is sent over it and nothing is read from it.
 * @throws ProbeFailure when there is no TLS session to look at
 */
export async function inspectTls(
  endpoint: Endpoint,
  network: Network,
  name: string = endpoint.host,
): Promise<TlsInspection> {
  const authorities = await network.authorities();
  const { socket: plain, address, close } = await connectTcp(endpoint, network);
  try {
    const socket = tls.connect({
      socket: plain,
      host: name,
      ...(isIP(name) === 0 ? { servername: name } : {}),
      secureContext: authorities,
      rejectUnauthorized: false,
      // The name is judged apart from the chain, so that each can be told.
      checkServerIdentity: () => undefined,
    });
    await opened(socket, 'secureConnect');
    const shown = socket.getPeerCertificate(true);
    return {
      chain: decodeChain(chainFrom(shown), endpoint),
      verification: verify(socket, shown, name),
      address,
    };
  } catch (error) {
    if (error instanceof ProbeFailure) throw error;
    throw new ProbeFailure(network.signal.aborted ? abortFailure(network.signal) : tlsFailure(error, endpoint));
  } finally {
    close();
  }
}

function chainFrom(leaf: tls.DetailedPeerCertificate): readonly Buffer[] {
  const chain: Buffer[] = [];
  const seen = new Set<string>();
  let current: tls.DetailedPeerCertificate | undefined = leaf;
  while (current?.raw !== undefined && !seen.has(current.fingerprint256) && chain.length < chainLimit) {
    seen.add(current.fingerprint256);
    chain.push(current.raw);
    current = current.issuerCertificate;
  }
  return chain;
}

function decodeChain(shown: readonly Buffer[], endpoint: Endpoint): readonly CertificateFacts[] {
  const { certificates, unreadable } = decodeCertificates(shown);
  if (unreadable === 0 && certificates.length > 0) return certificates;
  throw new ProbeFailure({
    reason: 'unreadable',
    code: 'tls-certificate-unreadable',
    message: `${endpointName(endpoint)} shows a certificate that cannot be read.`,
    next: 'Export the certificate on the server and look at it with certutil -dump.',
  });
}

function verify(socket: tls.TLSSocket, shown: tls.DetailedPeerCertificate, host: string): TlsVerification {
  const error: unknown = socket.authorizationError;
  const nameMatches = tls.checkServerIdentity(host, shown) === undefined;
  const protocol = socket.getProtocol() ?? 'unknown';
  if (socket.authorized) return { trusted: true, nameMatches, protocol };
  return { trusted: false, errorCode: errorCodeOf(error), nameMatches, protocol };
}

/** `authorizationError` is a code in practice and an Error by its type. */
function errorCodeOf(error: unknown): string {
  if (typeof error === 'string') return error;
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}

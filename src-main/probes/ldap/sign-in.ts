import type { DirectorySource } from '../../../src-shared/model/plan';
import { ProbeFailure } from '../../engine/probe';
import { printable } from '../../evidence/printable';
import { type Connection, connectTcp, connectTls, upgradeToTls } from '../net/connect';
import { type Endpoint, endpointName } from '../net/endpoint';
import type { Network } from '../net/network';
import type { TargetAddress } from '../net/resolve-host';
import { bindFailure, ldapFailure, resultCode } from './ldap-failure';
import { LdapSession } from './ldap-session';

/** A signed-in connection to a domain controller; `close` when done. */
export interface DirectoryConnection {
  readonly session: LdapSession;
  readonly endpoint: Endpoint;
  readonly address: TargetAddress;
  /** `ldaps://dc1.contoso.com:636/` */
  readonly url: string;
  close(): void;
}

const defaultPorts = { ldaps: 636, starttls: 389 } as const;

export const directoryEndpoint = (source: DirectorySource): Endpoint => ({
  host: source.server,
  port: source.port ?? defaultPorts[source.security],
  origin: 'typed',
});

/**
 * Connects with LDAPS or StartTLS and signs in by a simple bind. The order is the safety: no password → nothing is contacted; then TLS with a verified chain
 * and name; only then the bind.
 * @throws ProbeFailure with a network, TLS or `ldap-…` code
 */
export async function signIn(
  source: DirectorySource,
  password: string | undefined,
  network: Network,
): Promise<DirectoryConnection> {
  const endpoint = directoryEndpoint(source);
  if (password === undefined || password === '' || source.user.trim() === '') throw passwordMissing(source);
  const connection = await (source.security === 'ldaps'
    ? connectTls(endpoint, network)
    : connectStartTls(endpoint, network));
  const session = new LdapSession(connection.socket);
  try {
    const result = await session.bind(source.user, password);
    if (result.code !== resultCode.success) throw new ProbeFailure(bindFailure(result, endpoint, source.user));
  } catch (error) {
    connection.close();
    throw error instanceof ProbeFailure ? error : new ProbeFailure(ldapFailure(error, endpoint, network.signal));
  }
  const url = `${source.security === 'ldaps' ? 'ldaps' : 'ldap'}://${endpointName(endpoint)}/`;
  return { session, endpoint, address: connection.address, url, close: () => session.close() };
}

/** A name with an empty password would be an anonymous bind that servers answer with success (RFC 4513 section 5.1.2). */
const passwordMissing = (source: DirectorySource): ProbeFailure =>
  new ProbeFailure({
    reason: 'access-denied',
    code: 'ldap-password-missing',
    message: `No password was given for ${printable(source.user, 256)} at ${source.server}. Nothing was sent.`,
    next: 'Enter the password when the run starts, or name an environment variable that holds it (passwordEnv).',
  });

async function connectStartTls(endpoint: Endpoint, network: Network): Promise<Connection> {
  const authorities = await network.authorities();
  const plain = await connectTcp(endpoint, network);
  try {
    const session = new LdapSession(plain.socket);
    const result = await session.startTls();
    session.release();
    if (result.code !== resultCode.success) throw startTlsRefused(endpoint, result.code);
  } catch (error) {
    plain.close();
    throw error instanceof ProbeFailure ? error : new ProbeFailure(ldapFailure(error, endpoint, network.signal));
  }
  return { ...plain, socket: await upgradeToTls(plain, endpoint, authorities, network.signal) };
}

const startTlsRefused = (endpoint: Endpoint, code: number): ProbeFailure =>
  new ProbeFailure({
    reason: 'unreachable',
    code: 'ldap-starttls-refused',
    message: `${endpointName(endpoint)} refused StartTLS (LDAP result code ${code}), so there is no safe way to sign in on this port. The password was not sent.`,
    next: 'Give the domain controller a certificate, or use LDAPS on port 636 if that works.',
  });

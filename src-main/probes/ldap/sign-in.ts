import type { DirectorySource, PasswordSource } from '../../../src-shared/model/plan';
import { ProbeFailure } from '../../engine/probe';
import { printable } from '../../evidence/printable';
import { type Connection, connectTcp, connectTls, upgradeToTls } from '../net/connect';
import { type Endpoint, endpointName } from '../net/endpoint';
import type { Network } from '../net/network';
import type { TargetAddress } from '../net/resolve-host';
import { kerberosBind } from './kerberos/kerberos-bind';
import { kerberosFailure, kerberosObstacle, kerberosRefusal } from './kerberos/kerberos-failure';
import { openKerberosContext } from './kerberos/kerberos-library';
import { KerberosProblem } from './kerberos/kerberos-problem';
import { settledWithin } from './kerberos/settled-within';
import { bindFailure, ldapFailure, resultCode } from './ldap-failure';
import { LdapSession } from './ldap-session';

/** A signed-in connection to a domain controller; `close` when done. */
export interface DirectoryConnection {
  readonly session: LdapSession;
  readonly endpoint: Endpoint;
  /** Who signed in: the user name given, or the Kerberos principal of the ticket. */
  readonly account: string;
  readonly address: TargetAddress;
  /** `ldaps://dc1.contoso.com:636/` */
  readonly url: string;
  close(): void;
}

const defaultPorts = { ldaps: 636, starttls: 389 } as const;
/** Ports of the global catalogue (MS-ADTS 3.1.1.3.1.10). */
export const globalCataloguePorts = { ldaps: 3269, starttls: 3268 } as const;

export const directoryEndpoint = (source: DirectorySource): Endpoint => ({
  host: source.server,
  port: source.port ?? defaultPorts[source.security],
  origin: 'typed',
});

/** Where records of a source say they come from, before the DN. */
export const directoryUrl = (source: DirectorySource, endpoint = directoryEndpoint(source)): string =>
  `${source.security === 'ldaps' ? 'ldaps' : 'ldap'}://${endpointName(endpoint)}/`;

/**
 * Connects with LDAPS or StartTLS and signs in: by a simple bind, or with the Kerberos ticket of the signed-in user. The order is the safety: nothing to sign
 * in with → nothing is contacted; then TLS with a verified chain and name; only then the bind. `endpoint` is another server of the same forest that takes the same account.
 * @throws ProbeFailure with a network, TLS, `ldap-…` or `kerberos-…` code
 */
export async function signIn(
  source: DirectorySource,
  password: string | undefined,
  network: Network,
  endpoint = directoryEndpoint(source),
): Promise<DirectoryConnection> {
  const bind = source.signIn === 'kerberos' ? byTicket(endpoint, network) : byPassword(source, endpoint, password);
  const connection = await (source.security === 'ldaps'
    ? connectTls(endpoint, network)
    : connectStartTls(endpoint, network));
  const session = new LdapSession(connection.socket);
  try {
    const account = await bind(session);
    const url = directoryUrl(source, endpoint);
    return { session, endpoint, account, address: connection.address, url, close: () => session.close() };
  } catch (error) {
    connection.close();
    throw error instanceof ProbeFailure ? error : new ProbeFailure(ldapFailure(error, endpoint, network.signal));
  }
}

/** Signs in; gives the name of the account. */
type Bind = (session: LdapSession) => Promise<string>;

function byPassword(source: PasswordSource, endpoint: Endpoint, password: string | undefined): Bind {
  if (password === undefined || password === '' || source.user.trim() === '') throw passwordMissing(source);
  return async (session) => {
    const result = await session.bind(source.user, password);
    if (result.code !== resultCode.success) throw new ProbeFailure(bindFailure(result, endpoint, source.user));
    return source.user;
  };
}

function byTicket(endpoint: Endpoint, { signal }: Network): Bind {
  const obstacle = kerberosObstacle(endpoint);
  if (obstacle !== undefined) throw new ProbeFailure(obstacle);
  return async (session) => {
    try {
      const context = await settledWithin(openKerberosContext(endpoint.host), 'ticket', signal);
      const result = await kerberosBind(session, context, signal);
      if (result.code !== resultCode.success) throw new ProbeFailure(kerberosRefusal(result, endpoint));
      return context.username ?? 'the signed-in user';
    } catch (error) {
      if (error instanceof KerberosProblem && !signal.aborted) throw new ProbeFailure(kerberosFailure(error, endpoint));
      throw error;
    }
  };
}

/** A name with an empty password would be an anonymous bind that servers answer with success (RFC 4513 section 5.1.2). */
const passwordMissing = (source: PasswordSource): ProbeFailure =>
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

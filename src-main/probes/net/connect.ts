import * as net from 'node:net';
import * as tls from 'node:tls';
import { ProbeFailure } from '../../engine/probe';
import type { Endpoint } from './endpoint';
import type { Network } from './network';
import { abortFailure, NetworkError, networkFailure, throwIfAborted } from './network-failure';
import type { HttpProxy } from './proxy';
import { proxyUnreachable } from './proxy-failure';
import { refuseAddress, resolveHost, type TargetAddress } from './resolve-host';
import { tlsFailure } from './tls-failure';
import { openTunnel } from './tunnel';

/** A connection and the address it went to. The socket is destroyed when the network's signal fires; `close` frees it. */
export interface Connection<S extends net.Socket = net.Socket> {
  readonly socket: S;
  readonly address: TargetAddress;
  close(): void;
}

const connectDeadline = 10_000;

/**
 * Opens TCP to the first address of the host that answers, or a tunnel to the host where the network has a proxy.
 * @throws ProbeFailure with a `dns-…`, `address-…`, `connection-…` or `proxy-…` code
 */
export async function connectTcp(endpoint: Endpoint, network: Network): Promise<Connection> {
  const { proxy } = network;
  if (proxy === undefined) return await connectDirectly(endpoint, network);
  refuseAddress(endpoint);
  return await openTunnel(await connectProxy(proxy, network), proxy, endpoint, network);
}

/** Opens TCP to the proxy itself. */
export async function connectProxy(proxy: HttpProxy, network: Network): Promise<Connection> {
  try {
    return await connectDirectly(proxy.endpoint, network);
  } catch (error) {
    if (!(error instanceof ProbeFailure) || network.signal.aborted) throw error;
    throw new ProbeFailure(proxyUnreachable(proxy, error.failure));
  }
}

async function connectDirectly(endpoint: Endpoint, network: Network): Promise<Connection> {
  const addresses = await resolveHost(endpoint, network);
  let lastError: unknown;
  for (const address of addresses) {
    throwIfAborted(network.signal);
    const socket = net.connect({ host: address.address, port: endpoint.port });
    const close = closeWith(socket, network.signal);
    try {
      await opened(socket, 'connect');
      return { socket, address, close };
    } catch (error) {
      close();
      lastError = error;
    }
  }
  throwIfAborted(network.signal);
  throw new ProbeFailure(networkFailure(lastError, endpoint));
}

/**
 * Opens TCP and TLS and verifies chain and name before it returns: nothing can be sent to a server that is not who it should be.
 * @throws ProbeFailure as {@link connectTcp}, or with a `tls-…` code
 */
export async function connectTls(endpoint: Endpoint, network: Network): Promise<Connection<tls.TLSSocket>> {
  const authorities = await network.authorities();
  const plain = await connectTcp(endpoint, network);
  return { ...plain, socket: await upgradeToTls(plain, endpoint, authorities, network.signal) };
}

/** TLS over an open connection, verified like {@link connectTls}; closes the connection when that fails. */
export async function upgradeToTls(
  plain: Connection,
  endpoint: Endpoint,
  authorities: tls.SecureContext,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  const socket = tls.connect({
    socket: plain.socket,
    host: endpoint.host,
    ...(net.isIP(endpoint.host) === 0 ? { servername: endpoint.host } : {}),
    secureContext: authorities,
    rejectUnauthorized: true,
  });
  socket.on('error', ignore);
  try {
    await opened(socket, 'secureConnect');
    return socket;
  } catch (error) {
    plain.close();
    throw new ProbeFailure(signal.aborted ? abortFailure(signal) : tlsFailure(error, endpoint));
  }
}

/** Waits for a socket to be ready; time-out and early close become errors with a code. */
export async function opened(socket: net.Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  const timer = setTimeout(() => socket.destroy(new NetworkError('ETIMEDOUT', 'No answer in time')), connectDeadline);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once(event, resolve);
      socket.once('error', reject);
      socket.once('close', () => reject(new NetworkError('ECONNRESET', 'Closed while connecting')));
    });
  } finally {
    clearTimeout(timer);
  }
}

function closeWith(socket: net.Socket, signal: AbortSignal): () => void {
  const destroy = (): void => {
    signal.removeEventListener('abort', destroy);
    socket.destroy();
  };
  signal.addEventListener('abort', destroy, { once: true });
  // A connection may fail at any moment, also while nobody waits for it; whoever uses it hears of it by `close`.
  socket.on('error', ignore);
  return destroy;
}

const ignore = (): void => undefined;

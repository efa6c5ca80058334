import * as http from 'node:http';
import type { Socket } from 'node:net';
import { ProbeFailure } from '../../engine/probe';
import type { Connection } from './connect';
import { type Endpoint, endpointName } from './endpoint';
import type { Network } from './network';
import { abortFailure, NetworkError, networkFailure } from './network-failure';
import type { HttpProxy } from './proxy';
import { proxyUnreachable, refusedByProxy } from './proxy-failure';

const tunnelDeadline = 20_000;

/** An open connection to the proxy, which the caller has made. */
type ToProxy = Connection;

/**
 * Asks the proxy at the other end of a connection to pass everything on to `target` (CONNECT, RFC 9110 section 9.3.6). The host name goes to the proxy, which
 * resolves it; TLS to the host is then verified as without a proxy.
 * @throws ProbeFailure with a `proxy-…` code; the connection is closed then
 */
export async function openTunnel(
  toProxy: ToProxy,
  proxy: HttpProxy,
  target: Endpoint,
  network: Network,
): Promise<Connection> {
  const late = new NetworkError('ETIMEDOUT', 'No answer in time');
  const timer = setTimeout(() => toProxy.socket.destroy(late), tunnelDeadline);
  try {
    const { status, schemes, head } = await askFor(target, proxy, toProxy.socket);
    if (status !== 200) throw new ProbeFailure(refusedByProxy(proxy, target, status, schemes));
    // Whoever speaks first through the tunnel is heard by the one who reads next.
    if (head.length > 0) toProxy.socket.unshift(head);
    return { ...toProxy, address: { address: `${endpointName(proxy.endpoint)} (proxy)`, from: 'proxy' } };
  } catch (error) {
    toProxy.close();
    if (error instanceof ProbeFailure) throw error;
    if (network.signal.aborted) throw new ProbeFailure(abortFailure(network.signal));
    const cause = toProxy.socket.errored === late ? late : error;
    throw new ProbeFailure(proxyUnreachable(proxy, networkFailure(cause, proxy.endpoint)));
  } finally {
    clearTimeout(timer);
  }
}

interface TunnelAnswer {
  readonly status: number;
  readonly schemes: string;
  readonly head: Buffer;
}

function askFor(target: Endpoint, { authorization }: HttpProxy, socket: Socket): Promise<TunnelAnswer> {
  const authority = endpointName(target);
  return new Promise((resolve, reject) => {
    const request = http.request({
      createConnection: () => socket,
      method: 'CONNECT',
      path: authority,
      headers: {
        host: authority,
        'user-agent': 'Hello Preflight',
        ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
      },
    });
    request.once('connect', ({ statusCode = 0, headers }, _socket, head) =>
      resolve({ status: statusCode, schemes: headers['proxy-authenticate']?.toString() ?? '', head }),
    );
    request.on('error', reject);
    request.end();
  });
}

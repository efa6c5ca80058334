import * as http from 'node:http';
import { ProbeFailure } from '../../engine/probe';
import { type Connection, connectProxy, connectTcp, connectTls } from './connect';
import { type Endpoint, endpointName } from './endpoint';
import type { Network } from './network';
import { abortFailure, NetworkError, networkFailure } from './network-failure';
import type { HttpProxy } from './proxy';
import { refusedByProxy } from './proxy-failure';
import { refuseAddress, type TargetAddress } from './resolve-host';

export interface HttpRequest {
  readonly url: URL;
  readonly origin: Endpoint['origin'];
  /** Bytes of the body above which the answer is refused. */
  readonly limit: number;
  /** Milliseconds for one request, from connecting to the last byte. */
  readonly deadline: number;
}

/** A request that says more than what it wants: over TLS only, unless anybody may read it on the way (`isPublic`, as with OCSP). */
export interface HttpMessage extends HttpRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly isPublic?: true;
}

export interface HttpAnswer {
  /** The URL that answered. */
  readonly url: URL;
  readonly status: number;
  /** Media type in lower case without parameters; empty when the server named none. */
  readonly contentType: string;
  readonly body: Buffer;
  readonly address: TargetAddress;
}

export interface ExchangeAnswer extends HttpAnswer {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where a redirect leads, as the server says it; its body is not read then. */
  readonly location?: string;
}

const redirectStatus: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * One request and its answer over a fresh connection; for `https:` chain and name are verified before anything is sent. Any status is an answer, and redirects
 * are not followed.
 * @throws ProbeFailure with a network or TLS code, `http-too-large`, `http-malformed`
 */
export async function exchange(message: HttpMessage, network: Network): Promise<ExchangeAnswer> {
  const { url } = message;
  const isTls = url.protocol === 'https:';
  if (!isTls && message.isPublic !== true && (message.headers !== undefined || message.body !== undefined))
    throw new Error('Headers and bodies that are not public are sent over TLS only');
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const endpoint: Endpoint = { host, port: Number(url.port) || (isTls ? 443 : 80), origin: message.origin };
  // Plain requests are handed to the proxy, which tunnels to other ports than 443 rarely.
  const proxy = isTls ? undefined : network.proxy;
  const connection = await (isTls ? connectTls : connectPlain)(endpoint, network);
  const late = new NetworkError('ETIMEDOUT', 'No answer in time');
  const timer = setTimeout(() => connection.socket.destroy(late), message.deadline);
  try {
    const response = await send(message, connection.socket, proxy);
    if (proxy !== undefined && response.statusCode === 407)
      throw new ProbeFailure(
        refusedByProxy(proxy, endpoint, 407, response.headers['proxy-authenticate']?.toString() ?? ''),
      );
    return { ...(await readAnswer(response, message)), address: connection.address };
  } catch (error) {
    if (error instanceof ProbeFailure) throw error;
    throw new ProbeFailure(
      network.signal.aborted
        ? abortFailure(network.signal)
        : httpFailure(connection.socket.errored === late ? late : error, endpoint),
    );
  } finally {
    clearTimeout(timer);
    connection.close();
  }
}

async function connectPlain(endpoint: Endpoint, network: Network): Promise<Connection> {
  if (network.proxy === undefined) return await connectTcp(endpoint, network);
  refuseAddress(endpoint);
  const connection = await connectProxy(network.proxy, network);
  return { ...connection, address: { address: `${endpointName(network.proxy.endpoint)} (proxy)`, from: 'proxy' } };
}

function send(
  { url, method = 'GET', headers = {}, body }: HttpMessage,
  socket: NonNullable<ReturnType<NonNullable<http.RequestOptions['createConnection']>>>,
  proxy: HttpProxy | undefined,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      createConnection: () => socket,
      method,
      path: `${proxy === undefined ? '' : url.origin}${url.pathname}${url.search}`,
      headers: {
        accept: '*/*',
        'user-agent': 'Hello Preflight',
        ...headers,
        ...(proxy?.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }),
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        host: url.host,
        connection: 'close',
      },
    });
    request.once('response', resolve);
    request.on('error', reject);
    request.end(body);
  });
}

async function readAnswer(
  response: http.IncomingMessage,
  message: HttpMessage,
): Promise<Omit<ExchangeAnswer, 'address'>> {
  const status = response.statusCode ?? 0;
  const location = redirectStatus.has(status) ? response.headers.location : undefined;
  return {
    url: message.url,
    status,
    contentType: (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
    headers: Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    ),
    body: location === undefined ? await readBody(response, message) : Buffer.alloc(0),
    ...(location === undefined ? {} : { location }),
  };
}

async function readBody(response: http.IncomingMessage, { url, limit }: HttpRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(url, limit);
    chunks.push(chunk);
  }
  if (!response.complete) throw new NetworkError('ECONNRESET', 'Closed in the middle of the answer');
  return Buffer.concat(chunks, size);
}

const tooLarge = (url: URL, limit: number): ProbeFailure =>
  new ProbeFailure({
    reason: 'unreadable',
    code: 'http-too-large',
    message: `The answer of ${url.href} is larger than ${Math.round(limit / 1024 / 1024)} MB and was not read.`,
    next: 'Open the address in a browser to see what answers there.',
  });

function httpFailure(error: unknown, endpoint: Endpoint): ReturnType<typeof networkFailure> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('HPE_')) return networkFailure(error, endpoint);
  return {
    reason: 'unreadable',
    code: 'http-malformed',
    message: `${endpointName(endpoint)} answered with something that is not HTTP (${code}).`,
    next: 'Check that a web server listens on this port.',
  };
}

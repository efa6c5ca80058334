import * as http from 'node:http';
import { ProbeFailure } from '../../engine/probe';
import { connectTcp, connectTls } from './connect';
import { type Endpoint, endpointName } from './endpoint';
import type { Network } from './network';
import { abortFailure, NetworkError, networkFailure } from './network-failure';
import type { TargetAddress } from './resolve-host';

export interface HttpRequest {
  readonly url: URL;
  readonly origin: Endpoint['origin'];
  /** Bytes of the body above which the answer is refused. */
  readonly limit: number;
  /** Milliseconds for one request, from connecting to the last byte. */
  readonly deadline: number;
}

export interface HttpAnswer {
  /** The URL that answered, after redirects. */
  readonly url: URL;
  readonly status: number;
  /** Media type in lower case without parameters; empty when the server named none. */
  readonly contentType: string;
  readonly body: Buffer;
  readonly address: TargetAddress;
}

const redirectLimit = 3;
const redirectStatus: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * One GET without credentials over a fresh connection; for `https:` chain and name are verified before the request is sent. Redirects are followed on the same
 * host only and never from `https:` to `http:`. Any status is an answer.
 * @throws ProbeFailure with a network or TLS code, `http-too-large`, `http-redirected-elsewhere`, `http-too-many-redirects`, `http-malformed`
 */
export async function httpGet(request: HttpRequest, network: Network): Promise<HttpAnswer> {
  let url = request.url;
  for (let hop = 0; hop <= redirectLimit; hop += 1) {
    const { location, ...answer } = await getOnce({ ...request, url }, network);
    if (location === undefined) return answer;
    url = redirectTarget(url, location);
  }
  throw new ProbeFailure({
    reason: 'unreachable',
    code: 'http-too-many-redirects',
    message: `${request.url.href} redirects more than ${redirectLimit} times.`,
    next: 'Check the web server or the load balancer in front of it.',
  });
}

function redirectTarget(from: URL, location: string): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (to !== undefined && (to.origin === from.origin || isUpgrade(from, to))) return to;
  throw new ProbeFailure({
    reason: 'unreachable',
    code: 'http-redirected-elsewhere',
    message: `${from.href} redirects to ${to === undefined ? 'an invalid address' : `${to.protocol}//${to.host}`}, which was not followed.`,
    next: 'Check whether a proxy or a sign-in page answers in place of the server; exclude the address from it or run from another network.',
  });
}

const isUpgrade = (from: URL, to: URL): boolean =>
  from.protocol === 'http:' && to.protocol === 'https:' && to.hostname === from.hostname && to.port === '';

interface SingleAnswer extends HttpAnswer {
  readonly location?: string;
}

async function getOnce(request: HttpRequest, network: Network): Promise<SingleAnswer> {
  const { url } = request;
  const isTls = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const endpoint: Endpoint = { host, port: Number(url.port) || (isTls ? 443 : 80), origin: request.origin };
  const connection = await (isTls ? connectTls(endpoint, network) : connectTcp(endpoint, network));
  const late = new NetworkError('ETIMEDOUT', 'No answer in time');
  const timer = setTimeout(() => connection.socket.destroy(late), request.deadline);
  try {
    const response = await send(url, connection.socket);
    const status = response.statusCode ?? 0;
    const location = redirectStatus.has(status) ? response.headers.location : undefined;
    const body = location === undefined ? await readBody(response, request) : Buffer.alloc(0);
    const contentType = (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    return {
      url,
      status,
      contentType,
      body,
      address: connection.address,
      ...(location === undefined ? {} : { location }),
    };
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

function send(
  url: URL,
  socket: NonNullable<ReturnType<NonNullable<http.RequestOptions['createConnection']>>>,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      createConnection: () => socket,
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, accept: '*/*', 'user-agent': 'Hello Preflight', connection: 'close' },
    });
    request.once('response', resolve);
    request.on('error', reject);
    request.end();
  });
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

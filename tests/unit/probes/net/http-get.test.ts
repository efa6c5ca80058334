import type { RequestListener } from 'node:http';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { ProbeFailure } from '../../../../src-main/engine/probe';
import type { HttpAnswer } from '../../../../src-main/probes/net/http-exchange';
import { httpGet } from '../../../../src-main/probes/net/http-get';
import { openNetwork } from '../../../../src-main/probes/net/network';
import { type Authority, createAuthority, type KeyAndCertificate, selfSigned } from '../servers/authority';
import { liveAt } from '../servers/live';
import { tcpServer } from '../servers/sockets';
import { type WebServer, webServer } from '../servers/web-server';

const host = 'pki.contoso.test';
let authority: Authority;
let identity: KeyAndCertificate;
let open: WebServer[] = [];

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: [host] });
});
afterEach(async () => {
  await Promise.all(open.map((server) => server.close()));
  open = [];
});

async function web(listener: RequestListener, withIdentity?: KeyAndCertificate): Promise<number> {
  const server = await webServer(listener, withIdentity);
  open.push(server);
  return server.port;
}

function get(url: string, limit = 1000, deadline = 5000): Promise<HttpAnswer> {
  const network = openNetwork(liveAt([host], { caFile: authority.caFile }), new AbortController().signal);
  return httpGet({ url: new URL(url), origin: 'found', limit, deadline }, network);
}

async function failureCode(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof ProbeFailure) return error.failure.code;
    throw error;
  }
  return 'none';
}

it('gets a body, its type and its status', async () => {
  const port = await web((request, response) => {
    response.writeHead(404, { 'content-type': 'Text/HTML; charset=utf-8' });
    response.end(`${request.method} ${request.url} ${request.headers.host}`);
  });
  const answer = await get(`http://${host}:${port}/a%20b?c=d`);
  expect({ ...answer, body: answer.body.toString() }).toMatchObject({
    status: 404,
    contentType: 'text/html',
    body: `GET /a%20b?c=d ${host}:${port}`,
    address: { address: '127.0.0.1', from: 'plan' },
  });
});

it('gets over verified TLS', async () => {
  const port = await web((_request, response) => response.end('secret'), identity);
  expect((await get(`https://${host}:${port}/`)).body.toString()).toBe('secret');
});

it('asks nothing of a TLS server it cannot trust', async () => {
  const server = await webServer((_request, response) => response.end(), await selfSigned(host));
  open.push(server);
  expect(await failureCode(get(`https://${host}:${server.port}/`))).toBe('tls-certificate-self-signed');
  expect(server.requests).toEqual([]);
});

it('refuses more than the limit, announced or not', async () => {
  const port = await web((_request, response) => {
    const timer = setInterval(() => response.write('x'.repeat(400)), 5);
    response.on('close', () => clearInterval(timer));
  });
  expect(await failureCode(get(`http://${host}:${port}/`))).toBe('http-too-large');
});

it('gives up on a server that dribbles', async () => {
  const port = await web((_request, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  });
  expect(await failureCode(get(`http://${host}:${port}/`, 1000, 200))).toBe('connection-timed-out');
});

it('gives up on a server that never answers', async () => {
  const port = await web(() => undefined);
  expect(await failureCode(get(`http://${host}:${port}/`, 1000, 200))).toBe('connection-timed-out');
});

it('notices an answer that is cut off', async () => {
  const port = await web((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    setTimeout(() => response.destroy(), 20);
  });
  expect(await failureCode(get(`http://${host}:${port}/`))).toBe('connection-lost');
});

it('tells what is not HTTP', async () => {
  const server = await tcpServer((socket) => {
    socket.once('data', () => socket.end('220 mail.contoso.test ESMTP\r\n'));
  });
  expect(await failureCode(get(`http://${host}:${server.port}/`))).toBe('http-malformed');
  await server.close();
});

it('follows redirects on the same host only', async () => {
  const visited: string[] = [];
  let elsewhere = '/end';
  const port = await web((request, response) => {
    visited.push(request.url ?? '');
    if (request.url === '/end') response.end('here');
    else response.writeHead(302, { location: elsewhere }).end();
  });
  expect((await get(`http://${host}:${port}/start`)).body.toString()).toBe('here');
  for (const location of [
    'http://other.contoso.test/',
    `http://${host}:1/`,
    '//169.254.169.254/latest',
    'ftp://x/',
    'http://',
  ]) {
    elsewhere = location;
    expect(await failureCode(get(`http://${host}:${port}/start`)), location).toBe('http-redirected-elsewhere');
  }
  elsewhere = '/start';
  visited.length = 0;
  expect(await failureCode(get(`http://${host}:${port}/start`))).toBe('http-too-many-redirects');
  expect(visited).toHaveLength(4);
});

it('never goes from https to http', async () => {
  const port = await web(
    (request, response) => response.writeHead(302, { location: `http://${request.headers.host}/` }).end(),
    identity,
  );
  expect(await failureCode(get(`https://${host}:${port}/`))).toBe('http-redirected-elsewhere');
});

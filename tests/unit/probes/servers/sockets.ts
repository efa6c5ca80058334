import { once } from 'node:events';
import * as net from 'node:net';
import * as tls from 'node:tls';
import type { KeyAndCertificate } from './authority';

/** A listening server that remembers its connections, so that a test can end them. */
export interface TestServer {
  readonly port: number;
  /** Bytes that clients sent inside the connection (inside TLS for a TLS server). */
  readonly received: () => Buffer;
  /** How many connections were made. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export type Serve = (socket: net.Socket) => void;

async function listen(server: net.Server, received: Buffer[], sockets: Set<net.Socket>, port = 0): Promise<TestServer> {
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    port: address.port,
    received: () => Buffer.concat(received),
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

export function tcpServer(serve: Serve): Promise<TestServer> {
  const received: Buffer[] = [];
  const server = net.createServer((socket) => {
    socket.on('data', (chunk) => received.push(chunk));
    serve(socket);
  });
  return listen(server, received, new Set());
}

/** `options` go to `tls.createServer`, e.g. `maxVersion`; `port` is any free one when absent. */
export function tlsServer(
  identity: KeyAndCertificate,
  serve: Serve,
  { port, ...options }: tls.TlsOptions & { readonly port?: number } = {},
): Promise<TestServer> {
  const received: Buffer[] = [];
  const server = tls.createServer({ ...identity, ...options }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => received.push(chunk));
    serve(socket);
  });
  return listen(server, received, new Set(), port);
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = await tcpServer(() => undefined);
  await server.close();
  return server.port;
}

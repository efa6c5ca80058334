import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Server } from 'node:net';
import type { KeyAndCertificate } from './authority';

export interface WebServer {
  readonly port: number;
  /** Method and path of each request, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Where a server listens: any free port of 127.0.0.1 when nothing is said; 127.0.0.2 stands for another machine. */
interface Place {
  readonly port?: number;
  readonly address?: string;
}

/** A web server on this computer; with an identity it speaks HTTPS. */
export async function webServer(
  listener: RequestListener,
  identity?: KeyAndCertificate,
  { port = 0, address: listenAt = '127.0.0.1' }: Place = {},
): Promise<WebServer> {
  const requests: string[] = [];
  const serve: RequestListener = (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    listener(request, response);
  };
  const server: Server = identity === undefined ? createHttpServer(serve) : createHttpsServer(identity, serve);
  server.listen(port, listenAt);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return { port: address.port, requests, close: () => new Promise((done) => server.close(() => done())) };
}

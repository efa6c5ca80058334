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

/** A web server on this computer; with an identity it speaks HTTPS. */
export async function webServer(listener: RequestListener, identity?: KeyAndCertificate): Promise<WebServer> {
  const requests: string[] = [];
  const serve: RequestListener = (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    listener(request, response);
  };
  const server: Server = identity === undefined ? createHttpServer(serve) : createHttpsServer(identity, serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return { port: address.port, requests, close: () => new Promise((done) => server.close(() => done())) };
}

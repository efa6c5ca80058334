import { once } from 'node:events';
import * as http from 'node:http';
import * as net from 'node:net';

/** How a proxy treats its clients. */
export interface ProxyOptions {
  /** `name:password` it wants by Basic. */
  readonly account?: string;
  /** What it says it wants; Basic when absent. */
  readonly challenge?: string;
  /** Answers every request with this status. */
  readonly status?: number;
  /** Port of this computer that stands for each host; otherwise the one that was asked for. */
  readonly onward?: number;
  /** Says nothing at all. */
  readonly isSilent?: boolean;
}

export interface ProxyServer {
  readonly port: number;
  /** `CONNECT host:port` or `GET http://host/path` of each request that came, also of those refused. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A forward proxy on this computer: every host is this computer, the way a proxy with its own view of DNS has another one. */
export async function proxyServer(options: ProxyOptions = {}): Promise<ProxyServer> {
  const { account, challenge = 'Basic realm="proxy"', status, onward: everything, isSilent = false } = options;
  const requests: string[] = [];
  const sockets = new Set<net.Socket>();
  const wanted = account === undefined ? undefined : `Basic ${Buffer.from(account).toString('base64')}`;
  const refusalFor = (request: http.IncomingMessage): number | undefined =>
    wanted !== undefined && request.headers['proxy-authorization'] !== wanted ? 407 : status;
  const server = http.createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const refused = refusalFor(request);
    if (refused !== undefined)
      return void response
        .writeHead(refused, refused === 407 ? { 'proxy-authenticate': challenge } : {})
        .end('refused');
    const url = new URL(request.url ?? '');
    const { 'proxy-authorization': _, ...headers } = request.headers;
    const onward = http.request(
      { host: '127.0.0.1', port: url.port, path: `${url.pathname}${url.search}`, method: request.method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on('connect', (request, client: net.Socket) => {
    requests.push(`CONNECT ${request.url}`);
    if (isSilent) return;
    const refused = refusalFor(request);
    if (refused !== undefined) {
      const demand = refused === 407 ? `Proxy-Authenticate: ${challenge}\r\n` : '';
      return void client.end(`HTTP/1.1 ${refused} Refused\r\n${demand}Content-Length: 0\r\n\r\n`);
    }
    const onward = net.connect(everything ?? Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(client);
      client.pipe(onward);
    });
    sockets.add(onward);
    onward.on('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    client.on('error', () => onward.destroy());
  });
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    port: address.port,
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

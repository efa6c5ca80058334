import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A distant place: what arrives at `host:port` comes out at `to` so many milliseconds later, and the other way round. Nothing is lost, and the order is kept. */
export interface DelayingProxy {
  close(): void;
}

interface Place {
  readonly host: string;
  readonly port: number;
}

export async function startDelayingProxy(at: Place, to: Place, milliseconds: number): Promise<DelayingProxy> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ ...to, allowHalfOpen: true, noDelay: true });
    delay(near, far, milliseconds);
    delay(far, near, milliseconds);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        for (const other of [near, far]) if (other !== socket) setTimeout(() => other.destroy(), milliseconds);
      });
    }
  });
  server.listen(at.port, at.host);
  await once(server, 'listening');
  return {
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function delay(from: Socket, to: Socket, milliseconds: number): void {
  from.on('data', (chunk) => setTimeout(() => to.writable && to.write(chunk), milliseconds));
  from.on('end', () => setTimeout(() => to.end(), milliseconds));
}

import { createServer, type Server, type Socket } from 'node:net';

/** A host that takes connections at the ports of a domain controller and never says a word. */
export async function silentHost(address: string): Promise<{ readonly close: () => void }> {
  const sockets = new Set<Socket>();
  const servers = await Promise.all([88, 389, 636, 3268, 3269].map((port) => listen(address, port, sockets)));
  return {
    close: () => {
      for (const socket of sockets) socket.destroy();
      for (const server of servers) server.close();
    },
  };
}

function listen(address: string, port: number, sockets: Set<Socket>): Promise<Server> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, address, () => resolve(server));
  });
}

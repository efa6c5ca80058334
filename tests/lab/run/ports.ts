import { createServer } from 'node:net';
import { domainController, secondDomainController, web } from '../facts.ts';

const domainControllerPorts = [53, 88, 135, 389, 445, 464, 636, 3268, 3269] as const;
const directoryPorts = [88, 389, 464, 636, 3268, 3269] as const;
const webPorts = [80, 443] as const;

/** @throws Error naming the first address and port that another program has. */
export async function assertPortsFree(): Promise<void> {
  for (const port of domainControllerPorts) await assertFree(domainController.address, port);
  for (const port of directoryPorts) await assertFree(secondDomainController.address, port);
  for (const port of webPorts) await assertFree(web.address, port);
}

function assertFree(address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (problem: NodeJS.ErrnoException) => {
      reject(new Error(`The lab cannot start: ${address}:${port} is not free (${problem.code}).`));
    });
    server.listen({ host: address, port, exclusive: true }, () => server.close(() => resolve()));
  });
}

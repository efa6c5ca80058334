import path from 'node:path';
import { ocspResponder, web } from '../facts.ts';
import { acceptsConnections } from './accepts-connections.ts';
import { type IsolatedProcess, isAlive, killIsolated, startIsolated, waitUntil } from './isolated-process.ts';

/** How the OCSP responder answers; `stopped` lets the web site say 502. */
export const ocspModes = ['ok', 'stopped', 'wrong-signer', 'try-later'] as const;
export type OcspMode = (typeof ocspModes)[number];

const readyLimitMs = 60_000;

/** Starts the responder of the issuing CA. */
export function launchOcspResponder(folder: string, mode: Exclude<OcspMode, 'stopped'>): Promise<IsolatedProcess> {
  const program = path.join(import.meta.dirname, 'ocsp-responder-program.ts');
  const command = [process.execPath, program, path.join(folder, 'pki'), mode];
  return startIsolated({ command, logFile: logFile(folder) });
}

/** @throws Error when it ends or does not take connections in time. */
export async function ocspResponderReady(responder: IsolatedProcess, folder: string): Promise<void> {
  let alive = true;
  const isSettled = async (): Promise<boolean> => {
    if (await acceptsConnections(web.address, ocspResponder.port)) return true;
    alive = await isAlive(responder);
    return !alive;
  };
  if ((await waitUntil(isSettled, readyLimitMs)) && alive) return;
  await killIsolated(responder);
  throw new Error(`The OCSP responder did not start; see ${logFile(folder)}`);
}

function logFile(folder: string): string {
  return path.join(folder, 'ocsp.log');
}

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nginxConf } from '../build/web/nginx-conf.ts';
import { web } from '../facts.ts';
import { acceptsConnections } from './accepts-connections.ts';
import { type IsolatedProcess, killIsolated, startIsolated, waitUntil } from './isolated-process.ts';

/** Starts nginx for the AD FS, PKI and enrolment sites. */
export async function launchWebServer(webFolder: string, pkiFolder: string): Promise<IsolatedProcess> {
  const conf = path.join(webFolder, 'nginx.conf');
  await writeFile(
    conf,
    nginxConf(webFolder, (site) => path.join(pkiFolder, site)),
  );
  const logFile = errorLog(webFolder);
  return startIsolated({ command: ['nginx', '-p', webFolder, '-e', logFile, '-c', conf], logFile });
}

/** @throws Error when it does not take connections soon. */
export async function webServerReady(nginx: IsolatedProcess, webFolder: string): Promise<void> {
  const accepts = (port: number) => acceptsConnections(web.address, port);
  if (await waitUntil(async () => (await accepts(443)) && (await accepts(80)), 10_000)) return;
  await killIsolated(nginx);
  throw new Error(`The web server did not start; see ${errorLog(webFolder)}`);
}

function errorLog(webFolder: string): string {
  return path.join(webFolder, 'error.log');
}

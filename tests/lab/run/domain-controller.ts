import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'ldapts';
import type { Controller } from '../build/domain/controllers.ts';
import { writeSmbConf } from '../build/domain/provision.ts';
import { smbConfFile, sysvolRootFolder } from '../build/domain/smb-conf.ts';
import { acceptsConnections } from './accepts-connections.ts';
import { type IsolatedProcess, isAlive, killIsolated, sharedFolder, startIsolated } from './isolated-process.ts';

const readyLimitMs = 60_000;

/** Starts Samba on the folder. */
export async function launchDomainController(dcFolder: string, controller: Controller): Promise<IsolatedProcess> {
  await mkdir(sysvolRootFolder(dcFolder), { recursive: true });
  await writeSmbConf(dcFolder, sharedFolder, controller);
  // One process serves all LDAP connections: small and quick to start; requests wait for each other.
  const command = ['samba', '-F', '-M', 'single', '-s', smbConfFile(dcFolder), '--no-process-group'];
  return startIsolated({ command, logFile: consoleLog(dcFolder), shared: sysvolRootFolder(dcFolder) });
}

/**
 * Waits until the reader can sign in and search, and the file service, if there is one, is up.
 * @throws Error when Samba ends or does not answer in time.
 */
export async function domainControllerReady(
  samba: IsolatedProcess,
  dcFolder: string,
  controller: Controller,
): Promise<void> {
  const deadline = Date.now() + readyLimitMs;
  const hasFiles = async () => !controller.isFirst || (await acceptsConnections(controller.address, 445));
  while (!((await answers(controller)) && (await hasFiles()))) {
    const log = consoleLog(dcFolder);
    if (!(await isAlive(samba))) throw new Error(`The domain controller ended while starting; see ${log}`);
    if (Date.now() > deadline) {
      await killIsolated(samba);
      throw new Error(`The domain controller did not answer within ${readyLimitMs / 1000} s; see ${log}`);
    }
    await sleep(100);
  }
}

function consoleLog(dcFolder: string): string {
  return path.join(dcFolder, 'log', 'console.log');
}

/** Time-outs, because a wedged domain controller accepts connections and never answers. */
async function answers({ address, reader }: Controller): Promise<boolean> {
  // The certificate may be a bad one on purpose.
  const tlsOptions = { rejectUnauthorized: false };
  const client = new Client({
    url: `ldaps://${address}`,
    tlsOptions,
    timeout: 3000,
    connectTimeout: 3000,
  });
  try {
    await client.bind(reader.userPrincipalName, reader.password);
    const { searchEntries } = await client.search(reader.dn, { scope: 'base', attributes: ['objectSid'] });
    return searchEntries.length === 1;
  } catch {
    return false;
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from '../../lab/build/cache-folder';
import { commandEnvironment } from '../../lab/build/run-command';
import { acceptsConnections } from '../../lab/run/accepts-connections';
import { waitUntil } from '../../lab/run/isolated-process';
import { createAuthority } from '../../unit/probes/servers/authority';
import { removeCacheFolders } from '../remove-cache-folders';
import { bulkForest, bulkLdif } from './bulk-users';
import { schemaFile, writeSettings } from './slapd-settings';

export interface SlapdServer {
  readonly address: string;
  /** What its certificate says, besides every other host of the domain. */
  readonly hostName: string;
  /** PEM of the CA that issued the certificate. */
  readonly caFile: string;
  stop(): Promise<void>;
}

const address = '127.0.0.40';
const hostName = `dc1.${bulkForest.domain}`;
const port = 636;
const folderPrefix = 'bench-slapd-';
const shapedBy = [schemaFile, path.join(import.meta.dirname, 'bulk-users.ts')];

/** Starts slapd on LDAPS with a million users; the database is made once and kept. */
export async function startSlapd(say: (line: string) => void): Promise<SlapdServer> {
  const folder = await loadedFolder(say);
  const authority = await createAuthority('Bench Root');
  const { key, cert } = await authority.issue({ names: [hostName, `*.${bulkForest.domain}`], curve: 'P-256' });
  await writeFile(path.join(folder, 'server.key'), key, { mode: 0o600 });
  await writeFile(path.join(folder, 'server.crt'), cert);
  const settings = await writeSettings(folder, hostName);
  const child = spawn('slapd', ['-d', '0', '-h', `ldaps://${address}:${port}`, '-f', settings], {
    env: commandEnvironment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const isUp = await waitUntil(() => acceptsConnections(address, port), 20_000);
  if (!isUp) {
    await end(child);
    throw new Error('slapd does not start');
  }
  return { address, hostName, caFile: authority.caFile, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** The folder with the loaded database, named after all that shapes it. */
async function loadedFolder(say: (line: string) => void): Promise<string> {
  const hash = createHash('sha256');
  for (const file of shapedBy) hash.update(await readFile(file));
  const folder = path.join(cacheFolder(), `${folderPrefix}${hash.digest('hex').slice(0, 12)}`);
  const isLoaded = await stat(folder).then(
    () => true,
    () => false,
  );
  if (!isLoaded) {
    say('loading a million users into slapd (a minute or two, once)');
    await removeCacheFolders(folderPrefix);
    const draft = `${folder}.draft`;
    await load(draft);
    await rename(draft, folder);
  }
  return folder;
}

async function load(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'db'), { recursive: true, mode: 0o700 });
  const settings = await writeSettings(folder, hostName);
  const loader = spawn('slapadd', ['-q', '-f', settings], {
    env: commandEnvironment,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(loader, 'exit');
  await pipeline(Readable.from(bulkLdif()), loader.stdin);
  const [code] = await ended;
  if (code !== 0) throw new Error(`slapadd ended with ${code}`);
}

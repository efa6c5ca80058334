import { spawn } from 'node:child_process';
import { mkdir, open, readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandEnvironment } from '../build/run-command.ts';

/**
 * A program and all its descendants, told from everything else on the machine by the mount namespace they share.
 * The namespace also gives each one a `/run` of its own, which Samba's libraries insist on using.
 */
export interface IsolatedProcess {
  readonly pid: number;
  /** e.g. `mnt:[4026532456]` */
  readonly mountNamespace: string;
}

export interface IsolatedCommand {
  readonly command: readonly string[];
  readonly logFile: string;
  /** A folder the program also finds at `/run/shared`, where every user can reach it. */
  readonly shared?: string;
}

/** Where a program finds its `shared` folder. */
export const sharedFolder = '/run/shared';

/** Starts a program in the background with its output in `logFile`; it outlives this process. */
export async function startIsolated({ command, logFile, shared }: IsolatedCommand): Promise<IsolatedProcess> {
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = await open(logFile, 'a');
  const privateRun = 'mount -t tmpfs tmpfs /run && mkdir /run/samba';
  const bindShared = `mkdir ${sharedFolder} && mount --bind "$0" ${sharedFolder}`;
  const setUp = [privateRun, ...(shared ? [bindShared] : []), 'exec "$@"'].join(' && ');
  const args = ['-m', '--propagation', 'private', 'sh', '-c', setUp, shared ?? 'sh', ...command];
  const child = spawn('unshare', args, { detached: true, env: commandEnvironment, stdio: ['ignore', log.fd, log.fd] });
  try {
    const pid = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('spawn', () => resolve(child.pid ?? 0));
    });
    child.unref();
    return { pid, mountNamespace: await ownNamespaceOf(pid, logFile) };
  } finally {
    await log.close();
  }
}

/** Asks all processes to end, waits at most `graceMs` and kills what is left. */
export async function stopIsolated(process: IsolatedProcess, graceMs = 5000): Promise<void> {
  await signalIsolated(process, 'SIGCONT');
  await signalIsolated(process, 'SIGTERM');
  const gone = await waitUntil(async () => (await membersOf(process.mountNamespace)).length === 0, graceMs);
  if (!gone) await killIsolated(process);
}

/** Ends all processes at once, without a goodbye to their clients. */
export async function killIsolated(process: IsolatedProcess): Promise<void> {
  await signalIsolated(process, 'SIGKILL');
  const gone = await waitUntil(async () => (await membersOf(process.mountNamespace)).length === 0, 5000);
  if (!gone)
    throw new Error(`Processes of ${process.mountNamespace} do not end: ${await membersOf(process.mountNamespace)}`);
}

export async function signalIsolated({ mountNamespace }: IsolatedProcess, signal: NodeJS.Signals): Promise<void> {
  for (const pid of await membersOf(mountNamespace)) sendSignal(pid, signal);
}

export async function isAlive({ mountNamespace }: IsolatedProcess): Promise<boolean> {
  return (await membersOf(mountNamespace)).length > 0;
}

/** Isolated processes whose command line names a file below `folder`, whoever started them. */
export async function findIsolated(folder: string): Promise<readonly IsolatedProcess[]> {
  const here = await mountNamespaceOf('self');
  const found = await Promise.all(
    (await processIds()).map(async (pid) => {
      const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      const mountNamespace = await mountNamespaceOf(pid);
      const matches = commandLine.includes(`${folder}/`) && mountNamespace !== here;
      return matches && mountNamespace ? [{ pid: Number(pid), mountNamespace }] : [];
    }),
  );
  return found.flat();
}

/** Whether `condition` became true within `limitMs`. */
export async function waitUntil(condition: () => Promise<boolean>, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    if (await condition()) return true;
    await sleep(50);
  }
  return condition();
}

async function ownNamespaceOf(pid: number, logFile: string): Promise<string> {
  const here = await mountNamespaceOf('self');
  let found: string | undefined;
  await waitUntil(async () => {
    found = await mountNamespaceOf(String(pid));
    return found !== here;
  }, 5000);
  if (found === undefined || found === here) throw new Error(`The program did not start; see ${logFile}`);
  return found;
}

async function membersOf(mountNamespace: string): Promise<number[]> {
  const entries = await processIds();
  const namespaces = await Promise.all(entries.map(mountNamespaceOf));
  return entries.filter((_, index) => namespaces[index] === mountNamespace).map(Number);
}

async function processIds(): Promise<string[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
}

/** Undefined for a process that has gone. */
async function mountNamespaceOf(pid: string): Promise<string | undefined> {
  return readlink(`/proc/${pid}/ns/mnt`).catch(() => undefined);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem;
  }
}

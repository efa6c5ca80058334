import { readdirSync, readlinkSync } from 'node:fs';
import { readState } from './run/lab-state';

/**
 * A switch that halts the domain controller before it returns, so that the very next request finds nobody. (The lab's own `pauseDc` comes back too late for
 * a search of half a second.) Undone by `resumeDc`.
 */
export async function haltingSwitch(): Promise<() => void> {
  const server = (await readState())?.servers.dc1;
  if (server === undefined) throw new Error('No domain controller runs');
  return () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
      if (namespaceOf(pid) === server.mountNamespace) process.kill(Number(pid), 'SIGSTOP');
    }
  };
}

function namespaceOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/mnt`);
  } catch {
    return undefined;
  }
}

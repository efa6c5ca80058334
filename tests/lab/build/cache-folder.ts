import os from 'node:os';
import path from 'node:path';

/** The only folder the lab writes to. */
export function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  return path.join(base, 'hello-preflight');
}

/** Where the one running lab lives; its path is short enough for Samba's sockets. */
export function runningFolder(): string {
  return path.join(cacheFolder(), 'lab-running');
}

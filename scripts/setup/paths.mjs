import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the repository. */
export const inProject = (...parts) => join(projectRoot, ...parts);

/** Things that are slow to make and survive `npm ci` (the fallback runtime, the compiled addon). */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'hello-preflight');

/** What set-up found out about this machine; it disappears with `node_modules`, which it describes. */
export const stateFolder = inProject('node_modules', '.hello-preflight');

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Folders and files of the app, unpackaged and packaged. */
export interface AppPaths {
  readonly page: string;
  readonly preload: string;
  readonly host: string;
  readonly reportWorker: string;
  readonly wholeFileWorker: string;
  readonly userData: string;
  readonly logs: string;
  /** Where new engagements go. */
  readonly storage: string;
  readonly demo: string;
}

/** `isolated`: the user-data folder was chosen at the start (tests, a portable copy); engagements then go there as well. */
export function appPaths(isolated: boolean): AppPaths {
  const built = join(app.getAppPath(), 'out', 'app');
  const userData = app.getPath('userData');
  return {
    page: join(built, 'renderer'),
    preload: join(built, 'preload', 'preload.cjs'),
    host: join(built, 'main', 'host.js'),
    reportWorker: join(built, 'main', 'report-worker.js'),
    wholeFileWorker: join(built, 'main', 'whole-file-worker.js'),
    userData,
    logs: join(userData, 'logs'),
    storage: isolated ? join(userData, 'engagements') : join(app.getPath('documents'), 'Hello Preflight'),
    demo: demoFolder(),
  };
}

/** Beside the packed app when it is shipped as an extra resource, else inside it. */
function demoFolder(): string {
  const beside = join(process.resourcesPath, 'demo');
  return existsSync(beside) ? beside : join(app.getAppPath(), 'assets', 'demo');
}

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, session } from 'electron';
import { runCli } from '../cli/cli';
import { processIo } from '../cli/process-io';
import { spawnUtilityHost } from '../host/spawn-utility-host';
import { createHostSupervisor } from '../host/supervisor';
import { serveApp } from '../security/app-protocol';
import { guardNetwork } from '../security/network-guard';
import { guardPermissions } from '../security/permission-guard';
import { thisCollector } from './collector';
import { log } from './log';
import type { AppPaths } from './paths';

/** Runs one command without a window and ends the app with its exit code; the app must be ready (PDF needs it). */
export async function startCommand(argv: readonly string[], paths: AppPaths): Promise<void> {
  guardPermissions(session.defaultSession);
  guardNetwork(session.defaultSession, { devTools: false });
  serveApp(paths.page);
  app.on('window-all-closed', () => undefined); // closing a print window must not end the command
  const controller = new AbortController();
  // A reader that went away (`… | head`) has seen enough; the command still finishes what it was asked to do.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  const code = await runCli(argv, {
    io: processIo(join(paths.userData, 'settings.json')),
    startHost: () =>
      createHostSupervisor({
        spawn: spawnUtilityHost(paths.host),
        log: (level, message) => log('host')[level](message),
      }),
    collector: thisCollector(process.env),
    signal: controller.signal,
    logError: (error) => {
      const id = randomUUID().slice(0, 8);
      log('cli').error(id, error);
      return id;
    },
  });
  await Promise.all([written(process.stdout), written(process.stderr)]);
  app.exit(code);
}

/** Pipes are written later on Windows; the app must not end before. */
const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve());
  });

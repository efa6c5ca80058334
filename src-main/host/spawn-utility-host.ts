import { utilityProcess } from 'electron';
import { hostEnvironment } from './host-environment';
import type { SpawnHost } from './host-process';

/** Starts the host as Electron's utility process. */
export const spawnUtilityHost =
  (entry: string): SpawnHost =>
  () => {
    const child = utilityProcess.fork(entry, [], {
      env: hostEnvironment(process.env),
      execArgv: [],
      serviceName: 'Hello Preflight assessment host',
      stdio: 'pipe',
    });
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onOutput: (listener) => {
        for (const stream of [child.stdout, child.stderr])
          stream?.on('data', (chunk: Buffer) => listener(chunk.toString('utf8')));
      },
      onExit: (listener) => void child.on('exit', listener),
      kill: () => void child.kill(),
    };
  };

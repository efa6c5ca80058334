import { fork } from 'node:child_process';
import { hostEnvironment } from './host-environment';
import type { SpawnHost } from './host-process';

/** Starts the host as a plain Node process: for tests and the benchmark, which have no Electron around them. */
export const spawnNodeHost =
  (entry: string): SpawnHost =>
  () => {
    const child = fork(entry, [], {
      env: hostEnvironment(process.env),
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    return {
      post: (message) => {
        if (child.connected) child.send(message);
      },
      onMessage: (listener) => void child.on('message', listener),
      onOutput: (listener) => {
        for (const stream of [child.stdout, child.stderr])
          stream?.on('data', (chunk: Buffer) => listener(chunk.toString('utf8')));
      },
      onExit: (listener) => void child.on('exit', listener),
      kill: () => void child.kill('SIGKILL'),
    };
  };

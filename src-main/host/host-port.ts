import type { FromHost } from '../../src-shared/host/messages';

/** The host's end of the line to the main process. */
export interface HostPort {
  readonly post: (message: FromHost) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

/** Electron's utility process has a port; a forked Node process (tests, benchmark) has its IPC channel. Ends the process when neither is there. */
export function hostPort(): HostPort {
  const { parentPort } = process;
  if (parentPort !== undefined && parentPort !== null) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)),
    };
  }
  const send = process.send?.bind(process);
  if (send === undefined) {
    process.stderr.write('The assessment host is started by the app, not by hand.\n');
    process.exit(2);
  }
  process.on('disconnect', () => process.exit(0)); // nobody is left to work for
  return {
    post: (message) => void send(message),
    onMessage: (listener) => void process.on('message', listener),
  };
}

import { spawn } from 'node:child_process';
import { hasDisplay } from './runtime.mjs';

/**
 * Makes sure that windows can be opened: gives the environment to add for a command, and `close`. Without a display
 * (Linux server, CI) it starts a virtual one on a free number.
 */
export async function openDisplay() {
  if (hasDisplay()) return { env: {}, close() {} };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await firstLine(server);
  return { env: { DISPLAY: `:${number}` }, close: () => server.kill() };
}

function firstLine(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    server.on('error', (error) => reject(new Error(`No display, and Xvfb does not start: ${error.message}`)));
    server.on('exit', (code) => reject(new Error(`No display, and Xvfb ended with code ${code}.`)));
  });
}

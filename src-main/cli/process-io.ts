import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { openSettings, profilesOf } from '../features/settings-file';
import type { ConsoleIo } from './console-io';

/** Console of this process and the settings of this user. On a terminal the passphrase is asked for and not shown while it is typed. */
export function processIo(settingsPath: string): ConsoleIo {
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    readLine: readFirstLine,
    savedProfiles: () => profilesOf(openSettings(settingsPath).read()),
    environment: process.env,
  };
}

async function readFirstLine(): Promise<string | undefined> {
  const terminal = process.stdin.isTTY;
  if (terminal) process.stderr.write('Passphrase of the engagement: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal });
  try {
    for await (const line of lines) return line;
    return undefined;
  } finally {
    lines.close();
    if (terminal) process.stderr.write('\n');
  }
}

import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalMachine } from '../../../../src-main/probes/local/local-machine';

/** What a tool of Windows answers: a file to print and the exit code, by the first of its patterns that its arguments match. */
export interface ToolScript {
  readonly when?: string;
  readonly output?: string | Buffer;
  readonly code?: number;
  /** Shell commands in place of an answer. */
  readonly run?: string;
}

/** A folder with programs of the names Windows' tools have, which print what those printed elsewhere; they take no part in the product's code. */
export function fakeWindows(
  tools: Readonly<Record<string, readonly ToolScript[]>>,
  certificates: Readonly<Record<string, Buffer>> = {},
): LocalMachine {
  const root = mkdtempSync(path.join(tmpdir(), 'fake-windows-'));
  const folder = path.join(root, 'System32');
  mkdirSync(folder);
  for (const [tool, scripts] of Object.entries(tools)) {
    const cases = scripts.map(({ when = '*', output = '', code = 0, run }, index) => {
      const answer = path.join(root, `${tool}.${index}`);
      writeFileSync(answer, output);
      // Backslashes and spaces mean something to the shell; any character stands for them.
      return `case "$*" in ${when.replace(/[\\\s]/gu, '?')}) ${run ?? `cat '${answer}'; exit ${code}`} ;; esac`;
    });
    const script = path.join(folder, tool);
    writeFileSync(script, `#!/bin/sh\n${cases.join('\n')}\nexit 1\n`);
    chmodSync(script, 0o755);
  }
  const settings = path.join(root, 'Roaming');
  const store = path.join(settings, 'Microsoft', 'SystemCertificates', 'My', 'Certificates');
  mkdirSync(store, { recursive: true });
  for (const [name, bytes] of Object.entries(certificates)) writeFileSync(path.join(store, name), bytes);
  return { platform: 'win32', tools: folder, settings, name: 'pc0417', user: 'CONTOSO\\imke.brandt' };
}

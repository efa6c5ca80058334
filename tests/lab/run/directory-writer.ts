import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { DirectoryChange } from '../build/content/directory-change.ts';
import { applyScript, python } from '../build/domain/provision.ts';
import { smbConfFile } from '../build/domain/smb-conf.ts';
import { commandEnvironment } from '../build/run-command.ts';

/** Writes to a directory again and again, as system, without the time it takes to open it. */
export interface DirectoryWriter {
  /**
   * One transaction, without deletions but those of an earlier answer.
   * @returns the changes that take it back.
   * @throws Error that names the object when the directory refuses a change; nothing is changed then.
   */
  write(changes: readonly DirectoryChange[]): Promise<readonly DirectoryChange[]>;
  /** To be called before the lab is reset. */
  close(): Promise<void>;
}

type Answer = readonly DirectoryChange[] | { readonly problem: string };

export function openDirectoryWriter(dcFolder: string): DirectoryWriter {
  const child = spawn(python, [applyScript, smbConfFile(dcFolder), '--serve'], {
    env: commandEnvironment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve()).once('error', () => resolve());
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    write: async (changes) => {
      if (changes.length === 0) return [];
      child.stdin.write(`${JSON.stringify(changes)}\n`);
      const line = await lines.next();
      if (line.done === true) throw new Error('The program that writes to the directory ended.');
      const answer = JSON.parse(line.value) as Answer;
      if ('problem' in answer) throw new Error(answer.problem);
      return answer;
    },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runningFolder } from '../build/cache-folder.ts';
import type { DcCertificateKind } from '../build/pki/dc-certificates.ts';
import type { LabDescription } from '../lab-description.ts';
import type { IsolatedProcess } from './isolated-process.ts';

/** Folders of domain controllers (`build/domain/controllers.ts`), and the web server. */
export type ControllerName = 'dc1' | 'dc2' | 'fabrikam';
export type ServerName = ControllerName | 'web' | 'ocsp';

/** What is known about the running lab, kept in a file so that every process can steer it. */
export interface LabState {
  /** Namespace numbers mean nothing after a restart of the machine. */
  readonly bootId: string;
  /** Process that stops the lab when it ends; absent = it runs until it is stopped by hand. */
  readonly ownerPid?: number;
  /** Folder it was copied from. */
  readonly gold: string;
  readonly dcCertificate: DcCertificateKind;
  /** Servers that were started and not stopped. */
  readonly servers: Readonly<Partial<Record<ServerName, IsolatedProcess>>>;
  readonly description: LabDescription;
}

const stateFile = (folder = runningFolder()) => path.join(folder, 'state.json');

/** Undefined when no lab was started since the machine came up. */
export async function readState(): Promise<LabState | undefined> {
  try {
    const state = JSON.parse(await readFile(stateFile(), 'utf8')) as LabState;
    return state.bootId === (await bootId()) ? state : undefined;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw problem;
  }
}

export async function writeState(state: LabState, folder = runningFolder()): Promise<void> {
  const draft = `${stateFile(folder)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(state, undefined, 2));
  await rename(draft, stateFile(folder));
}

export async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
}

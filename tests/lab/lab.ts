import { mkdir, rename, rm } from 'node:fs/promises';
import { runningFolder } from './build/cache-folder.ts';
import type { DirectoryChange } from './build/content/directory-change.ts';
import { ensureGold, goldFolder, type Say } from './build/gold.ts';
import type { DcCertificateKind } from './build/pki/build-pki.ts';
import type { AdfsMode, RevocationListMode } from './build/web/web-folder.ts';
import { describeLab, type LabDescription } from './lab-description.ts';
import { isAlive, waitUntil } from './run/isolated-process.ts';
import { bootId, readState, writeState } from './run/lab-state.ts';
import { assertPortsFree } from './run/ports.ts';
import * as steer from './run/steer.ts';

export type { AdfsMode, DcCertificateKind, DirectoryChange, LabDescription, RevocationListMode };

export interface LabOptions {
  /** `good` when absent. */
  readonly dcCertificate?: DcCertificateKind;
  /** `ok` when absent. */
  readonly adfs?: AdfsMode;
  /** The lab goes on after this process has ended. */
  readonly detached?: boolean;
  /** How long to wait for another process to end its lab; 0 when absent. */
  readonly waitMs?: number;
  /** Told what is being built; silent when absent. */
  readonly say?: Say;
}

/** A running lab. Every call may come from any process; none may run beside another. */
export interface Lab extends LabDescription {
  /** Shows another certificate on LDAPS; restarts the domain controller (under a second). */
  switchDcCertificate(kind: DcCertificateKind): Promise<void>;
  stopDc(): Promise<void>;
  /** Ends the domain controller without a goodbye: open connections are reset. */
  killDc(): Promise<void>;
  /** Makes the domain controller take connections and never answer, until `resumeDc`. */
  pauseDc(): Promise<void>;
  resumeDc(): Promise<void>;
  /** Starts the domain controller if it was stopped or killed. */
  startDc(): Promise<void>;
  /** Writes to the directory as system, past all access control; `reset` undoes it. */
  changeDirectory(changes: readonly DirectoryChange[]): Promise<void>;
  setAdfs(mode: AdfsMode): Promise<void>;
  setRevocationList(mode: RevocationListMode): Promise<void>;
  /** Back to the state after the start, with a fresh copy of directory, SYSVOL and documents (about a second). */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the lab from its ready-made copy, which is built first if need be.
 * @throws Error when a lab runs already or one of its ports is taken.
 */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  if (process.getuid?.() !== 0)
    throw new Error('The lab needs root: it uses the standard ports and a mount namespace.');
  const description = await claim(options.dcCertificate ?? 'good', options.waitMs ?? 0);
  try {
    await ensureGold(options.say ?? (() => undefined));
    await steer.endOrphans();
    await assertPortsFree();
    await steer.copyGold();
    await steer.startServers(options.adfs ?? 'ok');
    if (options.detached) await steer.disown();
  } catch (problem) {
    await steer.stop();
    throw problem;
  }
  return attachLab(description);
}

/**
 * Takes the place of the running lab, which only one process can have: waits while another is at work, and clears away what a dead
 * one left.
 */
async function claim(dcCertificate: DcCertificateKind, waitMs: number): Promise<LabDescription> {
  const folder = runningFolder();
  const draft = `${folder}.claim-${process.pid}`;
  const description = describeLab(folder);
  const gold = await goldFolder();
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await writeState({ bootId: await bootId(), ownerPid: process.pid, gold, dcCertificate, description }, draft);
  try {
    const shortest = 2000;
    const claimed = await waitUntil(() => takePlace(draft, folder), Math.max(waitMs, shortest));
    if (!claimed) throw new Error(`A lab of process ${(await readState())?.ownerPid} runs already.`);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return description;
}

/** Renaming onto a folder with files in it fails, so only one of several processes succeeds. */
async function takePlace(draft: string, folder: string): Promise<boolean> {
  try {
    await rename(draft, folder);
    return true;
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw problem;
  }
  if (await findLab('detached')) throw new Error('A lab runs already; stop it with: node tests/lab/lab-cli.ts stop');
  if (!isRunning((await readState())?.ownerPid)) await steer.stop();
  return false;
}

/** The lab that runs already; undefined if none does. `detached` leaves out one that ends with the process that started it. */
export async function findLab(which: 'any' | 'detached' = 'any'): Promise<Lab | undefined> {
  const state = await readState();
  if (!state || (which === 'detached' && state.ownerPid !== undefined)) return undefined;
  const servers = [state.domainController, state.webServer].filter((server) => server !== undefined);
  const alive = await Promise.all(servers.map(isAlive));
  return alive.includes(true) ? attachLab(state.description) : undefined;
}

/** The handle of a running lab, from its description; for processes other than the one that started it. */
export function attachLab(description: LabDescription): Lab {
  return {
    ...description,
    switchDcCertificate: steer.switchDcCertificate,
    stopDc: steer.stopDc,
    killDc: steer.killDc,
    pauseDc: () => steer.signalDc('SIGSTOP'),
    resumeDc: () => steer.signalDc('SIGCONT'),
    startDc: steer.startDc,
    changeDirectory: steer.changeDirectory,
    setAdfs: steer.setAdfs,
    setRevocationList: steer.setRevocationList,
    reset: steer.reset,
    stop: steer.stop,
  };
}

/**
 * Stops a lab that was started detached, or clears away what a dead process left; does nothing if there is none.
 * @throws Error when the lab belongs to a process that is still at work.
 */
export async function stopLab(): Promise<void> {
  const ownerPid = (await readState())?.ownerPid;
  if (isRunning(ownerPid)) throw new Error(`The lab belongs to process ${ownerPid}, which is still at work.`);
  await steer.stop();
}

function isRunning(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

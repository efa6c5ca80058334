import { mkdir, rename, rm } from 'node:fs/promises';
import { runningFolder } from './build/cache-folder.ts';
import type { DirectoryChange } from './build/content/directory-change.ts';
import { ensureGold, goldFolder, type Say } from './build/gold.ts';
import type { DcCertificateKind } from './build/pki/dc-certificates.ts';
import type { AdfsMode, EnrolmentMode, RevocationListMode } from './build/web/web-folder.ts';
import { describeLab, type LabDescription } from './lab-description.ts';
import type { DirectoryWriter } from './run/directory-writer.ts';
import { isAlive, waitUntil } from './run/isolated-process.ts';
import { bootId, type ControllerName, readState, writeState } from './run/lab-state.ts';
import type { OcspMode } from './run/ocsp-responder.ts';
import { assertPortsFree } from './run/ports.ts';
import * as steer from './run/steer.ts';

export type {
  AdfsMode,
  ControllerName,
  DcCertificateKind,
  DirectoryChange,
  DirectoryWriter,
  EnrolmentMode,
  LabDescription,
  OcspMode,
  RevocationListMode,
};

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
  /** Shows another certificate on LDAPS of `dc1`; restarts the domain controller (under a second). */
  switchDcCertificate(kind: DcCertificateKind): Promise<void>;
  /** This and the next four: `dc1` when no other is named. */
  stopDc(name?: ControllerName): Promise<void>;
  /** Ends the domain controller without a goodbye: open connections are reset. */
  killDc(name?: ControllerName): Promise<void>;
  /** Makes the domain controller take connections and never answer, until `resumeDc`. */
  pauseDc(name?: ControllerName): Promise<void>;
  resumeDc(name?: ControllerName): Promise<void>;
  /** Starts the domain controller if it was stopped or killed. */
  startDc(name?: ControllerName): Promise<void>;
  /** Starts the other forest (`fabrikam`) unless it runs; it goes on until the next `reset`. */
  startFabrikam(): Promise<void>;
  /** Writes to the directory as system, past all access control; `reset` undoes it. */
  changeDirectory(changes: readonly DirectoryChange[]): Promise<void>;
  /** For many changes one after the other, each of which can be taken back; close it before `reset`. */
  openDirectory(): DirectoryWriter;
  setAdfs(mode: AdfsMode): Promise<void>;
  setRevocationList(mode: RevocationListMode): Promise<void>;
  /** What the CA host offers over HTTP and HTTPS; `absent` at first. */
  setEnrolment(mode: EnrolmentMode): Promise<void>;
  setOcsp(mode: OcspMode): Promise<void>;
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
  const state = { bootId: await bootId(), ownerPid: process.pid, gold, dcCertificate, servers: {}, description };
  await writeState(state, draft);
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
  const alive = await Promise.all(Object.values(state.servers).map(isAlive));
  return alive.includes(true) ? attachLab(state.description) : undefined;
}

/** The handle of a running lab, from its description; for processes other than the one that started it. */
export function attachLab(description: LabDescription): Lab {
  return {
    ...description,
    switchDcCertificate: steer.switchDcCertificate,
    stopDc: steer.stopDc,
    killDc: steer.killDc,
    pauseDc: (name) => steer.signalDc('SIGSTOP', name),
    resumeDc: (name) => steer.signalDc('SIGCONT', name),
    startDc: steer.startDc,
    startFabrikam: steer.startFabrikam,
    changeDirectory: steer.changeDirectory,
    openDirectory: steer.openDirectory,
    setAdfs: steer.setAdfs,
    setRevocationList: steer.setRevocationList,
    setEnrolment: steer.setEnrolment,
    setOcsp: steer.setOcsp,
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

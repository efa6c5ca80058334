// What can be done to the running lab; every call finds it through its state file. `Lab` in ../lab.ts says what each one is for.
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { runningFolder } from '../build/cache-folder.ts';
import type { DirectoryChange } from '../build/content/directory-change.ts';
import { applyDirectory, installDcCertificate } from '../build/domain/provision.ts';
import type { DcCertificateKind } from '../build/pki/build-pki.ts';
import { runCommand } from '../build/run-command.ts';
import { writeHugeMetadata } from '../build/web/hostile-documents.ts';
import { type AdfsMode, metadataPath, type RevocationListMode, selectMode } from '../build/web/web-folder.ts';
import { domainControllerReady, launchDomainController } from './domain-controller.ts';
import { findIsolated, isAlive, killIsolated, signalIsolated, stopIsolated } from './isolated-process.ts';
import { type LabState, readState, writeState } from './lab-state.ts';
import { launchWebServer, webServerReady } from './web-server.ts';

const dcFolder = () => path.join(runningFolder(), 'dc1');
const pkiFolder = () => path.join(runningFolder(), 'pki');
const webFolder = () => path.join(runningFolder(), 'web');

export async function copyGold(): Promise<void> {
  const { gold } = await currentState();
  await rm(dcFolder(), { recursive: true, force: true });
  await rm(webFolder(), { recursive: true, force: true });
  // cp keeps the extended attributes in which SYSVOL's access control lists are stored; Node's own copy does not.
  await runCommand('cp', ['-a', ...['dc1', 'pki', 'web'].map((name) => path.join(gold, name)), runningFolder()]);
}

export async function startServers(adfs: AdfsMode): Promise<void> {
  const webServer = await launchWebServer(webFolder(), pkiFolder());
  await update({ webServer });
  await webServerReady(webServer, webFolder());
  await setAdfs(adfs);
  await startDc();
}

export async function startDc(): Promise<void> {
  const state = await currentState();
  if (state.domainController && (await isAlive(state.domainController))) return;
  await installDcCertificate(dcFolder(), pkiFolder(), state.dcCertificate);
  const domainController = await launchDomainController(dcFolder());
  await update({ domainController });
  await domainControllerReady(domainController, dcFolder());
}

export async function switchDcCertificate(kind: DcCertificateKind): Promise<void> {
  const { dcCertificate } = await currentState();
  if (dcCertificate === kind) return startDc();
  await stopDc();
  await update({ dcCertificate: kind });
  await startDc();
}

export async function stopDc(): Promise<void> {
  const { domainController } = await currentState();
  if (domainController) await stopIsolated(domainController);
}

export async function killDc(): Promise<void> {
  const { domainController } = await currentState();
  if (domainController) await killIsolated(domainController);
}

export async function signalDc(signal: NodeJS.Signals): Promise<void> {
  const { domainController } = await currentState();
  if (!domainController) throw new Error('The domain controller does not run.');
  await signalIsolated(domainController, signal);
}

export async function setAdfs(mode: AdfsMode): Promise<void> {
  if (mode === 'huge-xml') await writeHugeMetadata(path.join(webFolder(), 'adfs-modes', mode, metadataPath));
  await selectMode(webFolder(), 'adfs', mode);
}

/** From now on the lab runs until it is stopped by hand. */
export async function disown(): Promise<void> {
  const { ownerPid: _, ...state } = await currentState();
  await writeState(state);
}

export async function reset(): Promise<void> {
  const state = await currentState();
  await endServers(state);
  await update({ dcCertificate: 'good' });
  await copyGold();
  await startServers('ok');
}

export async function stop(): Promise<void> {
  const state = await readState();
  if (state) await endServers(state);
  // In one step, so that a process waiting for the place never sees half a lab.
  const ended = `${runningFolder()}.ended-${process.pid}`;
  await rename(runningFolder(), ended).catch(ignoreMissing);
  await rm(ended, { recursive: true, force: true });
}

/** Ends servers of an earlier lab that no state file knows any more. */
export async function endOrphans(): Promise<void> {
  for (const orphan of await findIsolated(runningFolder())) await killIsolated(orphan);
}

async function endServers({ domainController, webServer }: LabState): Promise<void> {
  const servers = [domainController, webServer].filter((server) => server !== undefined);
  await Promise.all(servers.map((server) => stopIsolated(server)));
}

async function currentState(): Promise<LabState> {
  const state = await readState();
  if (!state) throw new Error('The lab does not run.');
  return state;
}

async function update(change: Partial<LabState>): Promise<void> {
  await writeState({ ...(await currentState()), ...change });
}

export function changeDirectory(changes: readonly DirectoryChange[]): Promise<void> {
  return applyDirectory(dcFolder(), [changes]);
}

export function setRevocationList(mode: RevocationListMode): Promise<void> {
  return selectMode(webFolder(), 'pki', mode);
}

function ignoreMissing(problem: NodeJS.ErrnoException): void {
  if (problem.code !== 'ENOENT') throw problem;
}

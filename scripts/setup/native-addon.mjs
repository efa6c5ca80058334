import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFile } from './hash.mjs';
import { cacheFolder, inProject } from './paths.mjs';
import { report } from './report.mjs';
import { runQuietly } from './run.mjs';

const sqlite = inProject('node_modules', 'better-sqlite3');
const platform = `${process.platform}-${process.arch}`;
/** Raise this when the build below changes, so that caches of older revisions are not used. */
const revision = 1;

/** The prebuilt addon's Node-API version; loading it into a runtime with an older one ends the process. */
const prebuiltNodeApi = 10;

/** True when `installAddon` would have to compile (needs a C++ compiler). */
export function mustCompileAddon(electron) {
  return electron.nodeApi < prebuiltNodeApi && !existsSync(cachedAddon());
}

/**
 * Puts the SQLite addon where its loader looks. The prebuilt one in the npm package serves current runtimes; for the
 * fallback runtime it is compiled once against no fixed Node-API version, which Node 20, 24 and Electron 33 all load.
 */
export function installAddon(electron) {
  if (electron.nodeApi >= prebuiltNodeApi) return;
  if (!existsSync(cachedAddon())) compile();
  const place = join(sqlite, 'prebuilds', `${platform}.node`);
  if (hashFile(place) === hashFile(cachedAddon())) return;
  const fresh = `${place}.${process.pid}`;
  copyFileSync(cachedAddon(), fresh);
  renameSync(fresh, place); // a running process keeps the file that it has mapped
}

function cachedAddon() {
  const { name, version } = JSON.parse(readFileSync(join(sqlite, 'package.json'), 'utf8'));
  return join(cacheFolder, `${name}-${version}-${revision}`, `${platform}.node`);
}

function compile() {
  report('compiling the SQLite addon for the fallback runtime (about 2 minutes, once)');
  const target = cachedAddon();
  const work = `${target}.${process.pid}`;
  try {
    copySources(work);
    const gyp = inProject('node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    const headers = inProject('node_modules', `node-${platform}`);
    runQuietly('node', [gyp, 'rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${headers}`], {
      cwd: work,
    });
    renameSync(join(work, 'build', 'Release', 'better_sqlite3.node'), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function copySources(work) {
  mkdirSync(work, { recursive: true });
  for (const part of ['binding.gyp', 'package.json', 'lib', 'deps', 'src']) {
    cpSync(join(sqlite, part), join(work, part), { recursive: true });
  }
  cpSync(inProject('node_modules', 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), {
    recursive: true,
  });
  const gypFile = join(work, 'binding.gyp');
  const fixed = "'NAPI_VERSION=10'";
  const gyp = readFileSync(gypFile, 'utf8');
  if (!gyp.includes(fixed))
    throw new Error('better-sqlite3 changed its binding.gyp: adapt scripts/setup/native-addon.mjs');
  const experimental = [
    'NAPI_EXPERIMENTAL',
    'NODE_API_EXPERIMENTAL_NO_WARNING',
    'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  ];
  writeFileSync(gypFile, gyp.replace(fixed, experimental.map((define) => `'${define}'`).join(', ')));
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileAddon, placeAddon } from './compile-addon.mjs';
import { cacheFolder, inProject } from './paths.mjs';
import { report } from './report.mjs';

const sqlite = inProject('node_modules', 'better-sqlite3');
const platform = `${process.platform}-${process.arch}`;
/** Raise this when the build below changes, so that caches of older revisions are not used. */
const revision = 1;

/** The prebuilt addon's Node-API version; loading it into a runtime with an older one ends the process. */
const prebuiltNodeApi = 10;

/** True when `installSqliteAddon` would have to compile (needs a C++ compiler). */
export function mustCompileSqliteAddon(electron) {
  return electron.nodeApi < prebuiltNodeApi && !existsSync(cachedAddon());
}

/**
 * Puts the SQLite addon where its loader looks. The prebuilt one in the npm package serves current runtimes; for the
 * fallback runtime it is compiled once against no fixed Node-API version, which Node 20, 24 and Electron 33 all load.
 */
export function installSqliteAddon(electron) {
  if (electron.nodeApi >= prebuiltNodeApi) return;
  if (!existsSync(cachedAddon())) compile();
  placeAddon(cachedAddon(), join(sqlite, 'prebuilds', `${platform}.node`));
}

function cachedAddon() {
  const { name, version } = JSON.parse(readFileSync(join(sqlite, 'package.json'), 'utf8'));
  return join(cacheFolder, `${name}-${version}-${revision}`, `${platform}.node`);
}

function compile() {
  report('compiling the SQLite addon for the fallback runtime (about 2 minutes, once)');
  compileAddon({
    folder: sqlite,
    parts: ['binding.gyp', 'package.json', 'lib', 'deps', 'src'],
    product: 'better_sqlite3.node',
    target: cachedAddon(),
    prepare: withoutFixedNodeApi,
  });
}

function withoutFixedNodeApi(folder) {
  const gypFile = join(folder, 'binding.gyp');
  const fixed = "'NAPI_VERSION=10'";
  const gyp = readFileSync(gypFile, 'utf8');
  if (!gyp.includes(fixed))
    throw new Error('better-sqlite3 changed its binding.gyp: adapt scripts/setup/sqlite-addon.mjs');
  const experimental = [
    'NAPI_EXPERIMENTAL',
    'NODE_API_EXPERIMENTAL_NO_WARNING',
    'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  ];
  writeFileSync(gypFile, gyp.replace(fixed, experimental.map((define) => `'${define}'`).join(', ')));
}

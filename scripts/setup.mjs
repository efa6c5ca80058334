import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildApp } from './setup/app-build.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { installElectron } from './setup/electron-runtime.mjs';
import { installKerberosAddon } from './setup/kerberos-addon.mjs';
import { withSetupLock } from './setup/lock.mjs';
import { report } from './setup/report.mjs';
import { hasDisplay } from './setup/runtime.mjs';
import { installSqliteAddon, mustCompileSqliteAddon } from './setup/sqlite-addon.mjs';
import { installSystemPackages } from './setup/system-packages.mjs';

/**
 * Makes a fresh clone ready, step by step, and is quick when nothing is left to do. Only Node's own modules may be
 * imported before `installDependencies` has run.
 *
 * - `for: 'run'`: what starting the app needs; `'test'`: also what the suites need (lab servers, PDF tools).
 * - `build`: build the app when its sources changed, always, or never.
 */
export async function setup({ for: level = 'run', build = 'changed' } = {}) {
  await withSetupLock(async () => {
    installDependencies();
    const forTests = ['pdf', 'lab', 'compiler', 'kerberos'];
    installSystemPackages([...(hasDisplay() ? [] : ['window']), ...(level === 'test' ? forTests : [])]);
    const electron = await installElectron();
    if (mustCompileSqliteAddon(electron)) installSystemPackages(['compiler']);
    installSqliteAddon(electron);
    installKerberosAddon();
    if (build !== 'never') buildApp({ always: build === 'always' });
  });
}

async function main() {
  const { values } = parseArgs({
    options: { for: { type: 'string', default: 'run' }, build: { type: 'string', default: 'changed' } },
  });
  await setup(values);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch((error) => {
    report(error.message);
    process.exitCode = 1;
  });
}

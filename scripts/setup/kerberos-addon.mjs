import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileAddon, placeAddon } from './compile-addon.mjs';
import { cacheFolder, inProject, stateFolder } from './paths.mjs';
import { report } from './report.mjs';

const kerberos = inProject('node_modules', 'kerberos');
/** Remembers that this machine cannot build it, until `node_modules` is renewed: set-up runs before every command. */
const failureNote = join(stateFolder, 'kerberos-addon-failure.txt');

/**
 * Builds the Kerberos addon where there is a C++ compiler and, off Windows, the Kerberos headers; elsewhere the product offers the sign-in by password only.
 * One build serves Node 20, Node 24 and Electron (Node-API 9). The Kerberos libraries themselves are looked up when it is loaded.
 */
export function installKerberosAddon() {
  if (!existsSync(kerberos)) return; // npm leaves optional packages out where their `engines` do not fit
  const target = cachedAddon();
  if (!existsSync(target) && canBuild()) compile(target);
  if (existsSync(target)) placeAddon(target, join(kerberos, 'build', 'Release', 'kerberos.node'));
}

function cachedAddon() {
  const { version } = JSON.parse(readFileSync(join(kerberos, 'package.json'), 'utf8'));
  return join(cacheFolder, `kerberos-${version}`, `${process.platform}-${process.arch}.node`);
}

function canBuild() {
  if (existsSync(failureNote)) return false;
  if (process.platform === 'win32') return true; // only the attempt tells
  return ['krb5-config', 'c++', 'make'].every(
    (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0,
  );
}

function compile(target) {
  report('compiling the Kerberos addon (about 20 seconds, once)');
  mkdirSync(dirname(target), { recursive: true });
  try {
    compileAddon({
      folder: kerberos,
      parts: ['binding.gyp', 'package.json', 'lib', 'src'],
      product: 'kerberos.node',
      target,
    });
  } catch (error) {
    report('The Kerberos addon cannot be built here; signing in with a password works without it.');
    mkdirSync(stateFolder, { recursive: true });
    writeFileSync(failureNote, `${error.message}\n`);
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '../setup/paths.mjs';

const exact = /^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Dependencies must be pinned exactly and locked, and no install script may run unseen. Gives one line per problem. */
export function looseVersions() {
  const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const loose = Object.entries(all)
    .filter(([, version]) => !exact.test(version))
    .map(([name, version]) => `package.json: ${name} is not pinned to one version (${version})`);
  const unlocked = existsSync(inProject('package-lock.json')) ? [] : ['package-lock.json is missing'];
  const npmrc = readFileSync(inProject('.npmrc'), 'utf8');
  const scripts = /^ignore-scripts=true$/m.test(npmrc) ? [] : ['.npmrc: install scripts must stay switched off'];
  return [...loose, ...unlocked, ...scripts];
}

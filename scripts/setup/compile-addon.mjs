import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashFile } from './hash.mjs';
import { inProject } from './paths.mjs';
import { runQuietly } from './run.mjs';

const platform = `${process.platform}-${process.arch}`;

/**
 * Compiles the Node-API addon of an npm package (`folder`) to `target`, in a copy of the package, so that a build that breaks off leaves nothing behind.
 *
 * - `parts`: files and folders of the package that the build needs.
 * - `product`: name of the built file.
 * - `prepare`: changes the copy before it is built.
 */
export function compileAddon({ folder, parts, product, target, prepare = () => undefined }) {
  const work = `${target}.${process.pid}`;
  try {
    copySources(folder, parts, work);
    prepare(work);
    const gyp = inProject('node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    const options = ['rebuild', '--release', '--force_build=1', '--jobs=max', ...headers()];
    runQuietly('node', [gyp, ...options], { cwd: work });
    renameSync(join(work, 'build', 'Release', product), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Copies a built addon to where its package looks; a running process keeps the file that it has mapped. */
export function placeAddon(built, place) {
  if (hashFile(place) === hashFile(built)) return;
  mkdirSync(dirname(place), { recursive: true });
  const fresh = `${place}.${process.pid}`;
  copyFileSync(built, fresh);
  renameSync(fresh, place);
}

function copySources(folder, parts, work) {
  mkdirSync(work, { recursive: true });
  for (const part of parts) cpSync(join(folder, part), join(work, part), { recursive: true });
  cpSync(inProject('node_modules', 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), {
    recursive: true,
  });
}

/** The headers of the pinned Node, where its npm package holds them; elsewhere node-gyp fetches those of the running one. */
function headers() {
  const node = inProject('node_modules', `node-${platform}`);
  return existsSync(join(node, 'include')) ? [`--nodedir=${node}`] : [];
}

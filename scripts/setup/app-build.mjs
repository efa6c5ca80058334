import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hashTree } from './hash.mjs';
import { inProject } from './paths.mjs';
import { report } from './report.mjs';
import { runQuietly } from './run.mjs';

const inputs = [
  'src-shared',
  'src-main',
  'src-renderer',
  'assets/collectors',
  'assets/knowledge',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
].map((name) => inProject(name));
const stampFile = inProject('out', 'app', 'built-from.txt');

/** Builds main, preload and renderer into `out/app` when a source changed since the last build. */
export function buildApp({ always = false } = {}) {
  const hash = hashTree(inputs);
  if (!always && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  report('building the app (electron-vite build)');
  runQuietly('electron-vite', ['build', '--logLevel', 'warn']);
  writeFileSync(stampFile, hash);
}

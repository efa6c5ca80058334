import { existsSync, readFileSync } from 'node:fs';
import { inProject } from './paths.mjs';
import { report } from './report.mjs';
import { runQuietly } from './run.mjs';

/** Brings `node_modules` in line with `package-lock.json`. Install scripts never run (`.npmrc`). */
export function installDependencies() {
  if (!isInstalled()) install();
  requireCurrentNode();
}

function install() {
  report('installing the pinned npm packages (npm ci)');
  runQuietly('npm', ['ci', '--no-audit', '--no-fund'], { env: process.env });
}

/** Where npm has no Node package for this system, the machine's own Node must be new enough for the tools. */
function requireCurrentNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isCurrent = major > 22 || (major === 22 && minor >= 12);
  if (isCurrent || existsSync(inProject('node_modules', '.bin', 'node'))) return;
  if (existsSync(inProject('node_modules', '.bin', 'node.cmd'))) return;
  throw new Error(`Node ${process.versions.node} is too old for the build tools here: install Node 22.12 or newer.`);
}

/** npm writes its hidden lockfile last, so comparing it finds changed locks and interrupted installs alike. */
function isInstalled() {
  const hidden = inProject('node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = readPackages(inProject('package-lock.json'));
  const installed = readPackages(hidden);
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true;
    if (installed[path]) return installed[path].version === version;
    return optional === true || peer === true;
  });
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inProject } from './paths.mjs';
import { report } from './report.mjs';
import { runQuietly } from './run.mjs';

const packages = JSON.parse(readFileSync(inProject('scripts', 'setup', 'debian-packages.json'), 'utf8'));
const policyFile = '/usr/sbin/policy-rc.d';

/**
 * Debian and Ubuntu: installs the missing packages of the named groups when we may (root), and otherwise says how
 * to get them. Other systems are left alone: desktops have what a window needs.
 */
export function installSystemPackages(groups) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  const missing = groups.flatMap((group) => packages[group]).filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid() !== 0) {
    report(`system packages may be missing; if something fails: sudo apt-get install ${missing.join(' ')}`);
    return;
  }
  report(`installing Debian packages: ${missing.join(' ')}`);
  withoutStartingServices(() => aptInstall(missing));
  forgetInstalled();
}

let installed;

function isInstalled(name) {
  installed ??= readInstalled();
  return installed.has(name) || installed.has(`${name}t64`); // Ubuntu 24.04 and Debian 13 renamed libraries
}

function readInstalled() {
  const list = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}${Package}\n'], { encoding: 'utf8' });
  const lines = list.stdout.split('\n').filter((line) => line.startsWith('ii'));
  return new Set(lines.map((line) => line.slice(2).trim()));
}

function forgetInstalled() {
  installed = undefined;
}

function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const lists = '/var/lib/apt/lists';
  const hasLists = existsSync(lists) && readdirSync(lists).some((name) => name.includes('Packages'));
  if (!hasLists) runQuietly('apt-get', ['update', ...quiet], { env });
  const install = () =>
    runQuietly('apt-get', ['install', '-y', ...quiet, '--no-install-recommends', ...names], { env });
  try {
    install();
  } catch {
    runQuietly('apt-get', ['update', ...quiet], { env }); // the lists may be older than the archive
    install();
  }
}

/** The lab starts its own servers on its own addresses; packages must not start theirs. */
function withoutStartingServices(work) {
  if (existsSync(policyFile)) return work();
  writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return work();
  } finally {
    rmSync(policyFile, { force: true });
  }
}

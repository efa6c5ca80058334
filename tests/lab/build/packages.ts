import { chmod, rm, stat, writeFile } from 'node:fs/promises';
import { runCommand } from './run-command.ts';

/** `samba-ad-provision` and `samba-dsdb-modules` are only recommended by samba-ad-dc, and provisioning fails without them. */
const packages = [
  'samba-ad-dc',
  'samba-ad-provision',
  'samba-dsdb-modules',
  'samba-vfs-modules',
  'winbind',
  'python3-samba',
  'python3-markdown',
  'python3-setproctitle',
  'nginx-light',
  'openssl',
] as const;

const policyFile = '/usr/sbin/policy-rc.d';

/**
 * Installs the Debian packages the lab needs, if any is missing. While apt runs, a policy-rc.d (the machine's own, or one that is
 * removed again) keeps Debian from starting the services, which would take the ports the lab wants.
 */
export async function ensurePackages(say: (line: string) => void): Promise<void> {
  const missing = await missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0)
    throw new Error(`The lab needs these Debian packages, and only root can install them: ${missing.join(' ')}`);
  say(`installing Debian packages: ${missing.join(' ')}`);
  await withoutServiceStarts(async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-qq'], { env });
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env });
  });
}

async function missingPackages(): Promise<string[]> {
  const listing = await runCommand('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n']);
  const installed = new Set(listing.split('\n').map((line) => line.trim()));
  return packages.filter((name) => !installed.has(`${name} installed`));
}

async function withoutServiceStarts(work: () => Promise<void>): Promise<void> {
  const hasPolicy = await stat(policyFile).then(
    () => true,
    () => false,
  );
  if (hasPolicy) return work();
  await writeFile(policyFile, '#!/bin/sh\nexit 101\n');
  await chmod(policyFile, 0o755);
  try {
    await work();
  } finally {
    await rm(policyFile, { force: true });
  }
}

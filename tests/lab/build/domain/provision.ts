import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DirectoryBatches } from '../content/directory-change.ts';
import { runCommand } from '../run-command.ts';
import type { Controller } from './controllers.ts';
import { dcFolders, smbConf, smbConfFile, sysvolRootFolder } from './smb-conf.ts';

/** Debian's own interpreter: another python3 may come first in PATH, and has no samba module. */
export const python = '/usr/bin/python3';
export const applyScript = path.join(import.meta.dirname, 'apply-directory.py');

/** Creates an empty forest in `dcFolder`, which must not hold one. */
export async function provisionDomain(dcFolder: string, controller: Controller): Promise<void> {
  const { name, address, domain, administrator } = controller;
  await writeSmbConf(dcFolder, sysvolRootFolder(dcFolder), controller);
  await runCommand(python, [
    path.join(import.meta.dirname, 'samba-tool-2019.py'),
    'domain',
    'provision',
    '-s',
    smbConfFile(dcFolder),
    `--realm=${domain.realm}`,
    `--domain=${domain.netBiosName}`,
    `--domain-sid=${domain.sid}`,
    '--server-role=dc',
    '--base-schema=2019',
    '--backend-store=tdb',
    `--adminpass=${administrator.password}`,
    `--host-name=${name}`,
    `--host-ip=${address}`,
  ]);
}

/** Writes smb.conf for the folder's present place; it names every folder in full. */
export async function writeSmbConf(dcFolder: string, sysvolRoot: string, controller: Controller): Promise<void> {
  for (const name of dcFolders) await mkdir(path.join(dcFolder, name), { recursive: true });
  await writeFile(smbConfFile(dcFolder), smbConf(dcFolder, sysvolRoot, controller));
}

/** Registers the service principal names that a running domain controller's update service would. */
export async function registerServiceNames(dcFolder: string): Promise<void> {
  await runCommand('samba_spnupdate', ['-s', smbConfFile(dcFolder)]);
}

/** Gives hand-made SYSVOL folders the access control lists Windows expects. */
export async function resetSysvolAccess(dcFolder: string): Promise<void> {
  await runCommand('samba-tool', ['ntacl', 'sysvolreset', '-s', smbConfFile(dcFolder)]);
}

/**
 * Makes `dcFolder` a second domain controller whose account and NTDS Settings the first one's database holds already: a copy of
 * that database that knows itself by another name, as replication would leave it.
 */
export async function cloneController(firstFolder: string, dcFolder: string, controller: Controller): Promise<void> {
  await runCommand('cp', ['-a', firstFolder, dcFolder]);
  await rm(sysvolRootFolder(dcFolder), { recursive: true, force: true });
  await writeSmbConf(dcFolder, sysvolRootFolder(dcFolder), controller);
  const script = path.join(import.meta.dirname, 'become-controller.py');
  await runCommand(python, [script, smbConfFile(dcFolder), controller.hostName]);
}

/** Applies the batches in order, as system, each in one transaction. Safe while the domain controller runs. */
export async function applyDirectory(dcFolder: string, batches: DirectoryBatches): Promise<void> {
  await runCommand(python, [applyScript, smbConfFile(dcFolder)], { input: JSON.stringify(batches) });
}

/** Puts the certificate of that name in `pki/dc` in place, which the domain controller shows after its next start. */
export async function installDcCertificate(dcFolder: string, pkiFolder: string, kind: string): Promise<void> {
  const tls = path.join(dcFolder, 'private', 'tls');
  await copyFile(path.join(pkiFolder, 'dc', `${kind}.key`), path.join(tls, 'dc.key'));
  await chmod(path.join(tls, 'dc.key'), 0o600);
  await copyFile(path.join(pkiFolder, 'dc', `${kind}.crt`), path.join(tls, 'dc.crt'));
  await copyFile(path.join(pkiFolder, 'lab-root.crt'), path.join(tls, 'ca.crt'));
}

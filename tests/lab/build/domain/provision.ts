import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { domain, domainController, users } from '../../facts.ts';
import type { DirectoryBatches } from '../content/directory-change.ts';
import type { DcCertificateKind } from '../pki/build-pki.ts';
import { runCommand } from '../run-command.ts';
import { dcFolders, smbConf, smbConfFile, sysvolRootFolder } from './smb-conf.ts';

/** Debian's own interpreter: another python3 may come first in PATH, and has no samba module. */
const python = '/usr/bin/python3';

/** Creates an empty forest in `dcFolder`, which must not hold one. */
export async function provisionDomain(dcFolder: string): Promise<void> {
  await writeSmbConf(dcFolder, sysvolRootFolder(dcFolder));
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
    `--adminpass=${users.administrator.password}`,
    `--host-name=${domainController.name}`,
    `--host-ip=${domainController.address}`,
  ]);
}

/** Writes smb.conf for the folder's present place; it names every folder in full. */
export async function writeSmbConf(dcFolder: string, sysvolRoot: string): Promise<void> {
  for (const name of dcFolders) await mkdir(path.join(dcFolder, name), { recursive: true });
  await writeFile(smbConfFile(dcFolder), smbConf(dcFolder, sysvolRoot));
}

/** Registers the service principal names that a running domain controller's update service would. */
export async function registerServiceNames(dcFolder: string): Promise<void> {
  await runCommand('samba_spnupdate', ['-s', smbConfFile(dcFolder)]);
}

/** Gives hand-made SYSVOL folders the access control lists Windows expects. */
export async function resetSysvolAccess(dcFolder: string): Promise<void> {
  await runCommand('samba-tool', ['ntacl', 'sysvolreset', '-s', smbConfFile(dcFolder)]);
}

/** Applies the batches in order, as system, each in one transaction. Safe while the domain controller runs. */
export async function applyDirectory(dcFolder: string, batches: DirectoryBatches): Promise<void> {
  const script = path.join(import.meta.dirname, 'apply-directory.py');
  await runCommand(python, [script, smbConfFile(dcFolder)], { input: JSON.stringify(batches) });
}

/** Puts the certificate in place that the domain controller shows after its next start. */
export async function installDcCertificate(
  dcFolder: string,
  pkiFolder: string,
  kind: DcCertificateKind,
): Promise<void> {
  const tls = path.join(dcFolder, 'private', 'tls');
  await copyFile(path.join(pkiFolder, 'dc', `${kind}.key`), path.join(tls, 'dc.key'));
  await chmod(path.join(tls, 'dc.key'), 0o600);
  await copyFile(path.join(pkiFolder, 'dc', `${kind}.crt`), path.join(tls, 'dc.crt'));
  await copyFile(path.join(pkiFolder, 'lab-root.crt'), path.join(tls, 'ca.crt'));
}

import path from 'node:path';
import type { Controller } from './controllers.ts';

/** Folders below the domain controller's own folder that must exist before Samba runs. */
export const dcFolders = [
  'etc',
  'private',
  'private/tls',
  'state',
  'cache',
  'lock',
  'pid',
  'ncalrpc',
  'ntp-signd',
  'binddns',
  'log',
] as const;

export function smbConfFile(dcFolder: string): string {
  return path.join(dcFolder, 'etc', 'smb.conf');
}

/** The folder of the SYSVOL share. */
export function sysvolRootFolder(dcFolder: string): string {
  return path.join(dcFolder, 'state', 'sysvol');
}

/** Folder that holds `Policies`, as `\\domain\SYSVOL\domain` does. */
export function sysvolFolder(dcFolder: string, domainName: string): string {
  return path.join(sysvolRootFolder(dcFolder), domainName);
}

const everyService = 'ldap, cldap, kdc, dns, rpc, s3fs, winbindd';
const directoryServices = 'ldap, cldap, kdc';

/**
 * Samba's settings for a domain controller that lives in one folder and listens on one loopback address.
 * `/8`, because Samba drops an interface whose address equals its network address. `winbindd socket directory` stays at
 * its default: smbd's library ignores the setting, so each domain controller gets its own `/run` instead. `sysvolRoot` is where
 * the file service finds SYSVOL: for a run it must be a place that ordinary users can reach, which a home folder is not.
 */
export function smbConf(dcFolder: string, sysvolRoot: string, { name, address, domain, isFirst }: Controller): string {
  return `[global]
	netbios name = ${name.toUpperCase()}
	realm = ${domain.realm}
	workgroup = ${domain.netBiosName}
	server role = active directory domain controller
	server services = ${isFirst ? everyService : directoryServices}
	disable netbios = yes
	interfaces = ${address}/8
	bind interfaces only = yes
	private dir = ${dcFolder}/private
	state directory = ${dcFolder}/state
	cache directory = ${dcFolder}/cache
	lock directory = ${dcFolder}/lock
	pid directory = ${dcFolder}/pid
	ncalrpc dir = ${dcFolder}/ncalrpc
	ntp signd socket directory = ${dcFolder}/ntp-signd
	binddns dir = ${dcFolder}/binddns
	log file = ${dcFolder}/log/samba.log
	dns forwarder =
	allow dns updates = disabled
	ldap server require strong auth = allow_sasl_over_tls
	tls keyfile = tls/dc.key
	tls certfile = tls/dc.crt
	tls cafile = tls/ca.crt

[sysvol]
	path = ${sysvolRoot}
	read only = No

[netlogon]
	path = ${path.join(sysvolRoot, domain.dnsName, 'scripts')}
	read only = No
`;
}

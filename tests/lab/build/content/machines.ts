import { createHash } from 'node:crypto';
import { domain, domainController, enrolmentServiceAccount, units } from '../../facts.ts';
import { bytes, type DirectoryChange, fileTime, guidBytes } from './directory-change.ts';

export interface Machine {
  readonly name: string;
  readonly unit: string;
  readonly objectGuid: string;
  readonly operatingSystem: string;
  readonly operatingSystemVersion: string;
}

function machine(name: string, unit: string, operatingSystem: string, operatingSystemVersion: string): Machine {
  return { name, unit, objectGuid: stableGuid(name), operatingSystem, operatingSystemVersion };
}

function client(name: string, unit: string): Machine {
  return machine(name, unit, 'Windows 11 Enterprise', '10.0 (26100)');
}

function server(name: string): Machine {
  return machine(name, units.servers, 'Windows Server 2022 Standard', '10.0 (20348)');
}

/** The device that the catalogue's dsregcmd and Graph samples are about (appendix A.1, A.5): PC0417. */
export const deviceOfSamples = {
  id: '5820fbe9-60c8-43b0-bb11-44aee233e4e7',
  thumbprint: '3B0C2B7F5E1A94D0B8C6A1F2D3E4958677A0C1D2',
} as const;

export const pilotMachines: readonly Machine[] = Array.from({ length: 12 }, (_, index) => {
  const pilot = client(`PC04${11 + index}`, index < 10 ? units.pilotComputers : units.pilotAnnex);
  return pilot.name === 'PC0417' ? { ...pilot, objectGuid: deviceOfSamples.id } : pilot;
});

const otherMachines: readonly Machine[] = [
  ...['KIOSK01', 'KIOSK02', 'KIOSK03'].map((name) => client(name, units.kiosks)),
  ...['CA01', 'CA02', 'ADFS01', 'AADC01', enrolmentServiceAccount.serverName].map(server),
];

export function machineDn({ name, unit }: Machine): string {
  return `CN=${name},${unit}`;
}

export function machineObjects(now: Date): readonly DirectoryChange[] {
  return [...pilotMachines, ...otherMachines].map((one) => ({
    dn: machineDn(one),
    add: {
      objectClass: ['computer'],
      objectGUID: [bytes(guidBytes(one.objectGuid))],
      sAMAccountName: [`${one.name}$`],
      userAccountControl: [String(0x1000)],
      dNSHostName: [`${one.name.toLowerCase()}.${domain.dnsName}`],
      ...hostNames(one),
      operatingSystem: [one.operatingSystem],
      operatingSystemVersion: [one.operatingSystemVersion],
      lastLogonTimestamp: [fileTime(new Date(now.getTime() - 2 * 86_400_000))],
    },
  }));
}

/** Samba gives nobody but the computer a name that `HOST` stands for, and the NDES account needs `http/<this server>`. */
function hostNames({ name }: Machine): DirectoryChange['add'] {
  if (name === enrolmentServiceAccount.serverName) return {};
  return { servicePrincipalName: [`HOST/${name}`, `HOST/${name.toLowerCase()}.${domain.dnsName}`] };
}

/** Lets the domain controller pass for the Windows Server it stands for. */
export function domainControllerAsWindows(): DirectoryChange {
  return {
    dn: domainController.dn,
    replace: { operatingSystem: ['Windows Server 2022 Standard'], operatingSystemVersion: ['10.0 (20348)'] },
  };
}

/** The same GUID for the same name in every build, in the shape of a random (version 4) one. */
export function stableGuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

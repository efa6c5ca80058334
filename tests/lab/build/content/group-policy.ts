import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { domain, policies, units } from '../../facts.ts';
import type { DirectoryChange } from './directory-change.ts';
import { type PolicySetting, registryPol } from './registry-pol.ts';

const hello = 'SOFTWARE\\Policies\\Microsoft\\PassportForWork';
const autoEnrollment = 'SOFTWARE\\Policies\\Microsoft\\Cryptography\\AutoEnrollment';
const defaultDomainControllersPolicy = '6AC1786C-016F-11D2-945F-00C04FB984F9';

/** Registry extension and, for the machine half, the administrative templates tool. */
const registryExtension = '[{35378EAC-683F-11D2-A89A-00C04FBBCFA2}{D02B1F72-3407-48AE-BA88-E8213C6761F1}]';

interface Policy {
  readonly guid: string;
  readonly displayName: string;
  readonly machine: readonly PolicySetting[];
  readonly user: readonly PolicySetting[];
  readonly linkedTo: readonly string[];
}

const fullAutoEnrollment: readonly PolicySetting[] = [{ key: autoEnrollment, name: 'AEPolicy', value: 7 }];

const labPolicies: readonly Policy[] = [
  {
    guid: policies.certificateTrust,
    displayName: 'WHFB - Certificate trust',
    machine: [
      { key: hello, name: 'Enabled', value: 1 },
      { key: hello, name: 'UseCertificateForOnPremAuth', value: 1 },
      { key: hello, name: 'RequireSecurityDevice', value: 1 },
      { key: `${hello}\\ExcludeSecurityDevices`, name: 'TPM12', value: 1 },
    ],
    user: fullAutoEnrollment,
    linkedTo: [units.pilotComputers, units.staff],
  },
  {
    guid: policies.cloudTrust,
    displayName: 'WHFB - Cloud Kerberos trust (kiosks)',
    machine: [
      { key: hello, name: 'Enabled', value: 1 },
      { key: hello, name: 'UseCloudTrustForOnPremAuth', value: 1 },
      { key: hello, name: '**del.UseCertificateForOnPremAuth', value: ' ' },
    ],
    user: [],
    linkedTo: [units.kiosks],
  },
  {
    guid: policies.unlinked,
    displayName: 'WHFB - Größe der PIN (Entwurf)',
    machine: [
      { key: hello, name: 'Enabled', value: 0 },
      { key: `${hello}\\PINComplexity`, name: 'MinimumPINLength', value: 8 },
    ],
    user: [],
    linkedTo: [],
  },
  {
    guid: policies.domainControllerEnrolment,
    displayName: 'Domain controllers - Certificate autoenrolment',
    machine: fullAutoEnrollment,
    user: [],
    linkedTo: [`OU=Domain Controllers,${domain.baseDn}`],
  },
];

/** Group policy objects and their links; the Domain Controllers unit keeps its own policy. */
export function groupPolicyObjects(): readonly DirectoryChange[] {
  const containers = new Set(labPolicies.flatMap((policy) => policy.linkedTo));
  const links = [...containers].map((dn) => {
    const here = labPolicies.filter((policy) => policy.linkedTo.includes(dn)).map((policy) => policy.guid);
    const kept = dn.startsWith('OU=Domain Controllers,') ? [defaultDomainControllersPolicy] : [];
    return { dn, replace: { gPLink: [[...here, ...kept].map(link).join('')] } };
  });
  return [...labPolicies.flatMap(policyContainer), ...links];
}

/** Writes each policy's GPT.INI and Registry.pol below `sysvol`, the folder that holds `Policies`. */
export async function writePolicyFiles(sysvol: string): Promise<void> {
  for (const policy of labPolicies) {
    const folder = path.join(sysvol, 'Policies', braced(policy.guid));
    await writeHalf(path.join(folder, 'Machine'), policy.machine);
    await writeHalf(path.join(folder, 'User'), policy.user);
    await writeFile(path.join(folder, 'GPT.INI'), `[General]\r\nVersion=${version(policy)}\r\n`);
  }
}

async function writeHalf(folder: string, settings: readonly PolicySetting[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (settings.length > 0) await writeFile(path.join(folder, 'Registry.pol'), registryPol(settings));
}

function policyContainer(policy: Policy): readonly DirectoryChange[] {
  const dn = policyDn(policy.guid);
  const extensions = {
    ...(policy.machine.length > 0 && { gPCMachineExtensionNames: [registryExtension] }),
    ...(policy.user.length > 0 && { gPCUserExtensionNames: [registryExtension] }),
  };
  return [
    {
      dn,
      add: {
        objectClass: ['groupPolicyContainer'],
        displayName: [policy.displayName],
        gPCFileSysPath: [`\\\\${domain.dnsName}\\sysvol\\${domain.dnsName}\\Policies\\${braced(policy.guid)}`],
        gPCFunctionalityVersion: ['2'],
        flags: ['0'],
        versionNumber: [String(version(policy))],
        ...extensions,
      },
    },
    { dn: `CN=Machine,${dn}`, add: { objectClass: ['container'] } },
    { dn: `CN=User,${dn}`, add: { objectClass: ['container'] } },
  ];
}

/** User version in the high word, machine version in the low word. */
function version({ machine, user }: Policy): number {
  return user.length * 0x10000 + machine.length;
}

function policyDn(guid: string): string {
  return `CN=${braced(guid)},CN=Policies,CN=System,${domain.baseDn}`;
}

function link(guid: string): string {
  return `[LDAP://cn=${braced(guid)},cn=policies,cn=system,${domain.baseDn};0]`;
}

function braced(guid: string): string {
  return `{${guid.toUpperCase()}}`;
}

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { domain, policies, units } from '../../facts.ts';
import type { DirectoryAttributes, DirectoryChange } from './directory-change.ts';
import { type PolicySetting, registryPol } from './registry-pol.ts';

export const hello = 'SOFTWARE\\Policies\\Microsoft\\PassportForWork';
export const workplaceJoin = 'SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin';
export const autoEnrollment = 'SOFTWARE\\Policies\\Microsoft\\Cryptography\\AutoEnrollment';
const defaultDomainPolicy = '31b2f340-016d-11d2-945f-00c04fb984f9';
const defaultDomainControllersPolicy = '6AC1786C-016F-11D2-945F-00C04FB984F9';

/** Registry extension and, for the machine half, the administrative templates tool. */
const registryExtension = '[{35378EAC-683F-11D2-A89A-00C04FBBCFA2}{D02B1F72-3407-48AE-BA88-E8213C6761F1}]';

export interface Policy {
  readonly guid: string;
  readonly displayName: string;
  readonly machine: readonly PolicySetting[];
  readonly user: readonly PolicySetting[];
  readonly linkedTo: readonly string[];
}

const fullAutoEnrollment: readonly PolicySetting[] = [{ key: autoEnrollment, name: 'AEPolicy', value: 7 }];

export const labPolicies: readonly Policy[] = [
  {
    guid: policies.certificateTrust,
    displayName: 'WHFB - Certificate trust',
    machine: [
      { key: hello, name: 'Enabled', value: 1 },
      { key: hello, name: 'UseCertificateForOnPremAuth', value: 1 },
      { key: hello, name: 'RequireSecurityDevice', value: 1 },
      { key: `${hello}\\ExcludeSecurityDevices`, name: 'TPM12', value: 1 },
      { key: workplaceJoin, name: 'autoWorkplaceJoin', value: 1 },
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
    return { dn, replace: { gPLink: [[...here, ...kept].map((guid) => link(guid)).join('')] } };
  });
  return [...labPolicies.flatMap(policyContainer), ...links, defaultPolicyAsWindows()];
}

/** Samba lists an extension for the user half of the default policy that Windows leaves out, and writes no registry.pol; Windows has one for EFS. */
const defaultPolicy: Policy = {
  guid: defaultDomainPolicy,
  displayName: 'Default Domain Policy',
  machine: [{ key: 'Software\\Policies\\Microsoft\\SystemCertificates\\EFS', name: 'EfsConfiguration', value: 0 }],
  user: [],
  linkedTo: [],
};

function defaultPolicyAsWindows(): DirectoryChange {
  const versionNumber = [String(version(defaultPolicy))];
  return { dn: policyDn(defaultDomainPolicy), replace: { gPCUserExtensionNames: [], versionNumber } };
}

/** Writes each policy's files below `sysvol`, the folder that holds `Policies`. */
export async function writePolicyFiles(sysvol: string): Promise<void> {
  const file = (name: string) => path.join(sysvol, 'Policies', name);
  for (const policy of labPolicies) {
    for (const half of ['Machine', 'User']) await mkdir(file(`${braced(policy.guid)}/${half}`), { recursive: true });
  }
  // Samba's own folders are in capitals.
  const capitals = Object.entries(policyFiles(defaultPolicy)).map(
    ([name, content]) => [name.replace('/Machine/', '/MACHINE/').replace('/User/', '/USER/'), content] as const,
  );
  for (const [name, content] of [...labPolicies.flatMap((policy) => Object.entries(policyFiles(policy))), ...capitals])
    if (content !== undefined) await writeFile(file(name), content);
}

/** GPT.INI and the registry.pol of both halves, by their paths below `Policies`; undefined = there is none. */
export function policyFiles(policy: Policy): Readonly<Record<string, Buffer | string | undefined>> {
  const half = (settings: readonly PolicySetting[]) => (settings.length > 0 ? registryPol(settings) : undefined);
  const folder = braced(policy.guid);
  return {
    [`${folder}/GPT.INI`]: `[General]\r\nVersion=${version(policy)}\r\n`,
    [`${folder}/Machine/Registry.pol`]: half(policy.machine),
    [`${folder}/User/Registry.pol`]: half(policy.user),
  };
}

/** The object of a policy and those of its halves. */
export function policyContainer(policy: Policy): readonly DirectoryChange[] {
  const dn = policyDn(policy.guid);
  return [
    { dn, add: { objectClass: ['groupPolicyContainer'], ...policyAttributes(policy) } },
    { dn: `CN=Machine,${dn}`, add: { objectClass: ['container'] } },
    { dn: `CN=User,${dn}`, add: { objectClass: ['container'] } },
  ];
}

export function policyAttributes(policy: Policy): DirectoryAttributes {
  const folder = braced(policy.guid);
  return {
    displayName: [policy.displayName],
    gPCFileSysPath: [`\\\\${domain.dnsName}\\sysvol\\${domain.dnsName}\\Policies\\${folder}`],
    gPCFunctionalityVersion: ['2'],
    flags: ['0'],
    versionNumber: [String(version(policy))],
    ...(policy.machine.length > 0 && { gPCMachineExtensionNames: [registryExtension] }),
    ...(policy.user.length > 0 && { gPCUserExtensionNames: [registryExtension] }),
  };
}

/** User version in the high word, machine version in the low word. */
function version({ machine, user }: Policy): number {
  return user.length * 0x10000 + machine.length;
}

export function policyDn(guid: string): string {
  return `CN=${braced(guid)},CN=Policies,CN=System,${domain.baseDn}`;
}

/** One link of gPLink; options: 1 disabled, 2 enforced. */
export function link(guid: string, options = 0): string {
  return `[LDAP://cn=${braced(guid)},cn=policies,cn=system,${domain.baseDn};${options}]`;
}

export function braced(guid: string): string {
  return `{${guid.toUpperCase()}}`;
}

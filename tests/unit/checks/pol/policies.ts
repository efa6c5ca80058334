import { present } from '../../../../src-main/evidence/present';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { AccessControlEntry, SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import type {
  GroupPolicyLink,
  GroupPolicyObject,
  PolicyContainer,
  PolicyValue,
} from '../../../../src-shared/model/evidence/policy';
import { record } from '../check-cases';
import { domainSid, forest, forestDn, guid } from '../contoso';

const helloKey = 'Software\\Policies\\Microsoft\\PassportForWork';
const dword = 4;

export const workstations = `OU=Workstations,${forestDn}`;
export const pilotUnit = `OU=WHFB Pilot,${workstations}`;
export const staff = `OU=Staff,${forestDn}`;
export const unitId = pilotUnit.toLowerCase();

/** A setting of Windows Hello for Business. */
export const hello = (name: string, value: number): PolicyValue => ({
  key: helloKey,
  name,
  type: dword,
  value,
  deletes: false,
});
export const removed = (name: string): PolicyValue => ({ key: helloKey, name, type: 1, value: '', deletes: true });
export const loopback = (mode: number): PolicyValue => ({
  key: 'Software\\Policies\\Microsoft\\Windows\\System',
  name: 'UserPolicyMode',
  type: dword,
  value: mode,
  deletes: false,
});

const below =
  (key: string) =>
  (name: string, value: number): PolicyValue => ({ key, name, type: dword, value, deletes: false });
export const pin = below(`${helloKey}\\PINComplexity`);
export const biometrics = below('SOFTWARE\\Policies\\Microsoft\\Biometrics');
export const windowsSystem = below('Software\\Policies\\Microsoft\\Windows\\System');
export const workplaceJoin = below('SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin');
export const cloudDomainJoin = below('SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ');
export const tpm12 = (value: number): PolicyValue => below(`${helloKey}\\ExcludeSecurityDevices`)('TPM12', value);
export const autoEnrolment = (value: number): PolicyValue =>
  below('Software\\Policies\\Microsoft\\Cryptography\\AutoEnrollment')('AEPolicy', value);

export const registryExtension = '35378eac-683f-11d2-a89a-00c04fbbcfa2';
export const preferencesExtension = 'b087be9d-ed37-454f-af9c-04291e351182';

const authenticatedUsers = 'S-1-5-11';
const entry = (sid: string, mask: number, more: Partial<AccessControlEntry> = {}): AccessControlEntry => ({
  allows: true,
  sid,
  mask,
  inherited: false,
  inheritOnly: false,
  inheritable: true,
  ...more,
});
/** As the console grants them. */
export const reads = (sid: string): AccessControlEntry => entry(sid, 0x2_0094);
export const applies = (sid: string, allows = true): AccessControlEntry =>
  entry(sid, 0x100, { allows, objectType: 'edacfd8f-ffb3-11d1-b41d-00a0c968f939' });
export const descriptor = (...entries: readonly AccessControlEntry[]): SecurityDescriptor => ({
  owner: `${domainSid}-512`,
  hasDacl: true,
  isProtected: true,
  entries: [entry(`${domainSid}-512`, 0xf_00ff), ...entries],
});
/** What every new policy has: Authenticated Users read and apply it. */
export const forEverybody = descriptor(applies(authenticatedUsers), reads(authenticatedUsers));
/** Security filtering as the console sets it, with the right to read that MS16-072 asks for. */
export const filteredTo = (...sids: readonly string[]): SecurityDescriptor =>
  descriptor(...sids.flatMap((sid) => [applies(sid), reads(sid)]), reads(authenticatedUsers));

/** The sites of the forest with what they link; one site without links unless said otherwise. */
export const sites = (
  linksBySite: Readonly<Record<string, readonly GroupPolicyLink[]>> = { Berlin: [] },
): EvidenceRecord =>
  record('ad.sites', forest, {
    containerFound: true,
    sites: Object.entries(linksBySite).map(([name, links]) => ({
      distinguishedName: `CN=${name},CN=Sites,CN=Configuration,${forestDn}`,
      name,
      subnets: [],
      servers: [],
      // The attribute has the winner last.
      groupPolicyLink: [...links]
        .reverse()
        .map(
          ({ guid: id, disabled, enforced }) =>
            `[LDAP://cn={${id}},cn=policies,cn=system,${forestDn};${(disabled ? 1 : 0) + (enforced ? 2 : 0)}]`,
        )
        .join(''),
    })),
    subnetsWithoutSite: [],
    siteLinks: [],
  });

/** A policy with its settings; `number` makes its GUID. */
export interface TestPolicy {
  readonly number: number;
  readonly object: GroupPolicyObject;
  readonly machine: readonly PolicyValue[];
  readonly user: readonly PolicyValue[];
}

export function policy(
  number: number,
  displayName: string,
  {
    machine = [],
    user = [],
    ...object
  }: Omit<Partial<GroupPolicyObject>, 'securityDescriptor'> & {
    machine?: readonly PolicyValue[];
    user?: readonly PolicyValue[];
    /** Undefined = not returned. */
    securityDescriptor?: SecurityDescriptor | undefined;
  } = {},
): TestPolicy {
  const own = {
    distinguishedName: `CN={${guid(number)}},CN=Policies,CN=System,${forestDn}`,
    guid: guid(number),
    displayName,
    flags: 0,
    hasWmiFilter: false,
    versionNumber: 0x10001,
    securityDescriptor: forEverybody,
  };
  const { securityDescriptor, ...rest } = { ...own, ...object };
  return { number, object: { ...rest, ...present({ securityDescriptor }) }, machine, user };
}

/** What was read of the SYSVOL folder of a policy; its target is its identity. */
export const registry = ({ number, machine, user }: TestPolicy, domain: string = forest): EvidenceRecord =>
  record('policy.registry', policyTarget(number), {
    domain,
    guid: guid(number),
    ...(machine.length === 0 ? {} : { machine: { values: machine, count: machine.length } }),
    ...(user.length === 0 ? {} : { user: { values: user, count: user.length } }),
  });
export const policyTarget = (number: number): string => `${forest}/{${guid(number)}}`;

export const link = ({ number }: TestPolicy, more: Partial<GroupPolicyLink> = {}): GroupPolicyLink => ({
  guid: guid(number),
  disabled: false,
  enforced: false,
  ...more,
});
export const container = (
  distinguishedName: string,
  links: readonly GroupPolicyLink[],
  blocksInheritance = false,
): PolicyContainer => ({ distinguishedName, links, blocksInheritance });

/** Objects and links of the domain; its head is always there. */
export const directory = (policies: readonly TestPolicy[], containers: readonly PolicyContainer[]): EvidenceRecord =>
  record('ad.group-policy', forest, {
    objects: policies.map(({ object }) => object),
    containers: containers.some(({ distinguishedName }) => distinguishedName === forestDn)
      ? containers
      : [container(forestDn, []), ...containers],
  });

/** Policies that are all read, with their links; no site has any. */
export const domain = (
  policies: readonly TestPolicy[],
  containers: readonly PolicyContainer[],
): readonly EvidenceRecord[] => [directory(policies, containers), ...policies.map((one) => registry(one)), sites()];

/** Two computers in the pilot unit, unless placed elsewhere. */
export const computersIn = (unit: string = pilotUnit, ...names: readonly string[]): EvidenceRecord => {
  const all = names.length === 0 ? ['PC0417', 'PC0418'] : names;
  return record('ad.pilot-computers', forest, {
    total: all.length,
    populationFound: true,
    computers: all.map((name, index) => ({
      distinguishedName: `CN=${name},${unit}`,
      objectSid: `${domainSid}-${5000 + index}`,
      objectGuid: guid(500 + index),
      name,
      dnsHostName: `${name.toLowerCase()}.contoso.com`,
    })),
  });
};

export const usersIn = (...units: readonly string[]): EvidenceRecord =>
  record('ad.pilot-users', forest, {
    total: units.length,
    suffixes: [
      {
        suffix: forest,
        count: units.length,
        users: units.map((unit, index) => ({
          distinguishedName: `CN=User ${index},${unit}`,
          objectSid: `${domainSid}-${6000 + index}`,
          samAccountName: `user${index}`,
        })),
      },
    ],
    withoutUpn: { count: 0, users: [] },
    populationFound: true,
  });

import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
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
  }: Partial<GroupPolicyObject> & { machine?: readonly PolicyValue[]; user?: readonly PolicyValue[] } = {},
): TestPolicy {
  const own = {
    distinguishedName: `CN={${guid(number)}},CN=Policies,CN=System,${forestDn}`,
    guid: guid(number),
    displayName,
    flags: 0,
    hasWmiFilter: false,
    versionNumber: 0x10001,
  };
  return { number, object: { ...own, ...object }, machine, user };
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

/** Policies that are all read, with their links. */
export const domain = (
  policies: readonly TestPolicy[],
  containers: readonly PolicyContainer[],
): readonly EvidenceRecord[] => [directory(policies, containers), ...policies.map((one) => registry(one))];

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

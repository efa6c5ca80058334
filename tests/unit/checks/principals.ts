/** Principals of the invented organisation and the rights they have, for cases. One domain, `contoso.com`, unless a case says otherwise. */
import { accessMask } from '../../../src-main/knowledge/access-rights';
import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type {
  AccessControlEntry,
  DirectoryGroup,
  PrivilegedGroup,
  SecurityDescriptor,
  ServiceAccount,
} from '../../../src-shared/model/evidence/access';
import { record } from './check-cases';
import { domainSid, forest, forestDn } from './contoso';

export const sidOf = (rid: number): string => `${domainSid}-${rid}`;
export const rid = {
  domainAdmins: 512,
  domainUsers: 513,
  domainComputers: 515,
  schemaAdmins: 518,
  enterpriseAdmins: 519,
  keyAdmins: 526,
  enterpriseKeyAdmins: 527,
  adfs: 1501,
  connector: 1502,
  anna: 1503,
  helpdesk: 1504,
  unseen: 4711,
} as const;

export const group = (name: string, number: number, more: Partial<DirectoryGroup> = {}): DirectoryGroup => ({
  distinguishedName: `CN=${name},CN=Users,${forestDn}`,
  objectSid: sidOf(number),
  samAccountName: name,
  groupType: 0x8000_0002,
  adminCount: false,
  memberOf: [],
  ...more,
});

export const privilegedGroup = (
  name: string,
  number: number,
  members: readonly string[] = [],
  more: Partial<PrivilegedGroup> = {},
): PrivilegedGroup => ({ ...group(name, number, { adminCount: true }), members, memberCount: members.length, ...more });

export const serviceAccount = (
  samAccountName: string,
  number: number,
  more: Partial<ServiceAccount> = {},
): ServiceAccount => ({
  distinguishedName: `CN=${samAccountName.replace('$', '')},CN=Users,${forestDn}`,
  objectSid: sidOf(number),
  samAccountName,
  accountClass: 'user',
  enabled: true,
  servicePrincipalNames: [],
  allowedToDelegateTo: [],
  primaryGroupId: rid.domainUsers,
  memberOf: [],
  adminCount: false,
  ...more,
});

export const adfsAccount = serviceAccount('svc-adfs$', rid.adfs, {
  accountClass: 'group-managed',
  primaryGroupId: rid.domainComputers,
  servicePrincipalNames: ['host/fs.contoso.com', 'http/fs.contoso.com'],
});
export const connector = serviceAccount('MSOL_4f1c2d3e5a6b', rid.connector, {
  description: "… configured to synchronize to tenant 'contoso.onmicrosoft.com'.",
});
const anna = serviceAccount('anna.admin', rid.anna, {
  adminCount: true,
  memberOf: [`CN=Domain Admins,CN=Users,${forestDn}`],
});
const administrators: DirectoryGroup = {
  ...group('Administrators', 0, { adminCount: true }),
  objectSid: 'S-1-5-32-544',
  distinguishedName: `CN=Administrators,CN=Builtin,${forestDn}`,
};
const inAdministrators = { memberOf: [administrators.distinguishedName] };

export interface PrincipalChanges {
  readonly groups?: readonly DirectoryGroup[];
  readonly privilegedGroups?: readonly PrivilegedGroup[];
  readonly accounts?: readonly ServiceAccount[];
}

/** Groups, privileged groups and service accounts as a default domain has them, with changes: a group or account of the same SID takes the place of the default. */
export function principalRecords(changes: PrincipalChanges = {}): readonly EvidenceRecord[] {
  const privilegedGroups = merged(
    [
      privilegedGroup('Domain Admins', rid.domainAdmins, [], inAdministrators),
      privilegedGroup('Schema Admins', rid.schemaAdmins),
      privilegedGroup('Enterprise Admins', rid.enterpriseAdmins, [], inAdministrators),
      privilegedGroup('Key Admins', rid.keyAdmins),
      privilegedGroup('Enterprise Key Admins', rid.enterpriseKeyAdmins),
      { ...administrators, members: [], memberCount: 0 },
    ],
    changes.privilegedGroups,
  );
  const groups = merged(
    [
      group('Domain Users', rid.domainUsers),
      group('Domain Computers', rid.domainComputers),
      group('Helpdesk', rid.helpdesk),
      ...privilegedGroups.map(({ members: _, memberCount: __, ...plain }): DirectoryGroup => plain),
    ],
    changes.groups,
  );
  return [
    record('ad.groups', forest, { groups, wellKnownMembers: [], total: groups.length }),
    record('ad.privileged-groups', forest, { groups: privilegedGroups }),
    record('ad.service-accounts', forest, { accounts: merged([adfsAccount, anna, connector], changes.accounts) }),
    record('ad.domain', forest, { distinguishedName: forestDn, objectSid: domainSid }),
    record('ad.partitions', forest, {
      upnSuffixes: [],
      domains: [{ dnsRoot: forest, netBiosName: 'CONTOSO', namingContext: forestDn }],
    }),
  ];
}

const merged = <T extends { readonly objectSid: string }>(defaults: readonly T[], changes: readonly T[] = []): T[] => [
  ...defaults.filter(({ objectSid }) => !changes.some((change) => change.objectSid === objectSid)),
  ...changes,
];

const entry = (sid: string, mask: number, more: Partial<AccessControlEntry> = {}): AccessControlEntry => ({
  allows: true,
  sid,
  mask,
  inherited: false,
  inheritOnly: false,
  inheritable: false,
  ...more,
});
export const allow = entry;
export const deny: typeof entry = (sid, mask, more) => entry(sid, mask, { allows: false, ...more });

/** What every object of a domain lets its administrators do, and everybody read, with more entries in front. */
export const descriptor = (
  entries: readonly AccessControlEntry[] = [],
  more: Partial<SecurityDescriptor> = {},
): SecurityDescriptor => ({
  owner: sidOf(rid.domainAdmins),
  hasDacl: true,
  isProtected: false,
  entries: [
    ...entries,
    entry('S-1-5-18', accessMask.fullControl, { inheritable: true }),
    entry(sidOf(rid.domainAdmins), accessMask.fullControl, { inheritable: true }),
    entry('S-1-5-11', 0x2_0094),
  ],
  ...more,
});

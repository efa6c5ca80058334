/** Who may do what to objects of the directory (MS-DTYP 2.4, MS-ADTS 5.1.3), and the accounts and groups that decide it. */

/** One entry of a DACL, in the order of the descriptor. Entries of other types than allow and deny are left out. */
export interface AccessControlEntry {
  readonly allows: boolean;
  readonly sid: string;
  /** Access mask, unsigned. */
  readonly mask: number;
  /** Property, property set, extended right, validated write or child class the entry is about; lower case; absent = all. */
  readonly objectType?: string;
  /** Class of descendants the entry is inherited by; lower case; absent = every class. */
  readonly inheritedObjectType?: string;
  readonly inherited: boolean;
  /** Passed on to descendants, without effect on the object itself. */
  readonly inheritOnly: boolean;
  /** Passed on to child containers at all; every object of a directory counts as one. */
  readonly inheritable: boolean;
  /** A callback entry: it takes effect only when a condition on the account holds, which is not evaluated here. */
  readonly isConditional?: boolean;
}

export interface SecurityDescriptor {
  /** SID; absent = not returned. */
  readonly owner?: string;
  /** False = no DACL or an empty pointer: everybody has every right (MS-DTYP 2.5.3.3). */
  readonly hasDacl: boolean;
  /** Inheritance from above is switched off. */
  readonly isProtected: boolean;
  readonly entries: readonly AccessControlEntry[];
}

/** What an object whose rights are judged is. */
export type SecuredRole =
  | 'domain-head'
  | 'admin-sd-holder'
  | 'organizational-unit'
  | 'registered-devices'
  | 'device-registration'
  | 'adfs-key-container'
  | 'tier-zero-principal'
  | 'public-key-services'
  | 'enrollment-services'
  | 'certificate-templates'
  | 'certification-authorities'
  | 'authority-information'
  | 'crl-distribution-points'
  | 'object-identifiers'
  | 'nt-auth'
  | 'authority-computer';

export interface SecuredObject {
  readonly distinguishedName: string;
  readonly role: SecuredRole;
  readonly objectGuid?: string;
  readonly objectSid?: string;
  /** Absent = the account that read may not see it. */
  readonly securityDescriptor?: SecurityDescriptor;
}

/** A computer account that answers to the host name of a CA: who takes it over has the CA. */
export interface AuthorityComputer extends SecuredObject {
  /** Host names of CAs, lower case: its `dNSHostName`, or the name in a service principal name `HOST/…`. */
  readonly hosts: readonly string[];
}

export interface AuthorityComputers {
  /** Host names of the CAs whose accounts were looked for in the domain, lower case. */
  readonly hosts: readonly string[];
  readonly computers: readonly AuthorityComputer[];
}

export interface AccessControl {
  readonly objects: readonly SecuredObject[];
  /** Organisational units seen; more than there are among `objects` when only the first were kept. Absent where units are not asked for. */
  readonly unitCount?: number;
}

/** A group and the groups it is directly a member of, so that nesting can be followed upwards. */
export interface DirectoryGroup {
  readonly distinguishedName: string;
  readonly objectSid: string;
  readonly samAccountName: string;
  /** `groupType`, unsigned: 0x80000000 security, 2 global, 4 domain local, 8 universal. */
  readonly groupType?: number;
  readonly adminCount: boolean;
  /** DNs as the directory spells them. */
  readonly memberOf: readonly string[];
}

/** A principal such as Everyone that was put into groups of the domain. */
export interface WellKnownMember {
  readonly distinguishedName: string;
  readonly objectSid: string;
  readonly memberOf: readonly string[];
}

export interface DirectoryGroups {
  readonly groups: readonly DirectoryGroup[];
  /** Foreign security principals without a domain, such as Authenticated Users. */
  readonly wellKnownMembers?: readonly WellKnownMember[];
  /** Security groups of the domain in all; more than `groups` when only those that matter were kept. */
  readonly total: number;
}

/** A built-in or protected group with its direct members. */
export interface PrivilegedGroup extends DirectoryGroup {
  /** DNs of direct members (not those by primary group), at most 2,000. */
  readonly members: readonly string[];
  readonly memberCount: number;
}

export interface PrivilegedGroups {
  readonly groups: readonly PrivilegedGroup[];
}

export type ServiceAccountClass = 'user' | 'computer' | 'group-managed' | 'standalone-managed';

/** An account that runs AD FS, Entra Connect, cloud sync or NDES, or may do so: managed service accounts, users with service principal names, MSOL_ accounts. */
export interface ServiceAccount {
  readonly distinguishedName: string;
  readonly objectSid: string;
  readonly objectGuid?: string;
  readonly samAccountName: string;
  readonly accountClass: ServiceAccountClass;
  readonly enabled: boolean;
  readonly description?: string;
  readonly servicePrincipalNames: readonly string[];
  /** `userAccountControl`, unsigned. */
  readonly accountControl?: number;
  readonly allowedToDelegateTo: readonly string[];
  readonly primaryGroupId?: number;
  /** Direct groups, DNs. */
  readonly memberOf: readonly string[];
  readonly adminCount: boolean;
  readonly lastLogon?: string;
}

export interface ServiceAccounts {
  readonly accounts: readonly ServiceAccount[];
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface AccessKinds {
  /** domain DNS name */
  'ad.groups': DirectoryGroups;
  /** domain DNS name */
  'ad.privileged-groups': PrivilegedGroups;
  /** domain DNS name */
  'ad.service-accounts': ServiceAccounts;
  /** domain DNS name */
  'ad.access-control': AccessControl;
  /** forest root DNS name */
  'ad.pki-access-control': AccessControl;
  /** domain DNS name */
  'ad.authority-computers': AuthorityComputers;
}

export const accessKindTitles: Readonly<Record<keyof AccessKinds, string>> = {
  'ad.groups': 'Security groups and their nesting',
  'ad.privileged-groups': 'Members of privileged groups',
  'ad.service-accounts': 'Service accounts in AD',
  'ad.access-control': 'Rights on objects of a domain',
  'ad.pki-access-control': 'Rights on PKI objects in AD',
  'ad.authority-computers': 'Rights on the computer accounts of CAs',
};

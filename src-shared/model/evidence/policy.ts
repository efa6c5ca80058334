import type { SecurityDescriptor } from './access';

/** Group policy: objects and links from the directory, settings from registry.pol in SYSVOL (MS-GPOL, MS-GPREG). */

export interface GroupPolicyObject {
  readonly distinguishedName: string;
  /** Lower case, without braces. */
  readonly guid: string;
  readonly displayName: string;
  /** 1 = user half off, 2 = computer half off, 3 = both. */
  readonly flags: number;
  readonly versionNumber?: number;
  readonly fileSysPath?: string;
  /** The container shows the object, but the account that read may see nothing of it; every other field is then empty. */
  readonly isHidden?: boolean;
  readonly hasWmiFilter: boolean;
  /** Name and queries of the WMI filter; absent when there is none or it is not visible. */
  readonly wmiFilter?: { readonly name: string; readonly queries: readonly string[] };
  /** Absent = not visible to the account that read. */
  readonly securityDescriptor?: SecurityDescriptor;
  /** GUIDs (lower case) of client-side extensions in `gPCMachineExtensionNames` and `gPCUserExtensionNames`. */
  readonly machineExtensions?: readonly string[];
  readonly userExtensions?: readonly string[];
}

/** One link of `gPLink`, in order of precedence: the first of a container wins. */
export interface GroupPolicyLink {
  readonly guid: string;
  /** DNS name of the domain that holds the policy, lower case; absent = the link does not tell it. */
  readonly domain?: string;
  readonly disabled: boolean;
  readonly enforced: boolean;
}

/** A domain head or organisational unit that links policies or blocks inheritance. */
export interface PolicyContainer {
  readonly distinguishedName: string;
  readonly links: readonly GroupPolicyLink[];
  /** `gPOptions` bit 0. */
  readonly blocksInheritance: boolean;
}

export interface DirectoryGroupPolicy {
  readonly objects: readonly GroupPolicyObject[];
  readonly containers: readonly PolicyContainer[];
}

/** A value of registry.pol. Numbers for REG_DWORD/QWORD, text for REG_SZ/EXPAND_SZ, a list for REG_MULTI_SZ, base64 otherwise. */
export interface PolicyValue {
  /** As the file spells it, without a hive; compare case-insensitively. */
  readonly key: string;
  /** Without its marker; of a deletion `*` takes every value of the key, `**` the key with all keys below it. */
  readonly name: string;
  /** REG_* type number. */
  readonly type: number;
  /** Empty for deletions, and for certificates: the last name of their key is the thumbprint. */
  readonly value: string | number | readonly string[];
  /** True for `**del.`, `**delvals.`, `**DeleteValues` and `**DeleteKeys`: removes what other policies set. */
  readonly deletes: boolean;
  /** `**soft.`: counts only where nothing else has set the value. */
  readonly isSoft?: boolean;
}

export interface GroupPolicyRegistry {
  /** Lower case; empty when the path of the file did not tell it. */
  readonly domain: string;
  readonly guid: string;
  /** Only values below the keys the catalogue judges; `…Count` tells how many the file holds. Absent = no registry.pol in that half. */
  readonly machine?: { readonly values: readonly PolicyValue[]; readonly count: number };
  readonly user?: { readonly values: readonly PolicyValue[]; readonly count: number };
  /** `Version` of gpt.ini. */
  readonly version?: number;
}

/** A registry item of group policy preferences (`Preferences\\Registry\\Registry.xml`) below a key the catalogue judges. */
export interface PreferenceItem {
  readonly action: 'create' | 'replace' | 'update' | 'delete';
  readonly hive: string;
  readonly key: string;
  readonly name: string;
  /** `REG_SZ`, `REG_DWORD`, … */
  readonly type: string;
  /** Numbers in decimal. */
  readonly value: string;
  readonly disabled: boolean;
  /** Item-level targeting, which cannot be evaluated here. */
  readonly isTargeted: boolean;
}

export interface GroupPolicyPreferences {
  /** Lower case; empty when the path of the file did not tell it. */
  readonly domain: string;
  readonly guid: string;
  readonly machine: readonly PreferenceItem[];
  readonly user: readonly PreferenceItem[];
}

/** `PolicyDefinitions` in SYSVOL, as far as Hello for Business is concerned. */
export interface CentralStore {
  readonly domain: string;
  /** False = no central store: administrators see the templates of their own machine. */
  readonly exists: boolean;
  /** Names of the policies in Passport.admx; absent = no such file in the store. */
  readonly passportPolicies?: readonly string[];
  /** Names of the registry values these policies set. */
  readonly passportValues?: readonly string[];
  /** Languages (folder names) that have Passport.adml. */
  readonly languages: readonly string[];
}

/** Why a client did not apply a policy in its reach; `denied` is the security filter, `unreadable` that the client may not read or find it. */
export const resultantReasons = [
  'link-disabled',
  'half-disabled',
  'denied',
  'wmi-filter',
  'unreadable',
  'empty',
  'other',
] as const;
export type ResultantReason = (typeof resultantReasons)[number];

/** A policy in the reach of a client. */
export interface ResultantGroupPolicy {
  /** Lower case, without braces; absent = the local policy of the machine. */
  readonly guid?: string;
  /** Lower case. */
  readonly domain?: string;
  readonly displayName: string;
  /** 1 is applied first, the highest wins; absent = not applied, for the reason. */
  readonly order?: number;
  readonly reason?: ResultantReason;
}

export interface ResultantHalf {
  readonly policies: readonly ResultantGroupPolicy[];
  /** Winning registry values below the keys the catalogue judges, as far as the client shows them by key. */
  readonly values: readonly {
    readonly key: string;
    readonly name: string;
    readonly value: string | number;
    readonly guid?: string;
  }[];
  /** Settings the client shows by a name in its own language only, which is not read. */
  readonly namedSettings: number;
  /** Error of group policy itself or of its registry extension; absent = none. */
  readonly error?: number;
}

/** What one client made of group policy, as it logged it itself (`gpresult /x`). */
export interface ResultantPolicy {
  /** Lower case. */
  readonly host: string;
  /** `CONTOSO\\imke.brandt`; absent = only the computer half is in the file. */
  readonly account?: string;
  /** Absent = not in the file: gpresult gives the computer half to administrators only. */
  readonly machine?: ResultantHalf;
  readonly user?: ResultantHalf;
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface PolicyKinds {
  /** domain DNS name */
  'ad.group-policy': DirectoryGroupPolicy;
  /** `<domain>/{GPO GUID}` in lower case */
  'policy.registry': GroupPolicyRegistry;
  /** `<domain>/{GPO GUID}` in lower case */
  'policy.preferences': GroupPolicyPreferences;
  /** domain DNS name */
  'policy.central-store': CentralStore;
  /** `<host>`, or `<host> <account>` in lower case */
  'policy.resultant': ResultantPolicy;
}

export const policyKindTitles: Readonly<Record<keyof PolicyKinds, string>> = {
  'ad.group-policy': 'Group policy objects and links in AD',
  'policy.registry': 'Registry settings of a group policy object (SYSVOL)',
  'policy.preferences': 'Registry preferences of a group policy object (SYSVOL)',
  'policy.central-store': 'Central store of policy definitions (SYSVOL)',
  'policy.resultant': 'Group policy as a client applied it',
};

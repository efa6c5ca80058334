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
  readonly hasWmiFilter: boolean;
}

/** One link of `gPLink`, in order of precedence: the first of a container wins. */
export interface GroupPolicyLink {
  readonly guid: string;
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
  /** Without the marker of a deletion; `*` when a deletion takes every value of the key. */
  readonly name: string;
  /** REG_* type number. */
  readonly type: number;
  readonly value: string | number | readonly string[];
  /** True for `**del.`, `**delvals.`, `**DeleteValues` and `**DeleteKeys`: removes what other policies set. */
  readonly deletes: boolean;
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

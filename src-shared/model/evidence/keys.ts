/** Keys in `msDS-KeyCredentialLink` (MS-ADTS 2.2.20). Dates are ISO 8601 UTC, GUIDs lower case. */

export interface KeyCredential {
  /** Lower-case hex of the key id (SHA-256 of the key material). */
  readonly keyId?: string;
  /** 1 NGC (Hello), 7 FIDO, 8 file encryption; absent = entry missing. */
  readonly usage?: number;
  /** 0 AD, 1 Entra ID. */
  readonly source?: number;
  readonly deviceId?: string;
  readonly created?: string;
  readonly lastLogon?: string;
  /** Whether KeyHash matches the entries behind it; absent = no such entry. */
  readonly isHashValid?: boolean;
  /** Bits of an RSA key; absent for other material. */
  readonly rsaBits?: number;
  /** CVE-2017-15361 (ROCA): the modulus has the fingerprint of the weak generator. Absent = no RSA key to test. */
  readonly isRocaWeak?: boolean;
}

export interface KeyHolder {
  readonly distinguishedName: string;
  readonly objectSid?: string;
  readonly name: string;
  readonly adminCount: boolean;
  readonly keys: readonly KeyCredential[];
  /** Values that are no key credential. */
  readonly unreadable: number;
}

/** Key credentials of a population, reduced while streaming. */
export interface KeyCredentials {
  /** Accounts with at least one value. */
  readonly holderCount: number;
  /** Readable keys by usage number (`other` when it has none). */
  readonly countByUsage: Readonly<Record<string, number>>;
  readonly rocaWeakCount: number;
  readonly invalidHashCount: number;
  readonly unreadableCount: number;
  /** At most 20,000: privileged accounts and those with weak or damaged keys first, then in the order read. */
  readonly holders: readonly KeyHolder[];
}

/** An NDES server (catalogue SSO-010, SSO-012). */
export interface NdesServer {
  readonly host: string;
  readonly signatureTemplate?: string;
  readonly encryptionTemplate?: string;
  readonly generalPurposeTemplate?: string;
  readonly enforcePassword?: boolean;
  readonly maxFieldLength?: number;
  readonly maxRequestBytes?: number;
  /** `maxUrl` and `maxQueryString` of request filtering. */
  readonly maxUrl?: number;
  readonly maxQueryString?: number;
  readonly applicationPoolAccount?: string;
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface NdesKinds {
  /** host name */
  'ndes.server': NdesServer;
}

export const ndesKindTitles: Readonly<Record<keyof NdesKinds, string>> = {
  'ndes.server': 'NDES server',
};

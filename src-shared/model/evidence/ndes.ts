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

import type { CertificateFacts, TlsVerification } from './pki';

/** AD FS as seen over HTTPS without credentials (MS-OIDCE, WS-Federation metadata). */

/** One answer of `/adfs/.well-known/openid-configuration`; a load balancer may send each to another node. */
export interface OpenIdAnswer {
  readonly issuer: string;
  /** Absent = the document has no `capabilities` field. */
  readonly capabilities?: readonly string[];
  readonly scopesSupported: readonly string[];
  readonly sha256: string;
}

export interface AdfsOpenIdConfiguration {
  readonly host: string;
  /** At least five when live, one from a file. */
  readonly answers: readonly OpenIdAnswer[];
}

export interface FederationMetadata {
  readonly entityId: string;
  /** Host of the passive endpoint. */
  readonly host: string;
  readonly passiveEndpoints: readonly string[];
  readonly activeEndpoints: readonly string[];
  readonly mexEndpoints: readonly string[];
  /** Token-signing certificates of the SecurityTokenServiceType role, in document order. */
  readonly signingCertificates: readonly CertificateFacts[];
  readonly encryptionCertificates: readonly CertificateFacts[];
  readonly unreadableCertificates: number;
  /** True when the role descriptors are those of AD FS (fed:SecurityTokenServiceType and /adfs/ paths). */
  readonly isAdfs: boolean;
}

export interface EndpointAnswer {
  readonly name: 'metadata' | 'openid' | 'mex' | 'probe';
  readonly url: string;
  /** HTTP status; absent when no answer came. */
  readonly status?: number;
  readonly contentType?: string;
  /** True when the body is what the endpoint must give (XML metadata, JSON, WSDL, empty). */
  readonly expectedContent: boolean;
  /** Sentence; absent when all is well. */
  readonly problem?: string;
}

export interface AdfsEndpoints {
  readonly host: string;
  readonly answers: readonly EndpointAnswer[];
}

/** TLS session facts of one published name. */
export interface AdfsTls {
  readonly host: string;
  readonly port: number;
  readonly chain: readonly CertificateFacts[];
  readonly verification: TlsVerification;
}

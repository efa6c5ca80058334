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

/** The XML signature of a metadata document, verified with the signing certificates the document itself publishes. */
export interface MetadataSignature {
  /** `invalid`: the document is not as it was signed, or nobody it names signed it; `not-verifiable`: nothing is proven either way. */
  readonly state: 'valid' | 'invalid' | 'absent' | 'not-verifiable';
  /** Thumbprint of the signing certificate whose key made it, which is the one AD FS signs with at present; only when valid. */
  readonly signedBy?: string;
  /** For people, such as `RSA with SHA-256`; only when valid. */
  readonly algorithm?: string;
  /** Sentence; absent when valid. */
  readonly problem?: string;
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
  /** Absent in evidence of versions that did not look at it. */
  readonly signature?: MetadataSignature;
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

/** What a windowstransport address of WS-Trust answered to one GET without credentials. */
export interface WindowsTransportAnswer {
  readonly path: string;
  /** HTTP status; absent when no answer came. */
  readonly status?: number;
  /** True when it asked for Windows authentication (Negotiate or NTLM). */
  readonly offersWindows: boolean;
  /** Sentence; absent when an answer came. */
  readonly problem?: string;
}

export interface AdfsEndpoints {
  readonly host: string;
  readonly answers: readonly EndpointAnswer[];
  /** Asked from outside the organisation's network; such a record has a target of its own. */
  readonly outside?: boolean;
  /** Only from outside, where these addresses must not answer (FED-019). */
  readonly windowsTransport?: readonly WindowsTransportAnswer[];
}

/** The certificate of AD FS as another name, port or node shows it. */
export interface AdfsTlsView {
  /** `node`: the service itself on one node; `certificate-sign-in`: port 49443 or `certauth.<name>`; `registration`: `enterpriseregistration.<domain>`. */
  readonly purpose: 'node' | 'certificate-sign-in' | 'registration';
  /** Name asked for, which the certificate has to carry. */
  readonly name: string;
  readonly port: number;
  /** Node connected to; absent = the addresses of `name`. */
  readonly node?: string;
  /** Empty when there was no TLS session; `problem` then says why. */
  readonly chain: readonly CertificateFacts[];
  readonly verification?: TlsVerification;
  readonly problem?: string;
}

/** TLS session facts of the federation service name. */
export interface AdfsTls {
  readonly host: string;
  readonly port: number;
  readonly chain: readonly CertificateFacts[];
  readonly verification: TlsVerification;
  /** Seen from outside the organisation's network; such a record has a target of its own. */
  readonly outside?: boolean;
  /** Absent in evidence of versions that looked at the service name only. */
  readonly views?: readonly AdfsTlsView[];
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface AdfsKinds {
  /** federation service name */
  'adfs.openid-configuration': AdfsOpenIdConfiguration;
  /** federation service name */
  'adfs.federation-metadata': FederationMetadata;
  /** federation service name */
  'adfs.endpoints': AdfsEndpoints;
  /** federation service name */
  'adfs.tls': AdfsTls;
}

export const adfsKindTitles: Readonly<Record<keyof AdfsKinds, string>> = {
  'adfs.openid-configuration': 'AD FS OpenID Connect discovery document',
  'adfs.federation-metadata': 'AD FS federation metadata',
  'adfs.endpoints': 'Answers of AD FS endpoints',
  'adfs.tls': 'TLS certificate of AD FS',
};

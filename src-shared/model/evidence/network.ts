import type { Excerpt } from './excerpt';
import type { CertificateFacts, TlsVerification } from './pki';

/** What plain HTTP(S), OCSP and TCP say without credentials. Dates are ISO 8601 UTC. */

/** What one `caIssuers` address gave. */
export interface AuthorityInformation {
  readonly url: string;
  /** The certificate, or every one of a PKCS #7 bundle. */
  readonly certificates: readonly CertificateFacts[];
}

/** An answer of an OCSP responder (RFC 6960) about one certificate. */
export interface OcspAnswer {
  readonly url: string;
  /** Thumbprint of the certificate asked about. */
  readonly thumbprint: string;
  readonly responseStatus:
    | 'successful'
    | 'malformed-request'
    | 'internal-error'
    | 'try-later'
    | 'signature-required'
    | 'unauthorized';
  readonly certificateStatus?: 'good' | 'revoked' | 'unknown';
  readonly thisUpdate?: string;
  readonly nextUpdate?: string;
  /** Signed by the issuer or by a responder the issuer certified for OCSP signing; absent when not successful. */
  readonly isSignatureValid?: boolean;
}

/** An address where a CA host may offer enrolment over HTTP. */
export interface EnrolmentEndpoint {
  readonly kind: 'web-enrolment' | 'ndes' | 'ndes-admin' | 'enrolment-service';
  readonly url: string;
  /**
   * `absent` = nothing listens or 404; `silent` = no answer, which says nothing; `unverified` = a server whose certificate could not be verified, so that it was
   * not asked.
   */
  readonly state: 'absent' | 'answers' | 'silent' | 'unverified';
  readonly status?: number;
  /** Why it is `silent` or `unverified`, as a sentence. */
  readonly problem?: string;
  /** Schemes of `WWW-Authenticate`, lower case: `ntlm`, `negotiate`, `basic`. */
  readonly authentication: readonly string[];
  readonly isTls: boolean;
  /** Whether a sign-in by NTLM was refused without channel binding; absent = not tried. */
  readonly demandsChannelBinding?: boolean;
}

export interface EnrolmentEndpoints {
  readonly excerpt?: Excerpt;
  readonly host: string;
  readonly endpoints: readonly EnrolmentEndpoint[];
}

/** Whether a CA host resolves and its RPC endpoint mapper (TCP 135) takes connections from here. */
export interface AuthorityHost {
  readonly host: string;
  readonly addresses: readonly string[];
  readonly rpcPort: 'open' | 'refused' | 'silent';
}

/** OpenID discovery of an Entra domain at login.microsoftonline.com (or the national cloud's). */
export interface EntraOpenIdConfiguration {
  readonly domain: string;
  /** Absent = the service knows no tenant with this domain. */
  readonly tenantId?: string;
  readonly issuer?: string;
  readonly tenantRegionScope?: string;
  readonly cloudInstanceName?: string;
}

/** A cloud endpoint of device registration and sign-in, as reachable from here. */
export interface CloudEndpoint {
  readonly host: string;
  readonly reachable: boolean;
  /** Leaf first; empty when no TLS session came about. */
  readonly chain: readonly CertificateFacts[];
  readonly verification?: TlsVerification;
  /** Whether the chain ends in a CA that browsers trust everywhere; false = one that only computers of an organisation trust. Absent without a chain. */
  readonly hasPublicRoot?: boolean;
  /** What stopped it, as a sentence. */
  readonly problem?: string;
}

/** The device registration contract for a domain, at the cloud and where `enterpriseregistration.<suffix>` points. */
export interface RegistrationContract {
  readonly suffix: string;
  /** HTTP status of the cloud's contract; absent = no answer. */
  readonly cloudStatus?: number;
  /** HTTP status of the contract at `enterpriseregistration.<suffix>`; absent = no such name or no answer. */
  readonly ownStatus?: number;
  readonly ownPointsToCloud: boolean;
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface NetworkKinds {
  /** URL */
  'pki.authority-information': AuthorityInformation;
  /** `<URL> <thumbprint>` */
  'pki.ocsp': OcspAnswer;
  /** CA host name */
  'pki.enrolment-endpoints': EnrolmentEndpoints;
  /** CA host name */
  'pki.authority-host': AuthorityHost;
  /** domain name asked about */
  'entra.openid-configuration': EntraOpenIdConfiguration;
  /** host name */
  'entra.endpoint': CloudEndpoint;
  /** UPN suffix */
  'entra.registration-contract': RegistrationContract;
}

export const networkKindTitles: Readonly<Record<keyof NetworkKinds, string>> = {
  'pki.authority-information': 'CA certificate from an AIA address',
  'pki.ocsp': 'Answer of an OCSP responder',
  'pki.enrolment-endpoints': 'Enrolment addresses of a CA host',
  'pki.authority-host': 'Reachability of a CA host',
  'entra.openid-configuration': 'OpenID discovery of an Entra domain',
  'entra.endpoint': 'Cloud endpoint as seen from here',
  'entra.registration-contract': 'Device registration contract',
};

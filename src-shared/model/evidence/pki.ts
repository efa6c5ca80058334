import type { SecurityDescriptor } from './access';
import type { Excerpt } from './excerpt';

/** Facts about certificates, CRLs, CAs and templates (RFC 5280, MS-WCCE, MS-CRTD). Dates are ISO 8601 UTC strings, OIDs dotted, thumbprints upper-case hex. */

export interface CertificateFacts {
  /** SHA-1 over the DER, upper-case hex: the identity of a certificate. */
  readonly thumbprint: string;
  /** RFC 4514-like text with hostile characters made visible. */
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly publicKey: { readonly algorithm: 'RSA' | 'EC' | 'other'; readonly bits: number; readonly name: string };
  /** Hash of the signature, e.g. `SHA-256`, `SHA-1`, `MD5`; `unknown` when the algorithm is not recognised. */
  readonly signatureHash: string;
  readonly signatureAlgorithm: string;
  readonly isCa: boolean;
  /** Names of set bits, e.g. `digitalSignature`; absent = no key usage extension. */
  readonly keyUsage?: readonly string[];
  /** Absent = no EKU extension. */
  readonly extendedKeyUsage?: readonly string[];
  readonly applicationPolicies: readonly string[];
  readonly dnsNames: readonly string[];
  readonly userPrincipalNames: readonly string[];
  readonly uris: readonly string[];
  readonly templateName?: string;
  readonly templateOid?: string;
  readonly crlDistributionPoints: readonly string[];
  /** Addresses of delta lists (freshest CRL, 2.5.29.46); absent = no such extension. */
  readonly deltaAddresses?: readonly string[];
  readonly caIssuers: readonly string[];
  readonly ocspResponders: readonly string[];
  readonly subjectKeyIdentifier?: string;
  readonly authorityKeyIdentifier?: string;
  /** SID of extension 1.3.6.1.4.1.311.25.2. */
  readonly sid?: string;
  /** Low word of 1.3.6.1.4.1.311.21.1: how often the CA certificate was renewed. */
  readonly caCertificateIndex?: number;
  readonly selfIssued: boolean;
  /** Base64 DER, so that signatures can be verified when judging. */
  readonly der: string;
}

/** An enterprise CA (pKIEnrollmentService). */
export interface CertificationAuthority {
  readonly distinguishedName: string;
  readonly objectGuid?: string;
  readonly name: string;
  readonly dnsHostName: string;
  /** Every readable value of `cACertificate`, newest (latest notBefore) first. */
  readonly certificates: readonly CertificateFacts[];
  readonly unreadableCertificates: number;
  /** `cn` of the templates it publishes. */
  readonly templates: readonly string[];
  readonly flags?: number;
  /** Raw values of `msPKI-Enrollment-Servers`. */
  readonly enrollmentServers?: readonly string[];
  /** Where a tool recorded its certificate by name and number only: SHA-1 thumbprint, serial number (upper-case hex), validity. */
  readonly recordedCertificate?: RecordedCertificate;
  /** Absent = not visible to the account that read. */
  readonly securityDescriptor?: SecurityDescriptor;
}

/** What a tool wrote down of a certificate in place of the certificate itself. */
export interface RecordedCertificate {
  readonly thumbprint?: string;
  readonly serialNumber?: string;
  readonly subject?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
}

export interface CertificationAuthorities {
  readonly excerpt?: Excerpt;
  readonly containerFound: boolean;
  readonly authorities: readonly CertificationAuthority[];
  /** Certificates of CN=Certification Authorities (trusted roots published in AD). */
  readonly roots: readonly CertificateFacts[];
  /** Certificates of CN=AIA (issuing and intermediate CAs, for building chains). */
  readonly intermediates: readonly CertificateFacts[];
}

/** A certificate template with flags as unsigned numbers (MS-CRTD 2.4 to 2.31). Absent number = attribute not returned. */
export interface CertificateTemplate {
  readonly distinguishedName: string;
  readonly objectGuid?: string;
  /** The name CAs and AD FS use. */
  readonly cn: string;
  readonly displayName: string;
  readonly oid?: string;
  readonly schemaVersion?: number;
  readonly majorRevision?: number;
  readonly minorRevision?: number;
  readonly flags?: number;
  readonly nameFlag?: number;
  readonly enrollmentFlag?: number;
  readonly privateKeyFlag?: number;
  readonly minimalKeySize?: number;
  /** Number of authorised signatures required. */
  readonly raSignatures?: number;
  /** OIDs a signer must hold, from either encoding of `msPKI-RA-Application-Policies`. */
  readonly raApplicationPolicies: readonly string[];
  readonly raIssuancePolicies: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly applicationPolicies: readonly string[];
  /** Present where the source tells the extended key usage but not the application policies, which may name others. */
  readonly unreadUsages?: true;
  readonly supersedes: readonly string[];
  /** Seconds. */
  readonly validitySeconds?: number;
  readonly renewalSeconds?: number;
  /** Bits of `pKIKeyUsage`, first byte: 0x80 digital signature, 0x20 key encipherment. */
  readonly keyUsageBits?: number;
  /** `pKIDefaultCSPs` without their order numbers. */
  readonly providers?: readonly string[];
  /** `msPKI-Asymmetric-Algorithm` and `msPKI-Hash-Algorithm` of schema version 4, e.g. `RSA`, `SHA256`. */
  readonly asymmetricAlgorithm?: string;
  readonly hashAlgorithm?: string;
  /** OIDs of `msPKI-Certificate-Policy`. */
  readonly certificatePolicies?: readonly string[];
  /** Absent = not visible to the account that read. */
  readonly securityDescriptor?: SecurityDescriptor;
  /** Rights a tool recorded one by one, in place of the descriptor: what stands here is granted; what does not may be granted all the same. */
  readonly provenRights?: SecurityDescriptor;
}

export interface CertificateTemplates {
  readonly excerpt?: Excerpt;
  readonly containerFound: boolean;
  readonly templates: readonly CertificateTemplate[];
  /** DNs of objects beside them that the account may see but not read; absent = none. */
  readonly hidden?: readonly string[];
}

export interface NtAuthCertificates {
  readonly excerpt?: Excerpt;
  /** Where a tool recorded only these of its certificates. */
  readonly thumbprints?: readonly string[];
  readonly objectFound: boolean;
  readonly certificates: readonly CertificateFacts[];
  /** With those of which only the thumbprint is known. */
  readonly unreadableCertificates: number;
  /** The store of a machine, which takes the list over from the directory from time to time: what is missing here may be listed there. */
  readonly isCopy?: true;
}

/** A base or delta CRL (RFC 5280 section 5). */
export interface RevocationList {
  readonly issuer: string;
  readonly authorityKeyIdentifier?: string;
  readonly thisUpdate: string;
  readonly nextUpdate?: string;
  /** 1.3.6.1.4.1.311.21.4 */
  readonly nextPublish?: string;
  readonly number?: string;
  /** Number of the base CRL a delta refers to. */
  readonly deltaBase?: string;
  /** Addresses of delta lists (freshest CRL, 2.5.29.46); absent = no such extension. */
  readonly deltaAddresses?: readonly string[];
  readonly revokedCount: number;
  /** Upper-case hex serial numbers; absent when there are more than 10,000. */
  readonly revokedSerials?: readonly string[];
  readonly signatureAlgorithm: string;
  /** Base64 of tbsCertList and signature for verification; absent above 4 MiB. */
  readonly signed?: { readonly tbs: string; readonly signature: string; readonly algorithmOid: string };
  /** Where it was downloaded; absent for a file. */
  readonly url?: string;
}

/** CRLs kept in `CN=CDP,CN=Public Key Services`. */
export interface CrlDistributionPoints {
  readonly containerFound: boolean;
  readonly points: readonly {
    readonly distinguishedName: string;
    readonly base?: RevocationList;
    readonly delta?: RevocationList;
    readonly unreadable: boolean;
  }[];
}

export interface DcCertificate {
  readonly host: string;
  /** What the DC showed or what the file held; leaf first. */
  readonly chain: readonly CertificateFacts[];
  /** `tls`: shown on LDAPS; `file`: exported. */
  readonly seen: 'tls' | 'file';
  /** Result of the platform's chain verification when seen by TLS; absent for files. */
  readonly verification?: TlsVerification;
}

export interface StoredCertificate {
  readonly certificate: CertificateFacts;
}

/** Outcome of verifying a server's chain and name; the connection that learns this sends nothing. */
export interface TlsVerification {
  readonly trusted: boolean;
  /** Code of the TLS library, e.g. `CERT_HAS_EXPIRED`; absent when trusted. */
  readonly errorCode?: string;
  /** Whether the host name is among the certificate's names. */
  readonly nameMatches: boolean;
  readonly protocol: string;
}

/** An object of `CN=OID,CN=Public Key Services`: a template's, an application or an issuance policy's identifier. */
export interface EnterpriseOid {
  readonly distinguishedName: string;
  readonly oid: string;
  readonly displayName: string;
  /** 1 template, 2 issuance policy, 3 application policy. */
  readonly flags?: number;
  /** DN of the group an issuance policy adds its holders to (`msDS-OIDToGroupLink`). */
  readonly groupLink?: string;
}

export interface EnterpriseOids {
  readonly containerFound: boolean;
  readonly oids: readonly EnterpriseOid[];
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface PkiKinds {
  /** forest root DNS name */
  'ad.certification-authorities': CertificationAuthorities;
  /** forest root DNS name */
  'ad.certificate-templates': CertificateTemplates;
  /** forest root DNS name */
  'ad.nt-auth': NtAuthCertificates;
  /** forest root DNS name */
  'ad.crl-distribution-points': CrlDistributionPoints;
  /** URL when downloaded, SHA-256 of the file when imported */
  'pki.crl': RevocationList;
  /** domain controller host name */
  'pki.dc-certificate': DcCertificate;
  /** SHA-1 thumbprint of a certificate file that is not a domain controller's */
  'pki.certificate': StoredCertificate;
  /** forest root DNS name */
  'ad.certificate-oids': EnterpriseOids;
}

export const pkiKindTitles: Readonly<Record<keyof PkiKinds, string>> = {
  'ad.certification-authorities': 'Enterprise CAs published in AD',
  'ad.certificate-templates': 'Certificate templates',
  'ad.nt-auth': 'NTAuthCertificates',
  'ad.crl-distribution-points': 'CRLs published in AD',
  'pki.crl': 'Certificate revocation list',
  'pki.dc-certificate': 'Domain controller certificate',
  'pki.certificate': 'Certificate file',
  'ad.certificate-oids': 'Enterprise OIDs and issuance policies',
};

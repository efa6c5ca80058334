/** Object identifiers the product knows, from RFC 5280, MS-WCCE and the catalogue's PKI chapter. */

/** Extended key usages and application policies. */
export const keyUsageOid = {
  clientAuthentication: '1.3.6.1.5.5.7.3.2',
  serverAuthentication: '1.3.6.1.5.5.7.3.1',
  kdcAuthentication: '1.3.6.1.5.2.3.5',
  smartCardLogon: '1.3.6.1.4.1.311.20.2.2',
  certificateRequestAgent: '1.3.6.1.4.1.311.20.2.1',
  anyPurpose: '2.5.29.37.0',
  pkinitClient: '1.3.6.1.5.2.3.4',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
} as const;

/** Certificate and CRL extensions. */
export const extensionOid = {
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  subjectAlternativeName: '2.5.29.17',
  subjectKeyIdentifier: '2.5.29.14',
  authorityKeyIdentifier: '2.5.29.35',
  crlDistributionPoints: '2.5.29.31',
  /** Where delta CRLs are, in certificates and base CRLs. */
  freshestCrl: '2.5.29.46',
  authorityInformationAccess: '1.3.6.1.5.5.7.1.1',
  crlNumber: '2.5.29.20',
  deltaCrlIndicator: '2.5.29.27',
  /** Template name of version 1 templates, a BMPString. */
  templateName: '1.3.6.1.4.1.311.20.2',
  /** Template OID and version. */
  template: '1.3.6.1.4.1.311.21.7',
  applicationPolicies: '1.3.6.1.4.1.311.21.10',
  /** SID of the account a certificate was issued to (KB5014754). */
  sid: '1.3.6.1.4.1.311.25.2',
  caVersion: '1.3.6.1.4.1.311.21.1',
  nextPublish: '1.3.6.1.4.1.311.21.4',
} as const;

/** `otherName` types of subject alternative names. */
export const otherNameOid = {
  userPrincipalName: '1.3.6.1.4.1.311.20.2.3',
  domainControllerGuid: '1.3.6.1.4.1.311.25.1',
} as const;

/** Access methods of authority information access. */
export const accessMethodOid = { caIssuers: '1.3.6.1.5.5.7.48.2', ocsp: '1.3.6.1.5.5.7.48.1' } as const;

/** Short names of name attributes, as Windows shows them. */
export const nameAttributes: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'S',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.42': 'G',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'E',
};

/** Named elliptic curves. */
export const curves: Readonly<Record<string, { readonly name: string; readonly bits: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bits: 256 },
  '1.3.132.0.34': { name: 'P-384', bits: 384 },
  '1.3.132.0.35': { name: 'P-521', bits: 521 },
  '1.3.132.0.10': { name: 'secp256k1', bits: 256 },
  '1.3.36.3.3.2.8.1.1.7': { name: 'brainpoolP256r1', bits: 256 },
  '1.3.36.3.3.2.8.1.1.11': { name: 'brainpoolP384r1', bits: 384 },
  '1.3.36.3.3.2.8.1.1.13': { name: 'brainpoolP512r1', bits: 512 },
};

export const publicKeyOid = {
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  ec: '1.2.840.10045.2.1',
} as const;

/** Names of hash algorithms. */
export const hashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'MD5',
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

export interface SignatureAlgorithm {
  readonly name: string;
  readonly hash: string;
}

/** Signature algorithms by identifier; RSASSA-PSS names its hash in the parameters. */
export const signatureAlgorithms: Readonly<Record<string, SignatureAlgorithm>> = {
  '1.2.840.113549.1.1.2': { name: 'md2RSA', hash: 'MD2' },
  '1.2.840.113549.1.1.4': { name: 'md5RSA', hash: 'MD5' },
  '1.2.840.113549.1.1.5': { name: 'sha1RSA', hash: 'SHA-1' },
  '1.3.14.3.2.29': { name: 'sha1RSA', hash: 'SHA-1' },
  '1.2.840.113549.1.1.11': { name: 'sha256RSA', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { name: 'sha384RSA', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { name: 'sha512RSA', hash: 'SHA-512' },
  '1.2.840.10045.4.1': { name: 'sha1ECDSA', hash: 'SHA-1' },
  '1.2.840.10045.4.3.2': { name: 'sha256ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { name: 'sha384ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { name: 'sha512ECDSA', hash: 'SHA-512' },
  '1.3.101.112': { name: 'Ed25519', hash: 'SHA-512' },
};

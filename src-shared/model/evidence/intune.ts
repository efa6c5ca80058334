/** Device management as Microsoft Graph tells it (`intune.*`). Ids lower case, dates ISO 8601 UTC. */

export interface IntuneHelloEnrollment {
  readonly configurations: readonly {
    readonly id: string;
    readonly displayName: string;
    readonly priority?: number;
    readonly state: string;
    readonly securityDeviceRequired?: boolean;
    readonly pinMinimumLength?: number;
    readonly pinExpirationInDays?: number;
  }[];
}

/** A Hello or trust setting in an Intune policy of whatever kind. */
export interface IntuneHelloPolicy {
  readonly id: string;
  readonly displayName: string;
  readonly kind: 'settings-catalog' | 'identity-protection' | 'custom-oma-uri' | 'intent';
  /** Setting name (`usepassportforwork`, `usecertificateforonpremauth`, `usecloudtrustforonpremauth`, `requiresecuritydevice`, `enablepinrecovery`, `configurewebsigninallowedurls`) → value as text. */
  readonly settings: Readonly<Record<string, string>>;
  /** Tenant id named in an OMA-URI. */
  readonly tenantId?: string;
  readonly assignedGroups: readonly string[];
  readonly excludedGroups: readonly string[];
  readonly isAssignedToAll: boolean;
}
export interface IntuneHelloPolicies {
  readonly policies: readonly IntuneHelloPolicy[];
}

export interface IntuneCertificateProfile {
  readonly id: string;
  readonly displayName: string;
  readonly kind: 'trusted-root' | 'scep';
  /** Trusted root: SHA-1 of the certificate, and `computerCertStoreRoot`, `computerCertStoreIntermediate`, `userCertStoreIntermediate`. */
  readonly thumbprint?: string;
  readonly destinationStore?: string;
  /** SCEP, as Graph names them. */
  readonly certificateStore?: string;
  readonly keyStorageProvider?: string;
  readonly subjectNameFormat?: string;
  readonly subjectNameFormatString?: string;
  readonly subjectAlternativeNames?: readonly { readonly type: string; readonly value: string }[];
  readonly keySize?: string;
  readonly keyUsage?: string;
  readonly hashAlgorithm?: string;
  readonly extendedKeyUsages?: readonly string[];
  readonly renewalThresholdPercentage?: number;
  readonly scepServerUrls?: readonly string[];
  readonly assignedGroups: readonly string[];
  readonly isAssignedToAll: boolean;
}
export interface IntuneCertificateProfiles {
  readonly profiles: readonly IntuneCertificateProfile[];
}

export interface IntuneManagedDevices {
  readonly devices: readonly {
    readonly azureAdDeviceId: string;
    readonly deviceName: string;
    readonly managementAgent: string;
    readonly complianceState?: string;
    readonly lastSyncDateTime?: string;
  }[];
  readonly complete: boolean;
}

export interface IntuneNdesConnectors {
  readonly connectors: readonly {
    readonly displayName: string;
    readonly state: string;
    readonly lastConnection?: string;
    readonly version?: string;
  }[];
}

/** Kind of evidence → what it holds. The comment names the target: what one record is about. */
export interface IntuneKinds {
  /** `tenant` */
  'intune.hello-enrollment': IntuneHelloEnrollment;
  /** `tenant` */
  'intune.hello-policies': IntuneHelloPolicies;
  /** `tenant` */
  'intune.certificate-profiles': IntuneCertificateProfiles;
  /** `tenant` */
  'intune.managed-devices': IntuneManagedDevices;
  /** `tenant` */
  'intune.ndes-connectors': IntuneNdesConnectors;
}

export const intuneKindTitles: Readonly<Record<keyof IntuneKinds, string>> = {
  'intune.hello-enrollment': 'Hello settings at Intune enrolment',
  'intune.hello-policies': 'Intune policies about Hello',
  'intune.certificate-profiles': 'Intune certificate profiles',
  'intune.managed-devices': 'Devices managed by Intune',
  'intune.ndes-connectors': 'NDES connectors of Intune',
};

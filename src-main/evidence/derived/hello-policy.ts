import type { SettingName } from './resultant-policy';

const helloKey = 'SOFTWARE\\Policies\\Microsoft\\PassportForWork';
const hello = (name: string): SettingName => ({ key: helloKey, name });
const pinComplexity = (name: string): SettingName => ({ key: `${helloKey}\\PINComplexity`, name });
const biometrics = 'SOFTWARE\\Policies\\Microsoft\\Biometrics';
const windowsSystem = 'SOFTWARE\\Policies\\Microsoft\\Windows\\System';

/** Settings of Windows Hello for Business in group policy (Passport.admx), in both halves unless said otherwise. */
export const helloSetting = {
  enabled: hello('Enabled'),
  useCertificate: hello('UseCertificateForOnPremAuth'),
  requireSecurityDevice: hello('RequireSecurityDevice'),
  excludeTpm12: { key: `${helloKey}\\ExcludeSecurityDevices`, name: 'TPM12' },
  disablePostLogonProvisioning: hello('DisablePostLogonProvisioning'),
  enablePinRecovery: hello('EnablePinRecovery'),
  certificatesAsSmartCard: hello('UseHelloCertificatesAsSmartCardCertificates'),
  /** Computer half only, like the two after it. */
  useCloudTrust: hello('UseCloudTrustForOnPremAuth'),
  disableSmartCardNode: hello('DisableSmartCardNode'),
  allowAllUserAccess: hello('AllowAllUserAccess'),
} as const satisfies Readonly<Record<string, SettingName>>;

export const pinSetting = {
  minimumLength: pinComplexity('MinimumPINLength'),
  maximumLength: pinComplexity('MaximumPINLength'),
  expiration: pinComplexity('Expiration'),
} as const satisfies Readonly<Record<string, SettingName>>;

/** What POL-019 takes stock of; computer half only. */
export const biometricSetting = {
  enabled: { key: biometrics, name: 'Enabled' },
  antiSpoofing: { key: `${biometrics}\\FacialFeatures`, name: 'EnhancedAntiSpoofing' },
  dynamicLock: { key: `${helloKey}\\DynamicLock`, name: 'DynamicLock' },
  unlockFactorsA: { key: `${helloKey}\\DeviceUnlock`, name: 'GroupA' },
  unlockFactorsB: { key: `${helloKey}\\DeviceUnlock`, name: 'GroupB' },
} as const satisfies Readonly<Record<string, SettingName>>;

/** Computer half only. */
export const windowsSetting = {
  convenienceSignIn: { key: windowsSystem, name: 'AllowDomainPINLogon' },
  loopbackMode: { key: windowsSystem, name: 'UserPolicyMode' },
  automaticJoin: { key: 'SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin', name: 'autoWorkplaceJoin' },
  fallbackToSyncJoin: { key: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ', name: 'FallbackToSyncJoin' },
} as const satisfies Readonly<Record<string, SettingName>>;

/** Both halves; of computers for domain controllers, of users for Hello certificates. */
export const autoEnrolment: SettingName = {
  key: 'SOFTWARE\\Policies\\Microsoft\\Cryptography\\AutoEnrollment',
  name: 'AEPolicy',
};

/** Bits of `AEPolicy` (Get-CertificateAutoEnrollmentPolicy). */
export const autoEnrolmentFlag = {
  fromTemplates: 0x1,
  manageStore: 0x2,
  retrievePending: 0x4,
  disabled: 0x8000,
} as const;

/** Names of key storage providers as templates list them; the same in every display language. */
export const keyProvider = {
  /** The only provider that keeps Hello keys. */
  passport: 'Microsoft Passport Key Storage Provider',
  software: 'Microsoft Software Key Storage Provider',
  /** Trusted Platform Module. */
  platform: 'Microsoft Platform Crypto Provider',
} as const;

/** Providers whose keys never leave a chip or a hardware security module, lower case; vendors' documents name those of modules. */
const hardwareProviders: readonly string[] = [
  keyProvider.platform,
  'nCipher Security World Key Storage Provider',
  'SafeNet Key Storage Provider',
  'Utimaco CryptoServer Key Storage Provider',
  'Cavium Key Storage Provider',
  'CloudHSM Key Storage Provider',
].map((name) => name.toLowerCase());

export const isSameProvider = (one: string, other: string): boolean => one.trim().toLowerCase() === other.toLowerCase();

export const isHardwareProvider = (name: string): boolean => hardwareProviders.includes(name.trim().toLowerCase());

/** Software providers of Windows: the software KSP and every CryptoAPI provider but the smart card's. */
export const isSoftwareProvider = (name: string): boolean =>
  isSameProvider(name, keyProvider.software) ||
  (/^microsoft .*cryptographic provider(?: v1\.0)?$/iu.test(name.trim()) && !isSmartCardProvider(name));

const isSmartCardProvider = (name: string): boolean =>
  isSameProvider(name, 'Microsoft Base Smart Card Crypto Provider');

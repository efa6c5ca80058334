import type { IntuneCertificateProfile, IntuneHelloPolicy } from '../../../../src-shared/model/evidence/intune';
import { record } from '../check-cases';

/** A policy of Intune that enables Hello for everybody. */
export const helloPolicy = (
  settings: Readonly<Record<string, string>> = { usepassportforwork: 'true' },
  more: Partial<IntuneHelloPolicy> = {},
): IntuneHelloPolicy => ({
  id: 'p1',
  displayName: 'Hello',
  kind: 'settings-catalog',
  settings,
  assignedGroups: [],
  excludedGroups: [],
  isAssignedToAll: true,
  ...more,
});

export const helloPolicies = (...policies: readonly IntuneHelloPolicy[]) =>
  record('intune.hello-policies', 'tenant', { policies });

export const toGroup: Partial<IntuneHelloPolicy> = { isAssignedToAll: false, assignedGroups: ['a3b1'] };
export const toNobody: Partial<IntuneHelloPolicy> = { isAssignedToAll: false };

/** A SCEP profile with the values of the guide. */
export const scepProfile = (more: Partial<IntuneCertificateProfile> = {}): IntuneCertificateProfile => ({
  id: 'scep1',
  displayName: 'Hello certificates',
  kind: 'scep',
  certificateStore: 'user',
  keyStorageProvider: 'usePassportForWorkKspOtherwiseFail',
  subjectNameFormat: 'custom',
  subjectNameFormatString: 'CN={{OnPrem_Distinguished_Name}}',
  subjectAlternativeNames: [
    { type: 'userPrincipalName', value: '{{UserPrincipalName}}' },
    { type: 'universalResourceIdentifier', value: '{{OnPremisesSecurityIdentifier}}' },
  ],
  keySize: 'size2048',
  keyUsage: 'digitalSignature',
  hashAlgorithm: 'sha2',
  extendedKeyUsages: ['1.3.6.1.4.1.311.20.2.2', '1.3.6.1.5.5.7.3.2'],
  renewalThresholdPercentage: 20,
  scepServerUrls: ['https://ndes-contoso.msappproxy.net/certsrv/mscep/mscep.dll'],
  assignedGroups: ['a3b1'],
  isAssignedToAll: false,
  ...more,
});

export const certificateProfiles = (...profiles: readonly IntuneCertificateProfile[]) =>
  record('intune.certificate-profiles', 'tenant', { profiles });

export const scepId = 'intune-policy:scep1';

import type { HostRegistry } from '../../../src-shared/model/evidence/host';
import { registryIn } from '../../evidence/registry-values';

export const kdcKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Kdc';
export const schannelKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';

/** Mapping by the user principal name in the certificate, of `CertificateMappingMethods`. */
export const mappingByName = 0x4;

/** Whether a domain controller says that it takes weak mappings; false also when it says nothing. */
export function isWeakMappingAllowed(registry: HostRegistry): boolean {
  const { numberAt } = registryIn(registry);
  return (
    numberAt(kdcKey, 'StrongCertificateBindingEnforcement') === 0 ||
    ((numberAt(schannelKey, 'CertificateMappingMethods') ?? 0) & mappingByName) !== 0
  );
}

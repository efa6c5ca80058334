import { keyUsageOid } from './object-identifiers';

/**
 * English names of key usages, as Certipy prints them in place of the object identifiers whatever language Windows has. Every usage a check asks for is among
 * them; of another one it is enough to know that it is there.
 */
const usageNames: Readonly<Record<string, string>> = {
  'Any Purpose': keyUsageOid.anyPurpose,
  'Certificate Request Agent': keyUsageOid.certificateRequestAgent,
  'Client Authentication': keyUsageOid.clientAuthentication,
  'Code Signing': '1.3.6.1.5.5.7.3.3',
  'CTL Usage': '1.3.6.1.4.1.311.20.1',
  'Directory Service Email Replication': '1.3.6.1.4.1.311.21.19',
  'Document Signing': '1.3.6.1.4.1.311.10.3.12',
  'Encrypting File System': '1.3.6.1.4.1.311.10.3.4',
  'File Recovery': '1.3.6.1.4.1.311.10.3.4.1',
  'IP security end system': '1.3.6.1.5.5.7.3.5',
  'IP security IKE intermediate': '1.3.6.1.5.5.8.2.2',
  'IP security tunnel termination': '1.3.6.1.5.5.7.3.6',
  'IP security use': '1.3.6.1.5.5.7.3.7',
  'KDC Authentication': keyUsageOid.kdcAuthentication,
  'Key Recovery Agent': '1.3.6.1.4.1.311.21.6',
  'Microsoft Trust List Signing': '1.3.6.1.4.1.311.10.3.1',
  'OCSP Signing': keyUsageOid.ocspSigning,
  'PKINIT Client Authentication': keyUsageOid.pkinitClient,
  'Private Key Archival': '1.3.6.1.4.1.311.21.5',
  'Qualified Subordination': '1.3.6.1.4.1.311.10.3.10',
  'Secure Email': '1.3.6.1.5.5.7.3.4',
  'Server Authentication': keyUsageOid.serverAuthentication,
  'Smart Card Logon': keyUsageOid.smartCardLogon,
  'Time Stamping': '1.3.6.1.5.5.7.3.8',
};

/** The object identifier behind a name; an identifier itself, and a name that is not known, stay as they are: they are usages all the same. */
export const usageNamed = (name: string): string =>
  (Object.hasOwn(usageNames, name) ? usageNames[name] : undefined) ?? name;

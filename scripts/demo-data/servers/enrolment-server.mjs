import { collected } from '../formats/collector-file.mjs';
import { registryItem, serviceRow, systemItem } from './common-items.mjs';

const mscep = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography\\MSCEP';
const http = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';

/** Items of a server of NDES that was only just installed, as `ndes.ps1` reads them. */
export const enrolmentServerItems = (org, server) => [
  systemItem(org, server),
  registryItem({
    [`${mscep}|SignatureTemplate`]: 'IPSECIntermediateOffline',
    [`${mscep}|EncryptionTemplate`]: 'IPSECIntermediateOffline',
    [`${mscep}|GeneralPurposeTemplate`]: 'IPSECIntermediateOffline',
    [`${mscep}\\EnforcePassword|EnforcePassword`]: 1,
    [`${http}|MaxFieldLength`]: undefined,
    [`${http}|MaxRequestBytes`]: undefined,
  }),
  collected('request-limits', 'Administrator of the server', { maxUrl: 4096, maxQueryString: 2048 }),
  collected('application-pool', 'Administrator of the server', {
    pool: 'SCEP',
    identity: 'ApplicationPoolIdentity',
    user: '',
  }),
  collected('certificates.machine', 'User', []),
  collected('services', 'User', serviceRow(org, 'W3SVC', 'LocalSystem')),
];

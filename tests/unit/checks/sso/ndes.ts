import type { ServiceAccount } from '../../../../src-shared/model/evidence/access';
import type { HostCertificates } from '../../../../src-shared/model/evidence/host';
import type { NdesServer } from '../../../../src-shared/model/evidence/ndes';
import { record } from '../check-cases';
import { serviceAccount, sidOf } from '../principals';

const rid = 1602;
export const ndesSid = sidOf(rid);

/** The NDES service account as the guide wants it. */
export const ndesAccount = (more: Partial<ServiceAccount> = {}): ServiceAccount =>
  serviceAccount('NDESSvc', rid, {
    servicePrincipalNames: ['http/ndes.contoso.com', 'http/ndes'],
    accountControl: 0x100_0200,
    allowedToDelegateTo: [
      'HOST/ndes.contoso.com',
      'HOST/ndes',
      'HOST/ca01.contoso.com',
      'HOST/ca01',
      'rpcss/ca01.contoso.com',
      'rpcss/ca01',
    ],
    ...more,
  });

/** A scope in which Entra joined devices enrol through NDES. */
export const ndesScope = {
  joinTypes: { hybridJoined: true, entraJoined: true },
  registrationAuthority: { hybridJoined: 'adfs', entraJoined: 'ndes-scep' },
} as const;

export const ndesHost = 'ndes.contoso.com';

export const ndesServer = (settings: Partial<NdesServer>) =>
  record('ndes.server', ndesHost, { host: ndesHost, ...settings });

/** What the computer's store of the NDES server holds. */
export const machineStoreOf = (certificates: HostCertificates['certificates']) =>
  record('host.certificates', `${ndesHost} machine`, { host: ndesHost, store: 'machine', certificates });

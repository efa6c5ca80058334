import type { ServiceAccount } from '../../../../src-shared/model/evidence/access';
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

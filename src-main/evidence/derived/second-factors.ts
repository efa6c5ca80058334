import type { EntraAuthenticationMethodsPolicy } from '../../../src-shared/model/evidence/entra-policies';

/** Methods that count as a second factor; e-mail and security questions only reset passwords. */
const factors: readonly string[] = [
  'microsoftauthenticator',
  'fido2',
  'softwareoath',
  'hardwareoath',
  'sms',
  'voice',
  'temporaryaccesspass',
  'x509certificate',
];

/** Names of the enabled methods that can be a second factor; those of other vendors have ids of their own and are told by their type. */
export const enabledFactors = ({ methods }: EntraAuthenticationMethodsPolicy): readonly string[] =>
  methods
    .filter(
      ({ id, state, type }) =>
        state.toLowerCase() === 'enabled' &&
        (factors.includes(id.toLowerCase()) || /externalAuthenticationMethod/iu.test(type ?? '')),
    )
    .map(({ id, type }) => (/externalAuthenticationMethod/iu.test(type ?? '') ? 'a method of another vendor' : id));

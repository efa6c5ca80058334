import type { EntraRealm } from '../../src-shared/model/evidence/entra-policies';
import { required, shown } from './graph/objects';
import { isObject, parseJson } from './json';
import { present } from './present';

/**
 * Reads what Entra ID tells anybody about the sign-in of a domain (`/common/userrealm/…?api-version=1.0`). Throws an Error with a sentence when the text is no
 * such answer.
 */
export function parseRealm(text: string, domain: string): EntraRealm {
  const document = parseJson(text);
  if (!isObject(document) || !Object.hasOwn(document, 'account_type'))
    throw new Error('The JSON is no answer about a realm: it names no account_type');
  return {
    domain,
    accountType: required(document, 'account_type'),
    ...present({
      federationProtocol: shown(document, 'federation_protocol'),
      activeAuthUrl: shown(document, 'federation_active_auth_url'),
      metadataUrl: shown(document, 'federation_metadata_url'),
    }),
  };
}

import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import { AuthorityHosts, authorityHostSearch } from '../../evidence/directory/authority-hosts';
import { ldapFailure } from './ldap-failure';
import type { OpenedController } from './open-domain';
import { searchAll } from './search';

export interface AuthorityHostLookup {
  /** Host names of the CAs of the forest; undefined = they could not be looked up. */
  readonly hosts?: readonly string[];
  /** Why not. */
  readonly failure?: EvidenceFailure;
}

/**
 * The hosts of the enterprise CAs, whose computer accounts may lie in any domain of the forest: every domain controller holds the configuration that names them.
 * CAs the account may not see are missing here; the record of CAs says so.
 */
export async function findAuthorityHosts(
  { connection, root }: Pick<OpenedController, 'connection' | 'root'>,
  signal: AbortSignal,
): Promise<AuthorityHostLookup> {
  const found = new AuthorityHosts();
  try {
    await searchAll(connection.session, authorityHostSearch(root.configurationNamingContext), (entry) =>
      found.add(entry),
    );
    return { hosts: found.list() ?? [] };
  } catch (error) {
    return { failure: ldapFailure(error, connection.endpoint, signal) };
  }
}

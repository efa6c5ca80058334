import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import type { Scope } from '../../../src-shared/model/scope';
import type { DirectoryEntry, PilotGroup } from '../../evidence/directory/directory-topic';
import { pilotGroupOf, pilotGroupSearches } from '../../evidence/directory/pilot-group';
import { ldapFailure } from './ldap-failure';
import { searchAll } from './search';
import type { DirectoryConnection } from './sign-in';

export interface PilotGroups {
  /** By the text that names them in the scope. */
  readonly found: ReadonlyMap<string, PilotGroup>;
  /** Groups nothing can be said about: the search itself failed, e.g. because another domain holds the group. */
  readonly failed: ReadonlyMap<string, EvidenceFailure>;
}

/** Looks up the pilot groups of the scope; one that does not exist is in neither map. */
export async function findPilotGroups(
  connection: DirectoryConnection,
  scope: Scope,
  signal: AbortSignal,
): Promise<PilotGroups> {
  const found = new Map<string, PilotGroup>();
  const failed = new Map<string, EvidenceFailure>();
  for (const { group, search } of pilotGroupSearches(scope)) {
    const entries: DirectoryEntry[] = [];
    try {
      await searchAll(connection.session, search, (entry) => entries.push(entry));
      const entry = entries[0];
      if (entry !== undefined) found.set(group, pilotGroupOf(entry));
    } catch (error) {
      failed.set(group, ldapFailure(error, connection.endpoint, signal));
    }
  }
  return { found, failed };
}

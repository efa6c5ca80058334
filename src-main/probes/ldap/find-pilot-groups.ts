import type { EvidenceFailure, EvidenceRecord } from '../../../src-shared/model/evidence';
import type { Scope } from '../../../src-shared/model/scope';
import { ProbeFailure } from '../../engine/probe';
import { isSameHost } from '../../evidence/derived/forest-scope';
import type { DirectoryEntry, DirectorySearch, PilotGroup } from '../../evidence/directory/directory-topic';
import { pilotGroupOf, pilotGroupSearches } from '../../evidence/directory/pilot-group';
import { dnsNameOf } from '../../evidence/distinguished-name';
import { isSid } from '../../evidence/sid';
import { knownPilotGroup } from './known-pilot-group';
import { LdapRefusal, ldapFailure, resultCode } from './ldap-failure';
import type { OpenedController } from './open-domain';
import { searchAll } from './search';
import type { DirectoryConnection } from './sign-in';

export interface PilotGroups {
  /** By the text that names them in the scope. */
  readonly found: ReadonlyMap<string, PilotGroup>;
  /** Groups whose members of this domain cannot be told, and why. */
  readonly failed: ReadonlyMap<string, EvidenceFailure>;
}

export interface GroupLookup {
  readonly scope: Scope;
  readonly signal: AbortSignal;
  /** What earlier targets of the run found. */
  readonly evidence: readonly EvidenceRecord[];
  /** Signs in to the global catalogue of the same server. */
  readonly openGlobalCatalogue: () => Promise<DirectoryConnection>;
}

/** `groupType` bits (MS-ADTS 2.2.12). */
const groupScope = { global: 0x2, universal: 0x8 } as const;

/** Looks up the pilot groups of the scope for a domain that is being read; one that does not exist is in neither map. */
export async function findPilotGroups(controller: OpenedController, lookup: GroupLookup): Promise<PilotGroups> {
  const found = new Map<string, PilotGroup>();
  const failed = new Map<string, EvidenceFailure>();
  for (const { group: name, search } of pilotGroupSearches(lookup.scope)) {
    try {
      const group = knownPilotGroup(name, lookup.evidence) ?? (await findGroup(name, search, controller, lookup));
      const obstacle = group === undefined ? undefined : memberObstacle(group, controller);
      if (obstacle !== undefined) failed.set(name, obstacle);
      else if (group !== undefined) found.set(name, group);
    } catch (error) {
      const { endpoint } = controller.connection;
      failed.set(name, error instanceof ProbeFailure ? error.failure : ldapFailure(error, endpoint, lookup.signal));
    }
  }
  return { found, failed };
}

/** Asks the domain controller, then for names that may belong to another domain its global catalogue. */
async function findGroup(
  name: string,
  search: DirectorySearch,
  { connection, root }: OpenedController,
  { signal, openGlobalCatalogue }: GroupLookup,
): Promise<PilotGroup | undefined> {
  const own = await firstEntry(connection, search).catch((error: unknown) => {
    if (error instanceof LdapRefusal && error.result.code === resultCode.referral) return undefined;
    throw error;
  });
  if (own !== undefined) return pilotGroupOf(own);
  const domain = dnsNameOf(root.defaultNamingContext);
  if (!isSid(name) && isSameHost(dnsNameOf(name), domain)) return undefined;
  if (root.isGlobalCatalogReady !== true) throw new ProbeFailure(noGlobalCatalogue(connection));
  const catalogue = await openGlobalCatalogue();
  try {
    const entry = await firstEntry(catalogue, search);
    return entry === undefined ? undefined : pilotGroupOf(entry);
  } catch (error) {
    throw error instanceof ProbeFailure ? error : new ProbeFailure(ldapFailure(error, catalogue.endpoint, signal));
  } finally {
    catalogue.close();
  }
}

async function firstEntry(
  { session }: DirectoryConnection,
  search: DirectorySearch,
): Promise<DirectoryEntry | undefined> {
  const entries: DirectoryEntry[] = [];
  await searchAll(session, search, (entry) => entries.push(entry));
  return entries[0];
}

/**
 * Why the members of a group of another domain cannot be told here. `memberOf` of an account shows groups of its own domain, and universal groups of others on
 * a global catalogue; a global group has members of its own domain only (MS-ADTS 3.1.1.1.6, Microsoft's “Active Directory security groups”).
 */
function memberObstacle(group: PilotGroup, { connection, root }: OpenedController): EvidenceFailure | undefined {
  if (isSameHost(dnsNameOf(group.dn), dnsNameOf(root.defaultNamingContext))) return undefined;
  const type = group.groupType ?? 0;
  if ((type & groupScope.global) !== 0) return undefined;
  if ((type & groupScope.universal) !== 0)
    return root.isGlobalCatalogReady === true ? undefined : noGlobalCatalogue(connection);
  return {
    reason: 'not-collected',
    code: 'directory-group-of-other-domain',
    message: `The pilot group belongs to ${dnsNameOf(group.dn)} and is not known to be universal or global, so members in ${dnsNameOf(root.defaultNamingContext)} cannot be told from this domain.`,
    next: 'Use a universal group for a pilot of several domains.',
  };
}

const noGlobalCatalogue = ({ endpoint }: DirectoryConnection): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'directory-no-global-catalogue',
  message: `The pilot group is not of this domain, and ${endpoint.host} is no global catalogue, so it cannot tell who belongs to it.`,
  next: 'Name a domain controller that is a global catalogue, or one of the domain of the group.',
});

import { type Control, PagedResultsControl } from 'ldapts';
import type { DirectoryEntry, DirectorySearch } from '../../evidence/directory/directory-topic';
import { LdapRefusal, resultCode } from './ldap-failure';
import type { AttributeRange, ReceivedEntry } from './ldap-response';
import type { LdapSession, SearchListener } from './ldap-session';
import { SdFlagsControl } from './sd-flags-control';

/** The default MaxPageSize of Active Directory. */
const pageSize = 1000;

export interface SearchSummary {
  /** False when the server knows no such base, or hides it. */
  readonly baseFound: boolean;
  /** Where else parts of the answer are held, as the server named them; never followed. */
  readonly references: readonly string[];
}

/**
 * Reads a whole search in pages, value ranges to their end, and hands each entry on. When it breaks off, the entries received by then have been handed on.
 * @throws LdapRefusal, BerError, NetworkError (see `ldap-failure.ts`)
 */
export async function searchAll(
  session: LdapSession,
  search: DirectorySearch,
  onEntry: (entry: DirectoryEntry) => void,
): Promise<SearchSummary> {
  const references: string[] = [];
  let cookie: Buffer | undefined;
  do {
    // An entry of which only the first values are known waits for the others, and is not kept when the answer breaks off.
    const incomplete: ReceivedEntry[] = [];
    const listener: SearchListener = {
      entry: (entry) => (entry.ranges.length === 0 ? onEntry(entry) : incomplete.push(entry)),
      reference: (urls) => references.push(...urls),
    };
    const result = await session.search(search, controlsOf(search, cookie), listener);
    if (result.code === resultCode.noSuchObject) return { baseFound: false, references };
    if (result.code !== resultCode.success) throw new LdapRefusal(result);
    cookie = result.cookie;
    for (const entry of incomplete) onEntry(await completeRanges(session, entry));
  } while (cookie !== undefined && cookie.length > 0);
  return { baseFound: true, references };
}

function controlsOf(search: DirectorySearch, cookie: Buffer | undefined): Control[] {
  const value = { size: pageSize, ...(cookie === undefined ? {} : { cookie }) };
  const paging = search.scope === 'base' ? [] : [new PagedResultsControl({ critical: true, value })];
  return search.securityDescriptor === true ? [...paging, new SdFlagsControl()] : paging;
}

async function completeRanges(session: LdapSession, entry: ReceivedEntry): Promise<DirectoryEntry> {
  const attributes = new Map(entry.attributes);
  for (const range of entry.ranges) {
    attributes.set(range.attribute, [
      ...(attributes.get(range.attribute) ?? []),
      ...(await remainingValues(session, entry.dn, range)),
    ]);
  }
  return { dn: entry.dn, attributes };
}

/** Ranged retrieval (MS-ADTS 3.1.1.3.1.3.3): asks on from where the last part ended until the server says that it was the last. */
async function remainingValues(session: LdapSession, dn: string, first: AttributeRange): Promise<readonly Buffer[]> {
  const values: Buffer[] = [];
  let next: number | undefined = first.next;
  while (next !== undefined) {
    const parts: ReceivedEntry[] = [];
    const search = {
      base: dn,
      scope: 'base',
      filter: '(objectClass=*)',
      attributes: [`${first.attribute};range=${next}-*`],
    } as const;
    const result = await session.search(search, [], {
      entry: (entry) => parts.push(entry),
      reference: () => undefined,
    });
    if (result.code !== resultCode.success) throw new LdapRefusal(result);
    const part = parts[0];
    values.push(...(part?.attributes.get(first.attribute) ?? []));
    const following: number | undefined = part?.ranges.find((range) => range.attribute === first.attribute)?.next;
    next = following !== undefined && following > next ? following : undefined;
  }
  return values;
}

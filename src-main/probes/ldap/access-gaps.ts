import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import type { DirectoryEntry, DirectorySearch } from '../../evidence/directory/directory-topic';
import { printable } from '../../evidence/printable';
import type { LdapSession } from './ldap-session';
import { searchAll } from './search';

/**
 * Denied reading looks like emptiness in Active Directory: no error, only attributes or entries that are not there. What gives it away is `objectClass`, which
 * every object has: an entry without it may not be read.
 */
export const withObjectClass = (search: DirectorySearch): DirectorySearch => ({
  ...search,
  attributes: [...new Set(['objectClass', ...search.attributes])],
});

export const isReadable = (entry: DirectoryEntry): boolean => (entry.attributes.get('objectclass')?.length ?? 0) > 0;

/** After a search below `base` gave nothing: whether the account may read the base at all, so that nothing means nothing. */
export async function isBaseReadable(session: LdapSession, base: string): Promise<boolean> {
  const entries: DirectoryEntry[] = [];
  await searchAll(session, { base, scope: 'base', filter: '(objectClass=*)', attributes: ['objectClass'] }, (entry) =>
    entries.push(entry),
  );
  return entries.some(isReadable);
}

/** The failure of a topic with objects that the account sees but may not read. */
export function accessFailure(hidden: readonly string[]): EvidenceFailure {
  const names = hidden.slice(0, 3).map((dn) => printable(dn, 300));
  const more = hidden.length > names.length ? ` and ${hidden.length - names.length} more` : '';
  return {
    reason: 'access-denied',
    code: 'directory-access-denied',
    message: `The account may not read ${names.join('; ')}${more}, so what is there is not known.`,
    next: 'Give the account the right to read these objects, or use another account; Authenticated Users may read them by default.',
  };
}

import type { DirectoryEntry } from './directory-topic';
import { flagsOf, isOfClass, rawTextOf } from './entry-values';
import { bitAnd } from './ldap-filter';

/** `userAccountControl` bits (MS-ADTS 2.2.16). */
const accountDisabled = 0x2;
const interdomainTrustAccount = 0x800;

/** Enabled accounts only; trust accounts are users by class but nobody signs in with them. */
export const enabledAccountFilter = `(!(userAccountControl:${bitAnd}:=${accountDisabled}))(!(userAccountControl:${bitAnd}:=${interdomainTrustAccount}))`;

/** The same for an export; an account without the attribute counts as enabled. */
export const isEnabledAccount = (entry: DirectoryEntry): boolean =>
  ((flagsOf(entry, 'useraccountcontrol') ?? 0) & (accountDisabled | interdomainTrustAccount)) === 0;

/** What the filter `(&(objectCategory=person)(objectClass=user))` finds. */
export const isPersonAccount = (entry: DirectoryEntry): boolean =>
  isOfClass(entry, 'user') && !isOfClass(entry, 'computer') && isOfCategory(entry, 'person');

/** What the filter `(objectCategory=computer)` finds; managed service accounts are computers by class but of another category. */
export const isComputerAccount = (entry: DirectoryEntry): boolean =>
  isOfClass(entry, 'computer') && isOfCategory(entry, 'computer');

/** `objectCategory` is a class name in a filter but the DN of the class in an entry; exports may lack it. */
function isOfCategory(entry: DirectoryEntry, category: string): boolean {
  const dn = rawTextOf(entry, 'objectcategory')?.toLowerCase();
  return dn === undefined
    ? !isOfClass(entry, 'msds-groupmanagedserviceaccount') && !isOfClass(entry, 'msds-managedserviceaccount')
    : dn.startsWith(`cn=${category},`);
}

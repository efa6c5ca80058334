import type { DirectoryGroup } from '../../../src-shared/model/evidence/access';
import { present } from '../present';
import { isProtected } from './account-tally';
import type { DirectoryEntry } from './directory-topic';
import { flagsOf, rawTextsOf, sidValueOf, textOf } from './entry-values';

/** What is kept of any group; undefined when its SID did not come. */
export function directoryGroup(entry: DirectoryEntry): DirectoryGroup | undefined {
  const objectSid = sidValueOf(entry, 'objectsid');
  if (objectSid === undefined) return undefined;
  return {
    distinguishedName: entry.dn,
    objectSid,
    samAccountName: textOf(entry, 'samaccountname') ?? '',
    adminCount: isProtected(entry),
    memberOf: [...rawTextsOf(entry, 'memberof')].sort(),
    ...present({ groupType: flagsOf(entry, 'grouptype') }),
  };
}

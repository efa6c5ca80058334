import type { SecuredObject, SecuredRole } from '../../../src-shared/model/evidence/access';
import { present } from '../present';
import type { DirectoryEntry, DirectorySearch } from './directory-topic';
import { guidValueOf, securityDescriptorOf, sidValueOf } from './entry-values';

/** A search for security descriptors. Objects that may not be read come without one: that is what such a search is to find out. */
export const securedSearch = (
  base: string,
  scope: DirectorySearch['scope'],
  filter = '(objectClass=*)',
  attributes: readonly string[] = [],
): DirectorySearch => ({
  base,
  scope,
  filter,
  attributes: ['objectClass', 'objectGUID', 'objectSid', 'nTSecurityDescriptor', ...attributes],
  securityDescriptor: true,
  keepsHidden: true,
});

export const securedObject = (entry: DirectoryEntry, role: SecuredRole): SecuredObject => ({
  distinguishedName: entry.dn,
  role,
  ...present({
    objectGuid: guidValueOf(entry, 'objectguid'),
    objectSid: sidValueOf(entry, 'objectsid'),
    securityDescriptor: securityDescriptorOf(entry),
  }),
});

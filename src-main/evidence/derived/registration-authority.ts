import type { AdfsOpenIdConfiguration, OpenIdAnswer } from '../../../src-shared/model/evidence/adfs';

/** Capabilities AD FS names only when it is configured as registration authority (MS-OIDCE 3.2.5.3.1.3). `scopes_supported` proves nothing. */
const certificateCapabilities: readonly string[] = ['winhello_cert', 'winhello_cert_kr'];

/**
 * What the discovery documents of a farm say about its role as registration authority: `mixed` = nodes disagree; `unclear` = no document has a
 * `capabilities` field, as before KB4022723 on Windows Server 2016 and on older releases; `silent` = no document.
 */
export type Announcement = 'announced' | 'missing' | 'mixed' | 'unclear' | 'silent';

export function announcementOf({ answers }: AdfsOpenIdConfiguration): Announcement {
  const count = (state: boolean | undefined): number => answers.filter((answer) => announces(answer) === state).length;
  const [yes, no] = [count(true), count(false)];
  if (answers.length === 0) return 'silent';
  if (yes === answers.length) return 'announced';
  if (yes > 0) return 'mixed';
  // The role belongs to the farm: one node that knows the field and does not name it speaks for all.
  return no > 0 ? 'missing' : 'unclear';
}

/** Undefined = the document has no such field. */
export const announces = ({ capabilities }: OpenIdAnswer): boolean | undefined =>
  capabilities?.some((capability) => certificateCapabilities.includes(capability));

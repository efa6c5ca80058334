import type { GroupPolicyLink } from '../../src-shared/model/evidence/policy';
import { firstNameOf } from './distinguished-name';
import { guidFromText } from './guid';

const linkDisabled = 1;
const linkEnforced = 2;
const linkLimit = 1000;

/**
 * Reads `gPLink` (MS-GPOL 2.2.2): `[LDAP://cn={GUID},cn=policies,…;options]…`. The attribute lists the link of lowest precedence first; the result has the
 * winner first, as the management console numbers them. Parts that name no policy are left out.
 */
export function groupPolicyLinks(text: string): readonly GroupPolicyLink[] {
  const links: GroupPolicyLink[] = [];
  for (const part of text.split('[').slice(1, linkLimit + 1)) {
    const separator = part.lastIndexOf(';');
    const options = Number.parseInt(part.slice(separator + 1), 10);
    const guid = guidFromText(firstNameOf(part.slice(0, separator).replace(/^ldap:\/\/(?:[^/]*\/)?/iu, '')));
    if (separator < 0 || guid === undefined) continue;
    links.push({ guid, disabled: (options & linkDisabled) !== 0, enforced: (options & linkEnforced) !== 0 });
  }
  return links.reverse();
}

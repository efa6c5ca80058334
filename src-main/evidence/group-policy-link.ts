import type { GroupPolicyLink } from '../../src-shared/model/evidence/policy';
import { dnsNameOf, firstNameOf } from './distinguished-name';
import { guidFromText } from './guid';

const linkDisabled = 1;
const linkEnforced = 2;
const linkLimit = 1000;

/**
 * Reads `gPLink` (MS-GPOL 2.2.2): `[LDAP://cn={GUID},cn=policies,…;options]…`. Policies are applied in the order of the attribute and later ones override, so
 * the last link wins (3.2.5.1.5); the console shows it as link order 1 and puts new links, which get the lowest precedence, in front. The result has the
 * winner first. Parts that name no policy are left out.
 */
export function groupPolicyLinks(text: string): readonly GroupPolicyLink[] {
  const links: GroupPolicyLink[] = [];
  for (const part of text.split('[').slice(1, linkLimit + 1)) {
    const separator = part.lastIndexOf(';');
    const options = Number.parseInt(part.slice(separator + 1), 10);
    const dn = part.slice(0, separator).replace(/^ldap:\/\/(?:[^/]*\/)?/iu, '');
    const guid = guidFromText(firstNameOf(dn));
    if (separator < 0 || guid === undefined) continue;
    const domain = dnsNameOf(dn);
    links.push({
      guid,
      ...(domain === '' ? {} : { domain }),
      disabled: (options & linkDisabled) !== 0,
      enforced: (options & linkEnforced) !== 0,
    });
  }
  return links.reverse();
}

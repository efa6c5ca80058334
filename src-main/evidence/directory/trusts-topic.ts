import type { Trust } from '../../../src-shared/model/evidence/forest';
import { firstNameOf, normalDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import { flagsOf, isOfClass, numberOf, sidValueOf, textOf } from './entry-values';

/** Trusts of a domain, those within its forest included (MS-ADTS 6.1.6.7). */
export const trustsTopic: DirectoryTopic<'ad.trusts'> = {
  kind: 'ad.trusts',
  per: 'domain',
  searches: ({ domain }) => [
    {
      base: `CN=System,${domain.namingContext}`,
      scope: 'one',
      // By class: CN=System also holds objects that ordinary users may not read by default, which say nothing about trusts.
      filter: '(objectClass=trustedDomain)',
      attributes: [
        'objectClass',
        'trustPartner',
        'flatName',
        'trustDirection',
        'trustType',
        'trustAttributes',
        'securityIdentifier',
      ],
    },
  ],
  accepts: (_dn, entry) => isOfClass(entry, 'trusteddomain'),
  span: ({ domain }) => [
    normalDn(`CN=System,${domain.namingContext}`),
    normalDn(`CN=Policies,CN=System,${domain.namingContext}`),
  ],
  reader() {
    const trusts: Trust[] = [];
    return {
      add(entry) {
        trusts.push(trustOf(entry));
      },
      finish: () => ({
        data: { trusts: trusts.sort((a, b) => a.partner.localeCompare(b.partner, 'en')) },
        facts: trusts.length,
        notes: [],
      }),
    };
  },
};

const trustOf = (entry: DirectoryEntry): Trust => ({
  distinguishedName: entry.dn,
  partner: (textOf(entry, 'trustpartner') ?? firstNameOf(entry.dn)).toLowerCase(),
  ...present({
    flatName: textOf(entry, 'flatname'),
    direction: numberOf(entry, 'trustdirection'),
    type: numberOf(entry, 'trusttype'),
    attributes: flagsOf(entry, 'trustattributes'),
    partnerSid: sidValueOf(entry, 'securityidentifier'),
  }),
});

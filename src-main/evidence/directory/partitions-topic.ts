import type { ForestDomain } from '../../../src-shared/model/evidence/directory';
import { firstNameOf, normalDn, parentDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import { isOfClass, numberOf, rawTextOf, textOf, textsOf } from './entry-values';

/** `systemFlags` of a crossRef (MS-ADTS 2.2.10): a naming context of this forest that is a domain. */
const domainNamingContext = 0x3;
const container = 'cn=partitions,cn=configuration,';

/** Forest level, UPN suffixes and domains from `CN=Partitions`. */
export const partitionsTopic: DirectoryTopic<'ad.partitions'> = {
  kind: 'ad.partitions',
  per: 'forest',
  searches: ({ configurationNamingContext }) => [
    {
      base: `CN=Partitions,${configurationNamingContext}`,
      scope: 'sub',
      filter: '(|(objectClass=crossRefContainer)(objectClass=crossRef))',
      attributes: [
        'objectClass',
        'msDS-Behavior-Version',
        'uPNSuffixes',
        'dnsRoot',
        'nETBIOSName',
        'nCName',
        'systemFlags',
      ],
    },
  ],
  accepts: (dn) => dn.startsWith(container) || parentDn(dn).startsWith(container),
  span: ({ configurationNamingContext }) => [normalDn(`CN=Partitions,${configurationNamingContext}`)],
  reader() {
    let head: DirectoryEntry | undefined;
    const domains: ForestDomain[] = [];
    return {
      add(entry) {
        if (isOfClass(entry, 'crossrefcontainer')) head = entry;
        else if (isDomain(entry)) domains.push(domainOf(entry));
      },
      finish: () => ({
        data: {
          ...present({ forestFunctionalLevel: head && numberOf(head, 'msds-behavior-version') }),
          upnSuffixes: head === undefined ? [] : textsOf(head, 'upnsuffixes'),
          domains: domains.sort((a, b) => a.dnsRoot.localeCompare(b.dnsRoot, 'en')),
        },
        facts: domains.length + (head === undefined ? 0 : 1),
        notes: [],
        ...(head === undefined ? { incomplete: 'CN=Partitions itself was not returned.' } : {}),
      }),
    };
  },
};

const isDomain = (entry: DirectoryEntry): boolean =>
  isOfClass(entry, 'crossref') && ((numberOf(entry, 'systemflags') ?? 0) & domainNamingContext) === domainNamingContext;

const domainOf = (entry: DirectoryEntry): ForestDomain => ({
  dnsRoot: (textOf(entry, 'dnsroot') ?? '').toLowerCase(),
  netBiosName: textOf(entry, 'netbiosname') ?? firstNameOf(entry.dn),
  namingContext: rawTextOf(entry, 'ncname') ?? '',
});

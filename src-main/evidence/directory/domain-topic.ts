import { domainPartOf, normalDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import { hasAttribute, isOfClass, numberOf, sidValueOf } from './entry-values';

/** Whether an entry is the head of a domain; application partitions such as DomainDnsZones are of the same class but have no SID and no level. */
export const isDomainHead = (dn: string, entry: DirectoryEntry): boolean =>
  dn === domainPartOf(dn) &&
  isOfClass(entry, 'domaindns') &&
  (hasAttribute(entry, 'objectsid') || hasAttribute(entry, 'msds-behavior-version'));

/** A span of time as the directory stores it: a negative number of 100 ns steps (MS-ADA1, lockOutObservationWindow). */
const secondsOf = (ticks: number | undefined): number | undefined =>
  ticks === undefined || ticks > 0 ? undefined : Math.round(-ticks / 10_000_000);

/** SID, functional level and lock-out policy of a domain. */
export const domainTopic: DirectoryTopic<'ad.domain'> = {
  kind: 'ad.domain',
  per: 'domain',
  searches: ({ domain }) => [
    {
      base: domain.namingContext,
      scope: 'base',
      filter: '(objectClass=*)',
      attributes: ['objectClass', 'objectSid', 'msDS-Behavior-Version', 'lockoutThreshold', 'lockOutObservationWindow'],
    },
  ],
  accepts: isDomainHead,
  span: ({ domain }) => [normalDn(domain.namingContext)],
  reader({ domain }) {
    let head: DirectoryEntry | undefined;
    return {
      add(entry) {
        head = entry;
      },
      finish: () => ({
        data: {
          distinguishedName: head?.dn ?? domain.namingContext,
          ...present({
            objectSid: head && sidValueOf(head, 'objectsid'),
            functionalLevel: head && numberOf(head, 'msds-behavior-version'),
            lockoutThreshold: head && numberOf(head, 'lockoutthreshold'),
            lockoutObservationSeconds: head && secondsOf(numberOf(head, 'lockoutobservationwindow')),
          }),
        },
        facts: head === undefined ? 0 : 1,
        notes: [],
        ...(head === undefined ? { incomplete: `The head of ${domain.namingContext} was not returned.` } : {}),
      }),
    };
  },
};

import type { DirectoryServer } from '../../../src-shared/model/evidence/forest';
import { fileTimeToIso } from '../ad-time';
import { firstNameOf, normalDn } from '../distinguished-name';
import { present } from '../present';
import { isComputerAccount, isEnabledAccount } from './account-control';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import { guidValueOf, rawTextOf, sidValueOf, textOf } from './entry-values';
import { buildOf } from './operating-system';

/** Accounts kept; the rest is counted. */
export const serverLimit = 20_000;

const isServer = (entry: DirectoryEntry): boolean =>
  isComputerAccount(entry) && /server/iu.test(rawTextOf(entry, 'operatingsystem') ?? '');

/** Computer accounts with a server release of Windows, domain controllers included. */
export const serversTopic: DirectoryTopic<'ad.servers'> = {
  kind: 'ad.servers',
  per: 'domain',
  searches: ({ domain }) => [
    {
      base: domain.namingContext,
      scope: 'sub',
      filter: '(&(objectCategory=computer)(operatingSystem=*Server*))',
      attributes: [
        'objectClass',
        'objectCategory',
        'objectSid',
        'objectGUID',
        'name',
        'dNSHostName',
        'operatingSystem',
        'operatingSystemVersion',
        'userAccountControl',
        'lastLogonTimestamp',
      ],
    },
  ],
  accepts: (_dn, entry) => isServer(entry),
  span: ({ domain }) => [normalDn(domain.namingContext), normalDn(`CN=Computers,${domain.namingContext}`)],
  reader() {
    const servers: DirectoryServer[] = [];
    let total = 0;
    let withoutSid = 0;
    return {
      add(entry) {
        total += 1;
        const server = serverOf(entry);
        if (server === undefined) withoutSid += 1;
        else if (servers.length < serverLimit) servers.push(server);
      },
      finish: () => ({
        data: { servers: servers.sort((a, b) => a.name.localeCompare(b.name, 'en')), total },
        facts: total,
        notes: total > serverLimit ? [`${total} servers were counted; ${serverLimit} of them are kept.`] : [],
        ...(withoutSid === 0
          ? {}
          : { incomplete: `${withoutSid} servers came without objectSid (ldifde leaves it out with -m).` }),
      }),
    };
  },
};

function serverOf(entry: DirectoryEntry): DirectoryServer | undefined {
  const objectSid = sidValueOf(entry, 'objectsid');
  if (objectSid === undefined) return undefined;
  return {
    distinguishedName: entry.dn,
    objectSid,
    name: textOf(entry, 'name') ?? firstNameOf(entry.dn),
    operatingSystem: textOf(entry, 'operatingsystem') ?? '',
    enabled: isEnabledAccount(entry),
    ...present({
      objectGuid: guidValueOf(entry, 'objectguid'),
      dnsHostName: textOf(entry, 'dnshostname')?.toLowerCase(),
      build: buildOf(rawTextOf(entry, 'operatingsystemversion')),
      lastLogon: fileTimeToIso(rawTextOf(entry, 'lastlogontimestamp')),
    }),
  };
}

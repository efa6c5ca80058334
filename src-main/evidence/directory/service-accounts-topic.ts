import type { ServiceAccount, ServiceAccountClass } from '../../../src-shared/model/evidence/access';
import { fileTimeToIso } from '../ad-time';
import { byDistinguishedName, normalDn } from '../distinguished-name';
import { present } from '../present';
import { isEnabledAccount, isPersonAccount } from './account-control';
import { isProtected } from './account-tally';
import type { DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import {
  flagsOf,
  guidValueOf,
  isOfClass,
  numberOf,
  rawTextOf,
  rawTextsOf,
  sidValueOf,
  textOf,
  textsOf,
} from './entry-values';

const accountLimit = 20_000;
const principalNameLimit = 500;

/** Names that the set-up of Entra Connect, of cloud sync and of their agents gives to accounts, the same in every language. */
const synchronisationNames = ['MSOL_', 'AAD_', 'Sync_', 'ADSyncMSA', 'pGMSA_', 'provAgentgMSA'] as const;

const groupManaged = 'msds-groupmanagedserviceaccount';
const standaloneManaged = 'msds-managedserviceaccount';

const isManaged = (entry: DirectoryEntry): boolean =>
  isOfClass(entry, groupManaged) || isOfClass(entry, standaloneManaged);

const isServiceUser = (entry: DirectoryEntry): boolean =>
  isPersonAccount(entry) &&
  (isProtected(entry) ||
    rawTextsOf(entry, 'serviceprincipalname').some((name) => /^(?:host|http)\//iu.test(name)) ||
    hasSynchronisationName(rawTextOf(entry, 'samaccountname') ?? ''));

const hasSynchronisationName = (name: string): boolean =>
  synchronisationNames.some((prefix) => name.toLowerCase().startsWith(prefix.toLowerCase()));

/**
 * Accounts that run AD FS, Entra Connect, cloud sync or NDES, or may do so: managed service accounts, users with service principal names of hosts or web sites,
 * accounts with the names Connect gives. Users that AdminSDHolder protects are among them, so that administrators can be told from strangers.
 */
export const serviceAccountsTopic: DirectoryTopic<'ad.service-accounts'> = {
  kind: 'ad.service-accounts',
  per: 'domain',
  searches: ({ domain }) => [
    {
      base: domain.namingContext,
      scope: 'sub',
      filter: `(|(objectClass=msDS-GroupManagedServiceAccount)(objectClass=msDS-ManagedServiceAccount)(&(objectCategory=person)(objectClass=user)(|(adminCount=1)(servicePrincipalName=host/*)(servicePrincipalName=http/*)${synchronisationNames.map((name) => `(sAMAccountName=${name}*)`).join('')})))`,
      attributes: [
        'objectClass',
        'objectCategory',
        'objectSid',
        'objectGUID',
        'sAMAccountName',
        'description',
        'servicePrincipalName',
        'userAccountControl',
        'msDS-AllowedToDelegateTo',
        'primaryGroupID',
        'memberOf',
        'adminCount',
        'lastLogonTimestamp',
      ],
    },
  ],
  accepts: (_dn, entry) => isManaged(entry) || isServiceUser(entry),
  span: ({ domain }) => [normalDn(domain.namingContext), normalDn(`CN=Users,${domain.namingContext}`)],
  reader: () => new ServiceAccountsReader(),
};

class ServiceAccountsReader implements TopicReader<'ad.service-accounts'> {
  readonly #accounts: ServiceAccount[] = [];
  #total = 0;
  #withoutSid = 0;

  add(entry: DirectoryEntry): void {
    this.#total += 1;
    const account = accountOf(entry);
    if (account === undefined) this.#withoutSid += 1;
    else if (this.#accounts.length < accountLimit) this.#accounts.push(account);
  }

  finish() {
    const incomplete = this.#incompleteness();
    return {
      data: { accounts: this.#accounts.sort(byDistinguishedName) },
      facts: this.#total,
      notes: [],
      ...(incomplete === undefined ? {} : { incomplete }),
    };
  }

  #incompleteness(): string | undefined {
    if (this.#withoutSid > 0)
      return `${this.#withoutSid} accounts came without objectSid (ldifde leaves it out with -m).`;
    return this.#total > accountLimit
      ? `There are ${this.#total} accounts that may run services; only ${accountLimit} were kept.`
      : undefined;
  }
}

function accountOf(entry: DirectoryEntry): ServiceAccount | undefined {
  const objectSid = sidValueOf(entry, 'objectsid');
  if (objectSid === undefined) return undefined;
  return {
    distinguishedName: entry.dn,
    objectSid,
    samAccountName: textOf(entry, 'samaccountname') ?? '',
    accountClass: classOf(entry),
    enabled: isEnabledAccount(entry),
    servicePrincipalNames: [...textsOf(entry, 'serviceprincipalname')].sort().slice(0, principalNameLimit),
    allowedToDelegateTo: [...textsOf(entry, 'msds-allowedtodelegateto')].sort(),
    memberOf: [...rawTextsOf(entry, 'memberof')].sort(),
    adminCount: isProtected(entry),
    ...present({
      objectGuid: guidValueOf(entry, 'objectguid'),
      description: textOf(entry, 'description'),
      accountControl: flagsOf(entry, 'useraccountcontrol'),
      primaryGroupId: numberOf(entry, 'primarygroupid'),
      lastLogon: fileTimeToIso(rawTextOf(entry, 'lastlogontimestamp')),
    }),
  };
}

function classOf(entry: DirectoryEntry): ServiceAccountClass {
  if (isOfClass(entry, groupManaged)) return 'group-managed';
  if (isOfClass(entry, standaloneManaged)) return 'standalone-managed';
  return isOfClass(entry, 'computer') ? 'computer' : 'user';
}

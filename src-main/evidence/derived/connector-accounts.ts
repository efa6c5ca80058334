import type { ServiceAccount, ServiceAccounts } from '../../../src-shared/model/evidence/access';
import type { ForestPartitions } from '../../../src-shared/model/evidence/directory';
import type { ConnectConnectors } from '../../../src-shared/model/evidence/synchronization';
import type { Scope } from '../../../src-shared/model/scope';
import { connectAccounts } from './bridge-accounts';
import { domainsInScope, isSameHost, normalHostName } from './forest-scope';
import type { ReadRecord } from './read-record';

/** The optional kinds a check spreads into its `needs` to call {@link connectorAccounts}. */
export const connectorNeeds = ['ad.service-accounts?', 'ad.partitions?', 'connect.connectors?'] as const;

interface Records<T> {
  readonly records: readonly ReadRecord<T>[];
}

interface ConnectorInputs {
  readonly 'ad.service-accounts': Records<ServiceAccounts>;
  readonly 'ad.partitions': Records<ForestPartitions>;
  readonly 'connect.connectors': Records<ConnectConnectors>;
}

/** The account by which Entra Connect reads and writes Active Directory. */
export interface ConnectorAccount {
  readonly account: ServiceAccount;
  /** DNS name of the domain it lives in. */
  readonly domain: string;
  readonly evidenceId: string;
}

export interface ConnectorAccounts {
  readonly accounts: readonly ConnectorAccount[];
  /** Accounts that Connect itself names and that are not among those read. */
  readonly unseen: readonly string[];
}

/**
 * The AD DS connector accounts of the domains in scope: those that Connect itself names when its settings were collected, else every enabled account with the
 * name its set-up gives (`MSOL_…`, cloud sync `pGMSA_…`).
 */
export function connectorAccounts(inputs: ConnectorInputs, scope: Scope): ConnectorAccounts {
  const partitions = inputs['ad.partitions'].records;
  const domains = domainsInScope(partitions, scope);
  const candidates = inputs['ad.service-accounts'].records
    .filter(({ target }) => domains.includes(target))
    .flatMap(({ id, target, data }) =>
      data.accounts.map((account) => ({ account, domain: normalHostName(target), evidenceId: id })),
    );
  const listed = partitions.flatMap(({ data }) => data.domains);
  const named = namesInConnect(inputs['connect.connectors'].records.map(({ data }) => data));
  if (named.length === 0) {
    const known = new Set(
      connectAccounts(candidates.map(({ account }) => account).filter(({ enabled }) => enabled))
        .filter(({ role }) => role !== 'service')
        .map(({ account }) => account),
    );
    return { accounts: candidates.filter(({ account }) => known.has(account)), unseen: [] };
  }
  const isNamed = (name: string, { account, domain }: ConnectorAccount): boolean => {
    const [prefix = '', sam = ''] = name.includes('\\') ? name.split('\\') : ['', name];
    const netBios = listed.find(({ dnsRoot }) => isSameHost(dnsRoot, domain))?.netBiosName ?? '';
    const isOfDomain = prefix === '' || isSameHost(prefix, domain) || prefix.toLowerCase() === netBios.toLowerCase();
    return isOfDomain && account.samAccountName.toLowerCase() === sam.toLowerCase();
  };
  return {
    accounts: candidates.filter((candidate) => named.some((name) => isNamed(name, candidate))),
    unseen: named.filter((name) => !candidates.some((candidate) => isNamed(name, candidate))),
  };
}

const namesInConnect = (settings: readonly ConnectConnectors[]): readonly string[] => [
  ...new Set(
    settings.flatMap(({ connectors }) =>
      connectors.flatMap(({ type, account }) =>
        type.toLowerCase() === 'ad' && account !== undefined ? [account] : [],
      ),
    ),
  ),
];

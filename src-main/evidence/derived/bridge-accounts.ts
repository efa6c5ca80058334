import type { ServiceAccount, ServiceAccounts } from '../../../src-shared/model/evidence/access';
import type { ForestPartitions } from '../../../src-shared/model/evidence/directory';
import type { Scope } from '../../../src-shared/model/scope';
import { type FederationInputs, federationHostNeeds, federationHostsIn } from './federation-hosts';
import { domainsInScope, normalHostName } from './forest-scope';
import type { ReadData } from './read-record';

/** The optional kinds a check spreads into its `needs` to call {@link adfsAccounts}. */
export const adfsNeeds = ['ad.service-accounts?', 'ad.partitions?', ...federationHostNeeds] as const;

interface Records<T> {
  readonly records: readonly ReadData<T>[];
}

interface AdfsInputs extends FederationInputs {
  readonly 'ad.service-accounts': Records<ServiceAccounts>;
  readonly 'ad.partitions': Records<ForestPartitions>;
}

/** Enabled accounts of the domains in scope that AD FS may run as. */
export function adfsCandidates(inputs: AdfsInputs, scope: Scope): AdfsCandidates {
  return accountsServing(enabledAccounts(inputs, scope), federationHostsIn(inputs));
}

function enabledAccounts(
  inputs: Pick<AdfsInputs, 'ad.service-accounts' | 'ad.partitions'>,
  scope: Scope,
): readonly ServiceAccount[] {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  return inputs['ad.service-accounts'].records
    .filter(({ target }) => domains.includes(target))
    .flatMap(({ data }) => data.accounts.filter(({ enabled }) => enabled));
}

/** {@link adfsCandidates} without how sure they are. */
export const adfsAccounts = (inputs: AdfsInputs, scope: Scope): readonly ServiceAccount[] =>
  adfsCandidates(inputs, scope).accounts;

export interface AdfsRunner {
  readonly accounts: readonly ServiceAccount[];
  /** The account the service names, when it is not among those that were read. */
  readonly unread?: string;
}

/** The accounts AD FS runs as: those its service names (`CONTOSO\\adfssvc$` or a UPN) where nodes were read, else the candidates by service principal name. */
export function adfsRunner(inputs: AdfsInputs, scope: Scope, named: readonly string[]): AdfsRunner {
  if (named.length === 0) return { accounts: adfsAccounts(inputs, scope) };
  const accounts = enabledAccounts(inputs, scope);
  const found = named.map((name) => ({
    name,
    account: accounts.find(({ samAccountName }) => samAccountName.toLowerCase() === plainName(name)),
  }));
  const unread = found.find(({ account }) => account === undefined)?.name;
  return {
    accounts: [...new Set(found.flatMap(({ account }) => account ?? []))],
    ...(unread === undefined ? {} : { unread }),
  };
}

const plainName = (name: string): string => (name.split('\\').at(-1) ?? name).split('@')[0]?.toLowerCase() ?? '';

export interface AdfsCandidates {
  readonly accounts: readonly ServiceAccount[];
  /** False = no name of the federation service is known, so every account that carries a host's service principal name may be the one. */
  readonly isSure: boolean;
}

/**
 * Accounts that AD FS may run as: their service principal names hold `host/` or `http/` with a name of the federation service (set up with the farm,
 * because Kerberos asks for it). `hosts` are those names; empty = not known.
 */
export function accountsServing(accounts: readonly ServiceAccount[], hosts: readonly string[]): AdfsCandidates {
  const serviceHosts = (account: ServiceAccount, classes: string): readonly string[] =>
    account.servicePrincipalNames.flatMap((name) => {
      const [serviceClass = '', host = ''] = name.split('/');
      return classes.split(' ').includes(serviceClass.toLowerCase()) ? [normalHostName(host.split(':')[0] ?? '')] : [];
    });
  if (hosts.length > 0) {
    const wanted = hosts.map(normalHostName);
    return {
      accounts: accounts.filter((account) => serviceHosts(account, 'host http').some((host) => wanted.includes(host))),
      isSure: true,
    };
  }
  // A `host/` name belongs to a computer; on another account it is there for a service that many servers share.
  return { accounts: accounts.filter((account) => serviceHosts(account, 'host').length > 0), isSure: false };
}

export interface ConnectAccount {
  readonly account: ServiceAccount;
  /** `connector` reads and writes the directory; `service` runs the synchronisation service or its agent. */
  readonly role: 'connector' | 'service' | 'cloud-sync';
  /** e.g. `contoso.onmicrosoft.com`, from the description its set-up writes. */
  readonly tenant?: string;
}

const roles: readonly (readonly [prefix: string, role: ConnectAccount['role']])[] = [
  ['msol_', 'connector'],
  ['adsyncmsa', 'service'],
  ['aad_', 'service'],
  ['sync_', 'service'],
  ['pgmsa_', 'cloud-sync'],
  ['provagentgmsa', 'cloud-sync'],
];

/** First domains of tenants, in the public and the national clouds. */
const tenantName = /\b([a-z0-9-]{1,63}\.(?:onmicrosoft\.(?:com|us|de)|partner\.onmschina\.cn))\b/iu;

/** Accounts with the names that the set-up of Entra Connect and cloud sync gives. An administrator may have chosen another account: then it is not among them. */
export function connectAccounts(accounts: readonly ServiceAccount[]): readonly ConnectAccount[] {
  return accounts.flatMap((account) => {
    const name = account.samAccountName.toLowerCase();
    const role = roles.find(([prefix]) => name.startsWith(prefix))?.[1];
    if (role === undefined) return [];
    const tenant = tenantName.exec(account.description ?? '')?.[1]?.toLowerCase();
    return [{ account, role, ...(tenant === undefined ? {} : { tenant }) }];
  });
}

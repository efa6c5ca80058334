import type { ServiceAccounts } from '../../../src-shared/model/evidence/access';
import type { ForestPartitions } from '../../../src-shared/model/evidence/directory';
import type { Scope } from '../../../src-shared/model/scope';
import { type ConnectAccount, connectAccounts } from './bridge-accounts';
import { domainsInScope, forestOfDomain, normalHostName } from './forest-scope';
import type { ReadRecord } from './read-record';
import { day } from './time-span';

/** `lastLogonTimestamp` is up to 14 days late; synchronisation signs in every half an hour. */
const activeWithin = 30 * day;

/** An account of Entra Connect or cloud sync, where it lives and whether it is in use. */
export interface SyncAccount extends ConnectAccount {
  readonly evidenceId: string;
  readonly forest: string;
  /** `idle`: enabled, but no sign-in of the last 30 days is known. */
  readonly state: 'active' | 'idle' | 'disabled';
}

interface Read<T> extends ReadRecord<T> {
  readonly collectedAt: string;
}

/** The synchronisation accounts of the forests in scope. */
export function syncAccounts(
  records: readonly Read<ServiceAccounts>[],
  partitions: readonly Read<ForestPartitions>[],
  scope: Scope,
): readonly SyncAccount[] {
  const domains = domainsInScope(partitions, scope);
  return records
    .filter(({ target }) => domains.includes(target))
    .flatMap(({ id, target, collectedAt, data }) =>
      connectAccounts(data.accounts).map((found) => ({
        ...found,
        evidenceId: id,
        forest: forestOfDomain(target, partitions) ?? normalHostName(target),
        state: stateOf(found, Date.parse(collectedAt)),
      })),
    );
}

function stateOf({ account }: ConnectAccount, readAt: number): SyncAccount['state'] {
  if (!account.enabled) return 'disabled';
  return account.lastLogon !== undefined && readAt - Date.parse(account.lastLogon) <= activeWithin ? 'active' : 'idle';
}

/** Forests of the scope that have domains whose accounts were read. */
export function forestsRead(
  records: readonly Read<ServiceAccounts>[],
  partitions: readonly Read<ForestPartitions>[],
  scope: Scope,
): readonly string[] {
  const domains = domainsInScope(partitions, scope);
  const forests = records
    .filter(({ target }) => domains.includes(target))
    .map(({ target }) => forestOfDomain(target, partitions) ?? normalHostName(target));
  return [...new Set(forests)].sort();
}

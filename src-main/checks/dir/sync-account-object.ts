import type { SyncAccount } from '../../evidence/derived/sync-accounts';
import { dateOf } from '../../evidence/derived/time-span';

/** A synchronisation account as an object of a finding, without its outcome. */
export const syncAccountObject = ({ account, evidenceId }: SyncAccount) =>
  ({
    id: account.objectSid,
    kind: 'user',
    name: account.samAccountName,
    evidenceId,
    locate: account.samAccountName,
  }) as const;

/** "enabled, last seen 2026-11-20, tenant contoso.onmicrosoft.com" */
export function describeSyncAccount({ account, state, tenant }: SyncAccount): string {
  const seen =
    account.lastLogon === undefined ? 'no sign-in known' : `last signed in about ${dateOf(account.lastLogon)}`;
  return [
    state === 'disabled' ? 'disabled' : 'enabled',
    seen,
    ...(tenant === undefined ? [] : [`tenant ${tenant}`]),
  ].join(', ');
}

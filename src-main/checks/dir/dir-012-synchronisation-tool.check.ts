import { forestsRead, type SyncAccount, syncAccounts } from '../../evidence/derived/sync-accounts';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { describeSyncAccount, syncAccountObject } from './sync-account-object';

export default defineCheck({
  id: 'DIR-012',
  revision: 1,
  why: 'Cloud sync synchronises neither computers nor device write-back nor the keys of this model, so without Connect Sync no pilot device is ever complete.',
  sources: [
    'https://learn.microsoft.com/entra/identity/hybrid/common-scenarios',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/whatis-azure-ad-connect',
  ],
  outcomes: ['pass'],
  needs: ['ad.service-accounts', 'ad.partitions?'],
  evaluate({ 'ad.service-accounts': lists, 'ad.partitions': partitions }, { scope }) {
    const forests = forestsRead(lists.records, partitions.records, scope);
    if (forests.length === 0)
      return unknown('not-collected', { summary: 'The accounts of the forests in scope were not read.' });
    const accounts = syncAccounts(lists.records, partitions.records, scope);
    const objects = forests.map(
      (forest): JudgedObject => ({
        id: `forest:${forest}`,
        kind: 'forest',
        name: forest,
        ...judgeForest(accounts.filter((account) => account.forest === forest)),
      }),
    );
    return judged(objects, {
      summary: summarise(objects),
      observations: accounts.map((account) => ({
        label: `${toolOf(account)}: ${syncAccountObject(account).name}`,
        observed: describeSyncAccount(account),
      })),
    });
  },
  remediation: {
    task: 'Synchronise with Entra Connect Sync.',
    steps: [
      'Find the server that synchronises: the description of the connector account names it.',
      'Keep or install Entra Connect Sync for the units with pilot users and computers, and take these units out of cloud sync.',
      'Where Connect Sync is to go away, choose cloud Kerberos trust instead of certificate trust.',
    ],
    command: [
      "Get-ADUser -LDAPFilter '(sAMAccountName=MSOL_*)' -Properties description, lastLogonDate, Enabled",
      "Get-ADServiceAccount -LDAPFilter '(|(sAMAccountName=ADSyncMSA*)(sAMAccountName=pGMSA_*)(sAMAccountName=provAgentgMSA*))' -Properties description, lastLogonDate",
      'Get-Service ADSync; Get-ADSyncScheduler',
    ].join('\n'),
    verify:
      '`Get-ADSyncScheduler` on the server shows SyncCycleEnabled True, and the account’s last sign-in is recent.',
    revert: 'Cloud sync jobs can be enabled again in the Entra admin centre.',
    right: 'Hybrid Identity Administrator in Entra ID; administrator of the Connect server',
    risk: 'Two tools that synchronise the same object fight over it; move units one at a time.',
  },
});

const toolOf = ({ role }: SyncAccount): string => (role === 'cloud-sync' ? 'Cloud sync' : 'Connect Sync');

/** What accounts tell of one forest. That Connect Sync is absent cannot be told: it may use an account by any name. */
function judgeForest(accounts: readonly SyncAccount[]): Verdict {
  const cloud = accounts.filter(({ role, state }) => role === 'cloud-sync' && state !== 'disabled');
  const connect = accounts.filter(({ role }) => role !== 'cloud-sync');
  const active = connect.filter(({ state }) => state === 'active');
  const names = (list: readonly SyncAccount[]): string => listed(list.map(({ account }) => account.samAccountName));
  const open = { outcome: 'unknown', reason: 'not-collected' } as const;
  if (active.length > 0 && cloud.length > 0) {
    return {
      ...open,
      note: `Connect Sync (${names(active)}) is in use and cloud sync is set up (${names(cloud)}); which of them the pilot’s units belong to is not kept in AD.`,
    };
  }
  if (active.length > 0)
    return { outcome: 'pass', note: `Connect Sync is in use: ${names(active)} signed in within the last 30 days.` };
  if (connect.length > 0)
    return { ...open, note: `${names(connect)} of Connect Sync exists, but no recent sign-in of it is known.` };
  if (cloud.length > 0) {
    return {
      ...open,
      note: `Only cloud sync is to be seen (${names(cloud)}). Connect Sync may still be there with an account by another name.`,
    };
  }
  return { ...open, note: 'No account with a name that Entra Connect or cloud sync gives was found.' };
}

function summarise(objects: readonly JudgedObject[]): string {
  const [only] = objects;
  if (objects.length === 1 && only !== undefined) return `${only.name}: ${only.note}`;
  const open = objects.filter(({ outcome }) => outcome === 'unknown');
  if (open.length === 0) return `Connect Sync is in use in all ${countOf(objects.length, 'forest')}.`;
  return `Connect Sync is not known to serve ${listed(namesOf(objects, 'unknown'))}. ${open[0]?.note ?? ''}`.trim();
}

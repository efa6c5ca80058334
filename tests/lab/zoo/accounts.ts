import { fileTime } from '../build/content/directory-change';
import { domain } from '../facts';
import type { DirectoryChange } from '../lab';

const now = new Date();
export const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

export const join = (group: string, ...members: readonly string[]): DirectoryChange => ({
  dn: group,
  addValues: { member: members },
});
export const set = (dn: string, attribute: string, ...values: readonly string[]): DirectoryChange => ({
  dn,
  replace: { [attribute]: values },
});
/** Marks an account as AdminSDHolder's task does. */
export const protect = (dn: string): DirectoryChange => set(dn, 'adminCount', '1');
export const rights = (dn: string, ...access: readonly string[]): DirectoryChange => ({ dn, addAccess: access });

/** Another account of Entra Connect Sync, with rights only if it is given some. */
export const anotherSyncAccount = (name: string, tenant: string, lastLogon?: Date): DirectoryChange => ({
  dn: `CN=${name},CN=Users,${domain.baseDn}`,
  add: {
    objectClass: ['user'],
    sAMAccountName: [name],
    userAccountControl: [String(lastLogon ? 0x10200 : 0x10202)],
    ...(lastLogon && { lastLogonTimestamp: [fileTime(lastLogon)] }),
    description: [
      `Synchronisation account, installation identifier '0f1e2d3c4b5a69788796a5b4c3d2e1f0' running on computer 'AADC02' configured to synchronize to tenant '${tenant}'.`,
    ],
  },
});

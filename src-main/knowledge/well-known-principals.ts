/** Security principals whose SID or RID is the same in every directory and language (MS-DTYP 2.4.2.4, "Understand security groups"). */

export const wellKnownSid = {
  everyone: 'S-1-1-0',
  creatorOwner: 'S-1-3-0',
  ownerRights: 'S-1-3-4',
  anonymous: 'S-1-5-7',
  enterpriseControllers: 'S-1-5-9',
  self: 'S-1-5-10',
  authenticatedUsers: 'S-1-5-11',
  system: 'S-1-5-18',
  administrators: 'S-1-5-32-544',
  users: 'S-1-5-32-545',
  accountOperators: 'S-1-5-32-548',
} as const;

/** Relative identifiers of groups and accounts every domain has (498, 518, 519 and 527 only the forest root). */
export const domainRid = {
  enterpriseReadOnlyControllers: 498,
  administrator: 500,
  krbtgt: 502,
  domainAdmins: 512,
  domainUsers: 513,
  domainGuests: 514,
  domainComputers: 515,
  domainControllers: 516,
  certPublishers: 517,
  schemaAdmins: 518,
  enterpriseAdmins: 519,
  policyCreators: 520,
  readOnlyControllers: 521,
  keyAdmins: 526,
  enterpriseKeyAdmins: 527,
} as const;

/** Names for people of SIDs that stand for themselves; Windows shows them translated. */
const wellKnownTitles: ReadonlyMap<string, string> = new Map([
  [wellKnownSid.everyone, 'Everyone'],
  [wellKnownSid.creatorOwner, 'CREATOR OWNER'],
  [wellKnownSid.ownerRights, 'OWNER RIGHTS'],
  ['S-1-5-2', 'NETWORK'],
  ['S-1-5-4', 'INTERACTIVE'],
  [wellKnownSid.anonymous, 'ANONYMOUS LOGON'],
  [wellKnownSid.enterpriseControllers, 'Enterprise Domain Controllers'],
  [wellKnownSid.self, 'SELF'],
  [wellKnownSid.authenticatedUsers, 'Authenticated Users'],
  [wellKnownSid.system, 'SYSTEM'],
  ['S-1-5-19', 'LOCAL SERVICE'],
  ['S-1-5-20', 'NETWORK SERVICE'],
  [wellKnownSid.administrators, 'Administrators'],
  [wellKnownSid.users, 'Users'],
  ['S-1-5-32-546', 'Guests'],
  [wellKnownSid.accountOperators, 'Account Operators'],
  ['S-1-5-32-549', 'Server Operators'],
  ['S-1-5-32-550', 'Print Operators'],
  ['S-1-5-32-551', 'Backup Operators'],
  ['S-1-5-32-552', 'Replicator'],
  ['S-1-5-32-554', 'Pre-Windows 2000 Compatible Access'],
  ['S-1-5-32-557', 'Incoming Forest Trust Builders'],
  ['S-1-5-32-560', 'Windows Authorization Access Group'],
  ['S-1-5-32-561', 'Terminal Server License Servers'],
  ['S-1-5-32-574', 'Certificate Service DCOM Access'],
]);

const domainTitles: ReadonlyMap<number, string> = new Map([
  [domainRid.enterpriseReadOnlyControllers, 'Enterprise Read-only Domain Controllers'],
  [domainRid.administrator, 'Administrator'],
  [domainRid.krbtgt, 'krbtgt'],
  [domainRid.domainAdmins, 'Domain Admins'],
  [domainRid.domainUsers, 'Domain Users'],
  [domainRid.domainGuests, 'Domain Guests'],
  [domainRid.domainComputers, 'Domain Computers'],
  [domainRid.domainControllers, 'Domain Controllers'],
  [domainRid.certPublishers, 'Cert Publishers'],
  [domainRid.schemaAdmins, 'Schema Admins'],
  [domainRid.enterpriseAdmins, 'Enterprise Admins'],
  [domainRid.policyCreators, 'Group Policy Creator Owners'],
  [domainRid.readOnlyControllers, 'Read-only Domain Controllers'],
  [522, 'Cloneable Domain Controllers'],
  [525, 'Protected Users'],
  [domainRid.keyAdmins, 'Key Admins'],
  [domainRid.enterpriseKeyAdmins, 'Enterprise Key Admins'],
  [553, 'RAS and IAS Servers'],
]);

/** Domain and RID of a SID a domain gave; undefined for SIDs of other authorities. */
export function domainPrincipal(sid: string): { readonly domainSid: string; readonly rid: number } | undefined {
  const match = /^(S-1-5-21-\d+-\d+-\d+)-(\d+)$/iu.exec(sid);
  return match?.[1] === undefined ? undefined : { domainSid: match[1].toUpperCase(), rid: Number(match[2]) };
}

/** Whether a SID is of a group that comes with every domain: built-in, or with a RID below those of created objects (MS-ADTS 3.1.1.5.2.4). */
export const isWellKnownGroup = (sid: string): boolean =>
  sid.startsWith('S-1-5-32-') || (domainPrincipal(sid)?.rid ?? 1000) < 1000;

/** The English name of a principal that every directory has; undefined for all others. */
export function wellKnownTitle(sid: string): string | undefined {
  const rid = domainPrincipal(sid)?.rid;
  return rid === undefined ? wellKnownTitles.get(sid.toUpperCase()) : domainTitles.get(rid);
}

/** Built-in groups anybody is in (catalogue section 10): Everyone, Anonymous, Interactive, Authenticated Users, Users, Pre-Windows 2000, Guests. */
const lowPrivilegedSids: ReadonlySet<string> = new Set([
  wellKnownSid.everyone,
  'S-1-5-2',
  'S-1-5-4',
  wellKnownSid.anonymous,
  wellKnownSid.authenticatedUsers,
  wellKnownSid.users,
  'S-1-5-32-546',
  'S-1-5-32-554',
]);
const lowPrivilegedRids: ReadonlySet<number> = new Set([
  domainRid.domainUsers,
  domainRid.domainGuests,
  domainRid.domainComputers,
]);

/** Whether a SID stands for (nearly) everybody of a domain. */
export function isLowPrivilegedSid(sid: string): boolean {
  const rid = domainPrincipal(sid)?.rid;
  return rid === undefined ? lowPrivilegedSids.has(sid.toUpperCase()) : lowPrivilegedRids.has(rid);
}

/** SYSTEM, Administrators, Enterprise Domain Controllers, and what only stands for the owner or the object itself. */
const tierZeroSids: ReadonlySet<string> = new Set([
  wellKnownSid.system,
  wellKnownSid.administrators,
  wellKnownSid.enterpriseControllers,
  wellKnownSid.creatorOwner,
  wellKnownSid.ownerRights,
]);
const tierZeroRids: ReadonlySet<number> = new Set([
  domainRid.administrator,
  domainRid.krbtgt,
  domainRid.domainAdmins,
  domainRid.domainControllers,
  domainRid.schemaAdmins,
  domainRid.enterpriseAdmins,
]);

/** Whether a SID is Tier 0 by itself (catalogue section 10); members of such groups have to be looked up. */
export function isTierZeroSid(sid: string): boolean {
  const rid = domainPrincipal(sid)?.rid;
  return rid === undefined ? tierZeroSids.has(sid.toUpperCase()) : tierZeroRids.has(rid);
}

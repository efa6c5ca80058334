import { fileTime } from '../build/content/directory-change';
import { domain, groups, syncAccount, units, users } from '../facts';
import type { DirectoryChange } from '../lab';
import { anotherSyncAccount, daysAgo, join, protect, rights } from './accounts';
import type { Variant } from './variant';

const { alice } = users;
const domainAdmins = `CN=Domain Admins,CN=Users,${domain.baseDn}`;
const keyAdmins = `CN=Key Admins,CN=Users,${domain.baseDn}`;
const adminSdHolder = `CN=AdminSDHolder,CN=System,${domain.baseDn}`;
const keyCredentialLink = '5b47d60f-6090-40b2-9f37-2a4de88f3063';

/** Takes the account of Entra Connect out of service. */
const retired: DirectoryChange = {
  dn: syncAccount.dn,
  replace: { userAccountControl: ['66050'], lastLogonTimestamp: [fileTime(daysAgo(400))] },
};

/** Who may write keys, and who is in the groups for it (DIR-022, DIR-023, DIR-026, SEC-019, SEC-020, SEC-023). */
export const keyRightVariants: readonly Variant[] = [
  { name: 'Key Admins with the account of Connect', changes: [join(keyAdmins, syncAccount.dn)], answers: {} },
  {
    name: 'Key Admins with an ordinary user',
    changes: [join(keyAdmins, alice.dn)],
    answers: { 'SEC-020': 'fail' },
    blames: { 'SEC-020': ['Alice Archer in Key Admins'] },
  },
  {
    name: 'Key Admins with a group',
    changes: [join(keyAdmins, groups.warehouseStaff.dn)],
    answers: { 'SEC-020': 'warning' },
  },
  {
    name: 'the account of Connect in Domain Admins',
    changes: [join(domainAdmins, syncAccount.dn), protect(syncAccount.dn)],
    answers: { 'DIR-022': 'warning', 'SEC-023': 'fail' },
  },
  {
    name: 'the account of Connect in Domain Admins by a nested group',
    changes: [join(groups.tierZeroAdmins.dn, syncAccount.dn), protect(syncAccount.dn)],
    answers: { 'DIR-022': 'warning', 'SEC-023': 'fail' },
  },
  {
    name: 'a new account of Connect without rights, the old one still with them',
    changes: [retired, anotherSyncAccount('MSOL_0f1e2d3c4b5a', 'contoso.onmicrosoft.com', daysAgo(1))],
    answers: { 'DEV-016': 'fail', 'DIR-022': 'fail', 'SEC-019': 'fail' },
  },
  {
    name: 'an ordinary user who may write keys in the whole domain',
    changes: [rights(domain.baseDn, `(OA;CI;WP;${keyCredentialLink};;${alice.sid})`)],
    // … that of the CA's computer account among them, which inherits it.
    answers: { 'SEC-006': 'fail', 'SEC-019': 'fail' },
    blames: { 'SEC-006': [`CN=CA01,${units.servers}`] },
  },
  {
    name: 'a group that may write everything on users of a unit',
    changes: [rights(units.staff, `(A;CI;WP;;;${groups.warehouseStaff.sid})`)],
    answers: { 'SEC-019': 'fail' },
    blames: { 'SEC-019': [units.staff] },
  },
  {
    name: 'everybody in control of a unit',
    changes: [rights(units.staff, '(A;CI;GA;;;AU)')],
    answers: { 'SEC-019': 'fail' },
    blames: { 'SEC-019': [units.staff] },
  },
  {
    name: 'Enterprise Key Admins in control of the domain',
    changes: [rights(domain.baseDn, `(A;CI;GA;;;${domain.sid}-527)`)],
    // … and of the container above the keys of AD FS and the computer account of the CA, which inherit it.
    answers: { 'SEC-006': 'fail', 'SEC-019': 'fail', 'SEC-022': 'fail' },
    blames: { 'SEC-006': [`CN=CA01,${units.servers}`] },
  },
  {
    name: 'keys of protected accounts written by an ordinary user',
    changes: [rights(adminSdHolder, `(OA;;WP;${keyCredentialLink};;${alice.sid})`)],
    answers: { 'SEC-019': 'fail' },
  },
  {
    name: 'a protected pilot user',
    changes: [protect(alice.dn)],
    answers: { 'DIR-026': 'warning', 'SEC-026': 'warning' },
  },
  {
    name: 'a protected pilot user whose keys Key Admins may write',
    changes: [protect(alice.dn), rights(adminSdHolder, `(OA;;RPWP;${keyCredentialLink};;${domain.sid}-526)`)],
    answers: { 'SEC-026': 'warning' },
  },
  {
    name: 'a domain administrator in the pilot',
    changes: [protect(alice.dn), join(domainAdmins, alice.dn)],
    answers: { 'DIR-026': 'warning', 'SEC-026': 'warning' },
  },
];

import type { AnswerKey } from '../answer-key';
import { deviceDn, deviceRegistration } from '../build/content/device-registration';
import { bytes, fileTime, sidBytes } from '../build/content/directory-change';
import { type KeyOptions, keyCredential } from '../build/content/key-credential';
import { pilotMachines, stableGuid } from '../build/content/machines';
import { adfsKeyContainer } from '../build/content/service-accounts';
import { adfsServiceAccount, domain, groups, syncAccount, units, users } from '../facts';
import type { DirectoryChange } from '../lab';
import type { Variant } from './variant';
import { weakModulus } from './weak-modulus';

const { alice } = users;
const domainAdmins = `CN=Domain Admins,CN=Users,${domain.baseDn}`;
const keyAdmins = `CN=Key Admins,CN=Users,${domain.baseDn}`;
const adminSdHolder = `CN=AdminSDHolder,CN=System,${domain.baseDn}`;
const keyCredentialLink = '5b47d60f-6090-40b2-9f37-2a4de88f3063';
const now = new Date();
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

const [firstDevice] = pilotMachines;
if (firstDevice === undefined) throw new Error('The lab has no pilot machine');
const firstDeviceDn = deviceDn(firstDevice);

const join = (group: string, ...members: readonly string[]): DirectoryChange => ({
  dn: group,
  addValues: { member: members },
});
const set = (dn: string, attribute: string, ...values: readonly string[]): DirectoryChange => ({
  dn,
  replace: { [attribute]: values },
});
const protect = (dn: string): DirectoryChange => set(dn, 'adminCount', '1');
const rights = (dn: string, ...access: readonly string[]): DirectoryChange => ({ dn, addAccess: access });

/** Another account of Entra Connect Sync, with rights only if it is given some. */
const anotherSyncAccount = (name: string, tenant: string, lastLogon?: Date): DirectoryChange => ({
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
    answers: { 'SEC-019': 'fail' },
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
    // … and of the container above the keys of AD FS, which inherits it.
    answers: { 'SEC-019': 'fail', 'SEC-022': 'fail' },
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

const mapped = (
  name: string,
  values: readonly string[],
  answers: AnswerKey,
  more: readonly DirectoryChange[] = [],
): Variant => ({
  name,
  changes: [set(alice.dn, 'altSecurityIdentities', ...values), ...more],
  answers,
});
const issuer = 'X509:<I>DC=test,DC=contoso,DC=corp,CN=Contoso Issuing CA 1';

/** Explicit mappings of certificates (SEC-013, ESC14). */
export const mappingVariants: readonly Variant[] = [
  mapped('issuer and subject', [`${issuer}<S>CN=Alice Archer`], { 'SEC-013': 'warning' }),
  mapped('subject alone', ['X509:<S>CN=Alice Archer'], { 'SEC-013': 'warning' }),
  mapped('e-mail address', ['X509:<RFC822>alice@contoso.com'], { 'SEC-013': 'warning' }),
  mapped(
    'strong forms',
    [
      `${issuer}<SR>1200000000ac11000000002b`,
      'X509:<SKI>123456789abcdef123456789abcdef1234567890',
      'X509:<SHA1-PUKEY>123456789abcdef123456789abcdef1234567890',
    ],
    {},
  ),
  mapped('Kerberos names', ['Kerberos:alice@FABRIKAM.TEST'], {}),
  mapped(
    'a weak form of a protected account',
    ['X509:<S>CN=Alice Archer'],
    { 'DIR-026': 'warning', 'SEC-013': 'fail', 'SEC-026': 'warning' },
    [protect(alice.dn)],
  ),
];

const key = (deviceId: string, options: KeyOptions = {}, owner = alice.dn): DirectoryChange => ({
  dn: owner,
  replace: { 'msDS-KeyCredentialLink': [keyCredential(owner, deviceId, daysAgo(5), options)] },
});
const goneDevice = stableGuid('a device that was removed');
const enrolled: AnswerKey = { 'DEV-020': 'pass', 'SEC-018': 'pass', 'TRU-005': 'warning' };
const protectedUser: AnswerKey = { 'DIR-026': 'warning', 'SEC-026': 'warning' };

/** Keys of users and devices (DEV-014, DEV-020, SEC-017, SEC-018, TRU-005). */
export const keyVariants: readonly Variant[] = [
  { name: 'a sound key of a written-back device', changes: [key(firstDevice.objectGuid)], answers: enrolled },
  { name: 'a security key', changes: [key(stableGuid('no device'), { usage: 7 })], answers: { 'SEC-018': 'pass' } },
  {
    name: 'a key with the fingerprint of the weak generator',
    changes: [key(firstDevice.objectGuid, { modulus: weakModulus() })],
    answers: { ...enrolled, 'SEC-017': 'fail' },
  },
  {
    name: 'a weak key of a device',
    changes: [key(firstDevice.objectGuid, { modulus: weakModulus() }, firstDeviceDn)],
    answers: { 'SEC-017': 'fail' },
  },
  {
    name: 'a key of a device that is gone',
    changes: [key(goneDevice)],
    answers: { 'DEV-020': 'warning', 'SEC-018': 'warning', 'TRU-005': 'warning' },
  },
  {
    name: 'a key of a disabled device',
    changes: [key(firstDevice.objectGuid), set(firstDeviceDn, 'msDS-IsEnabled', 'FALSE')],
    answers: { ...enrolled, 'DEV-014': 'fail', 'SEC-018': 'warning' },
  },
  {
    name: 'a key of a device that is gone, on a protected account',
    changes: [key(goneDevice), protect(alice.dn)],
    answers: { ...protectedUser, 'DEV-020': 'warning', 'SEC-018': 'fail', 'TRU-005': 'warning' },
  },
  {
    name: 'a device without a certificate',
    changes: [set(firstDeviceDn, 'altSecurityIdentities', 'Kerberos:device@CORP.CONTOSO.TEST')],
    answers: { 'DEV-014': 'fail' },
  },
  {
    name: 'a device without a key',
    changes: [{ dn: firstDeviceDn, replace: { 'msDS-KeyCredentialLink': [] } }],
    answers: { 'DEV-014': 'warning' },
  },
  {
    name: 'a disabled device',
    changes: [set(firstDeviceDn, 'msDS-IsEnabled', 'FALSE')],
    answers: { 'DEV-014': 'fail' },
  },
];

/** Accounts of Connect, AD FS and cloud sync, and the rights they need (DEV-016, DIR-012, DIR-024, SEC-022). */
export const serviceAccountVariants: readonly Variant[] = [
  {
    name: 'two tenants',
    changes: [anotherSyncAccount('MSOL_0f1e2d3c4b5a', 'fabrikam.onmicrosoft.com', daysAgo(1))],
    // One of the accounts has the rights; which of them synchronises the pilot is not kept in AD.
    answers: { 'DIR-024': 'fail' },
  },
  {
    name: 'an account left over from another tenant',
    changes: [anotherSyncAccount('MSOL_0f1e2d3c4b5a', 'fabrikam.onmicrosoft.com')],
    answers: { 'DIR-024': 'warning' },
  },
  {
    name: 'cloud sync as well',
    changes: [
      {
        dn: `CN=provAgentgMSA,CN=Managed Service Accounts,${domain.baseDn}`,
        add: {
          objectClass: ['msDS-GroupManagedServiceAccount'],
          sAMAccountName: ['pGMSA_1a2b3c4d$'],
          userAccountControl: ['4096'],
          lastLogonTimestamp: [fileTime(daysAgo(1))],
          'msDS-ManagedPasswordInterval': ['30'],
        },
      },
    ],
    // Which of them the units of the pilot belong to is not kept in AD.
    answers: { 'DIR-012': 'unknown: not-collected' },
  },
  {
    name: 'a device container closed to Connect',
    changes: [
      {
        dn: deviceRegistration.registeredDevicesDn,
        replace: {
          nTSecurityDescriptor: [
            { sddl: `O:${domain.sid}-512G:${domain.sid}-512D:PAI(A;CI;GA;;;${domain.sid}-512)(A;CI;RPLCLORC;;;AU)` },
          ],
        },
      },
    ],
    answers: { 'DEV-016': 'fail' },
  },
  {
    name: "AD FS's key open to everybody",
    changes: [
      rights(adfsKeyContainer.dn, '(A;CI;RPLCLORC;;;AU)'),
      rights(adfsKeyContainer.keyDn, '(A;;RPLCLORC;;;AU)'),
    ],
    answers: { 'SEC-022': 'fail' },
  },
  {
    name: 'a user account for AD FS',
    changes: [
      { dn: adfsServiceAccount.dn, replace: { servicePrincipalName: [] } },
      {
        dn: `CN=Dienst AD FS,${units.servers}`,
        add: {
          objectClass: ['user'],
          objectSid: [bytes(sidBytes(`${domain.sid}-10040`))],
          sAMAccountName: ['svc-adfs'],
          userAccountControl: ['66048'],
          servicePrincipalName: ['host/fs.corp.contoso.test', 'http/fs.corp.contoso.test'],
        },
      },
    ],
    answers: { 'FED-026': 'warning', 'PKI-020': 'warning', 'PKI-022': 'fail', 'PKI-030': 'fail' },
  },
];

/** Membership that `member` does not show (PKI-030, POL-016 and everything about pilot users stay as they are). */
export const membershipVariants: readonly Variant[] = [
  {
    name: 'a pilot user by primary group',
    changes: [{ dn: alice.dn, replace: { primaryGroupID: [groups.whfbUsers.sid.split('-').at(-1) ?? ''] } }],
    answers: {},
  },
];

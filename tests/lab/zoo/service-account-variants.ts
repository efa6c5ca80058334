import { deviceRegistration } from '../build/content/device-registration';
import { bytes, fileTime, sidBytes } from '../build/content/directory-change';
import { adfsKeyContainer } from '../build/content/service-accounts';
import { adfsServiceAccount, domain, groups, units, users } from '../facts';
import { anotherSyncAccount, daysAgo, rights } from './accounts';
import { beforePolicy } from './templates';
import type { Variant } from './variant';

const { alice } = users;

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
    answers: {
      'FED-026': 'warning',
      'PKI-020': 'warning',
      'PKI-022': 'fail',
      'PKI-030': 'fail',
      'RA-005': 'fail',
      ...beforePolicy,
    },
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

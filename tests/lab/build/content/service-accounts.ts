import { adfsServiceAccount, domain, sidOf, web } from '../../facts.ts';
import { bytes, type DirectoryChange, sidBytes } from './directory-change.ts';

const normalAccount = 0x200;
const workstationAccount = 0x1000;
const passwordNeverExpires = 0x10000;

/** The group managed service account of the AD FS farm, whose password the AD FS server may read. */
export function adfsServiceAccountObject(): DirectoryChange {
  return {
    dn: adfsServiceAccount.dn,
    add: {
      objectClass: ['msDS-GroupManagedServiceAccount'],
      objectSid: [bytes(sidBytes(adfsServiceAccount.sid))],
      sAMAccountName: [adfsServiceAccount.samAccountName],
      userAccountControl: [String(workstationAccount)],
      dNSHostName: [web.adfsHost],
      servicePrincipalName: [`host/${web.adfsHost}`, `http/${web.adfsHost}`],
      'msDS-ManagedPasswordInterval': ['30'],
      'msDS-SupportedEncryptionTypes': ['28'],
      'msDS-GroupMSAMembership': [{ sddl: `O:SYD:(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;${domain.sid}-515)` }],
    },
  };
}

/** The account Entra Connect Sync makes for itself, which names its server and tenant in `description`. */
export function syncAccount(): DirectoryChange {
  return {
    dn: `CN=MSOL_4f1c2d3e5a6b,CN=Users,${domain.baseDn}`,
    add: {
      objectClass: ['user'],
      objectSid: [bytes(sidBytes(sidOf('syncAccount')))],
      sAMAccountName: ['MSOL_4f1c2d3e5a6b'],
      userAccountControl: [String(normalAccount | passwordNeverExpires)],
      description: [
        "Synchronisation account, installation identifier '4f1c2d3e5a6b4c7d8e9f0a1b2c3d4e5f' running on computer 'AADC01' configured to synchronize to tenant 'contoso.onmicrosoft.com'.",
      ],
    },
  };
}

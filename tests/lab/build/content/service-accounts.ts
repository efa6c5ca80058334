import {
  adfsServiceAccount,
  certificationAuthority,
  domain,
  enrolmentServiceAccount,
  syncAccount,
  web,
} from '../../facts.ts';
import { bytes, type DirectoryChange, fileTime, sidBytes } from './directory-change.ts';
import { stableGuid } from './machines.ts';

const normalAccount = 0x200;
const workstationAccount = 0x1000;
const passwordNeverExpires = 0x10000;
const trustedToAuthenticate = 0x1000000;

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
export function syncAccountObject(now: Date): DirectoryChange {
  return {
    dn: syncAccount.dn,
    add: {
      objectClass: ['user'],
      objectSid: [bytes(sidBytes(syncAccount.sid))],
      sAMAccountName: [syncAccount.samAccountName],
      userAccountControl: [String(normalAccount | passwordNeverExpires)],
      lastLogonTimestamp: [fileTime(new Date(now.getTime() - 86_400_000))],
      description: [
        "Synchronisation account, installation identifier '4f1c2d3e5a6b4c7d8e9f0a1b2c3d4e5f' running on computer 'AADC01' configured to synchronize to tenant 'contoso.onmicrosoft.com'.",
      ],
    },
  };
}

/** The NDES account as catalogue SSO-009 wants it: name of the server, constrained delegation to itself and to the CA. */
export function enrolmentServiceAccountObject(): DirectoryChange {
  const { dn, sid, samAccountName, serverName } = enrolmentServiceAccount;
  const bothNames = (service: string, name: string) => [
    `${service}/${name}.${domain.dnsName}`,
    `${service}/${name.toUpperCase()}`,
  ];
  const authority = certificationAuthority.hostName.split('.')[0] ?? '';
  return {
    dn,
    add: {
      objectClass: ['user'],
      objectSid: [bytes(sidBytes(sid))],
      sAMAccountName: [samAccountName],
      userPrincipalName: [`${samAccountName}@${domain.dnsName}`],
      userAccountControl: [String(normalAccount | passwordNeverExpires | trustedToAuthenticate)],
      servicePrincipalName: bothNames('http', serverName.toLowerCase()),
      'msDS-AllowedToDelegateTo': [
        ...bothNames('HOST', serverName.toLowerCase()),
        ...bothNames('HOST', authority),
        ...bothNames('rpcss', authority),
      ],
    },
  };
}

const keyContainerParent = `CN=ADFS,CN=Microsoft,CN=Program Data,${domain.baseDn}`;

/** The farm's key in the directory (DKM): only the farm's account and administrators may look inside. */
export const adfsKeyContainer = {
  dn: `CN=${stableGuid('AD FS key container')},${keyContainerParent}`,
  keyDn: `CN=${stableGuid('AD FS key')},CN=${stableGuid('AD FS key container')},${keyContainerParent}`,
} as const;

export function adfsKeyObjects(): readonly DirectoryChange[] {
  const who = [adfsServiceAccount.sid, `${domain.sid}-512`, `${domain.sid}-519`, 'SY'];
  return [
    { dn: keyContainerParent, add: { objectClass: ['container'] } },
    {
      dn: adfsKeyContainer.dn,
      add: {
        objectClass: ['container'],
        nTSecurityDescriptor: [{ sddl: `O:DAG:DAD:PAI${who.map((sid) => `(A;CI;GA;;;${sid})`).join('')}` }],
      },
    },
    {
      dn: adfsKeyContainer.keyDn,
      add: { objectClass: ['contact'], thumbnailPhoto: [bytes(Buffer.from(stableGuid('AD FS key material')))] },
    },
  ];
}

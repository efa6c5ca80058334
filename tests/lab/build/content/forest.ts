import { domain, domainController, syncAccount, units, web } from '../../facts.ts';
import { bytes, type DirectoryChange, type DirectoryValue, sidBytes } from './directory-change.ts';

/** The shipped 2016 classes lack the back link of msDS-KeyCredentialLink, without which no object can have a key. */
export function schemaCompletion(): readonly DirectoryChange[] {
  return [{ dn: `CN=Top,${domain.schemaDn}`, addValues: { mayContain: ['msDS-KeyCredentialLink-BL'] } }];
}

/** Functional level 7 (Windows Server 2016) by decree, and the alternative UPN suffixes. */
export function forestLevels(): readonly DirectoryChange[] {
  const ntdsSettings = `CN=NTDS Settings,CN=DC1,CN=Servers,CN=Default-First-Site-Name,CN=Sites,${domain.configurationDn}`;
  const partitions = `CN=Partitions,${domain.configurationDn}`;
  const holders = [domain.baseDn, partitions, `CN=${domain.netBiosName},${partitions}`, ntdsSettings];
  return [
    ...holders.map((dn) => ({ dn, replace: { 'msDS-Behavior-Version': ['7'] } })),
    { dn: partitions, replace: { uPNSuffixes: [...domain.upnSuffixes] } },
  ];
}

export function organisationalUnits(): readonly DirectoryChange[] {
  return Object.values(units).map((dn) => ({ dn, add: { objectClass: ['organizationalUnit'] } }));
}

const cloudRegistration = 'enterpriseregistration.windows.net';

/** Address records, so that a resolver pointed at the domain controller finds every lab host, and the zone of the public suffix as seen inside. */
export function hostNames(): readonly DirectoryChange[] {
  const zones = `CN=MicrosoftDNS,DC=DomainDnsZones,${domain.baseDn}`;
  const record = (zone: string, name: string, ...values: readonly DirectoryValue[]): DirectoryChange => ({
    dn: `DC=${name},DC=${zone},${zones}`,
    add: { objectClass: ['dnsNode'], dnsRecord: values },
  });
  const hosts = ['fs', 'certauth.fs', 'enterpriseregistration', 'pki'];
  const publicSuffix = domain.upnSuffixes[0];
  return [
    ...hosts.map((name) => record(domain.dnsName, name, { address: web.address })),
    ...['ca01', 'ca02'].map((name) => record(domain.dnsName, name, { address: domainController.address })),
    { dn: `DC=${publicSuffix},${zones}`, add: { objectClass: ['dnsZone'] } },
    record(publicSuffix, '@', { authority: domainController.hostName }),
    record(publicSuffix, 'enterpriseregistration', { alias: cloudRegistration }),
    // Stands for what a forwarder would find: an address for documentation (RFC 5737).
    { dn: `DC=${cloudRegistration},${zones}`, add: { objectClass: ['dnsZone'] } },
    record(cloudRegistration, '@', { authority: domainController.hostName }, { address: '203.0.113.10' }),
  ];
}

/** RIDs of the groups Windows makes when it raises the schema to 2016 (MS-ADTS 6.1.1.6), and Samba does not. */
export function keyAdminGroups(): readonly DirectoryChange[] {
  const globalSecurityGroup = '-2147483646';
  const universalSecurityGroup = '-2147483640';
  const builtIn = (name: string, rid: number, groupType: string): DirectoryChange => ({
    dn: `CN=${name},CN=Users,${domain.baseDn}`,
    add: {
      objectClass: ['group'],
      objectSid: [bytes(sidBytes(`${domain.sid}-${rid}`))],
      sAMAccountName: [name],
      groupType: [groupType],
      isCriticalSystemObject: ['TRUE'],
    },
  });
  return [
    builtIn('Key Admins', 526, globalSecurityGroup),
    builtIn('Enterprise Key Admins', 527, universalSecurityGroup),
  ];
}

const protectedNames = [
  ...['Administrator', 'krbtgt', 'Domain Admins', 'Enterprise Admins', 'Schema Admins'],
  ...['Domain Controllers', 'Read-only Domain Controllers'],
].map((name) => `CN=${name},CN=Users`);
const protectedBuiltIn = [
  ...['Administrators', 'Account Operators', 'Server Operators', 'Print Operators', 'Backup Operators', 'Replicator'],
].map((name) => `CN=${name},CN=Builtin`);

/** What Windows gives AdminSDHolder: nothing is inherited, and operators have no rights. */
const holderAccess = (domainSid: string): string =>
  [
    '(OA;;RPWP;bf967a7f-0de6-11d0-a285-00aa003049e2;;CA)',
    '(OA;;RP;46a9b11d-60ae-405a-b7e8-ff8a58d456d2;;S-1-5-32-560)',
    '(OA;;RPWP;6db69a1c-9422-11d1-aebd-0000f80367c1;;S-1-5-32-561)',
    '(OA;;RPWP;5805bc62-bdc9-4428-a5e2-856a0f4c185e;;S-1-5-32-561)',
    '(OA;;CR;ab721a53-1e2f-11d0-9819-00aa0040529b;;WD)',
    '(OA;;CR;ab721a53-1e2f-11d0-9819-00aa0040529b;;PS)',
    `(A;;CCDCLCSWRPWPLOCRRCWDWO;;;${domainSid}-512)`,
    `(A;;CCDCLCSWRPWPLOCRRCWDWO;;;${domainSid}-519)`,
    '(A;;CCDCLCSWRPWPLOCRSDRCWDWO;;;BA)',
    '(A;;LCRPLORC;;;AU)',
    '(A;;GA;;;SY)',
  ].join('');

/**
 * Gives the protected accounts and groups every domain has, and `others`, the rights of AdminSDHolder, as Windows' hourly task does (MS-ADTS 3.1.1.6.1)
 * and Samba does not.
 */
export function protectPrincipals(
  { baseDn, sid }: { readonly baseDn: string; readonly sid: string },
  others: readonly string[] = [],
): readonly DirectoryChange[] {
  const holder = `CN=AdminSDHolder,CN=System,${baseDn}`;
  const sddl = `O:${sid}-512G:${sid}-512D:PAI${holderAccess(sid)}`;
  const builtIn = [...protectedNames, ...protectedBuiltIn].map((name) => `${name},${baseDn}`);
  return [
    { dn: holder, replace: { nTSecurityDescriptor: [{ sddl }] } },
    ...[...builtIn, ...others].map((dn) => ({ dn, accessFrom: holder })),
  ];
}

const keyCredentialLink = '5b47d60f-6090-40b2-9f37-2a4de88f3063';
const userClass = 'bf967aba-0de6-11d0-a285-00aa003049e2';
const replicateChanges = '1131f6aa-9c07-11d1-f79f-00c04fc2dcd2';
const replicateAllChanges = '1131f6ad-9c07-11d1-f79f-00c04fc2dcd2';

/** Rights on the domain head that Windows' domain preparation and Entra Connect's set-up give. */
export function domainHeadAccess(): DirectoryChange {
  const sync = syncAccount.sid;
  return {
    dn: domain.baseDn,
    addAccess: [
      `(OA;CI;RPWP;${keyCredentialLink};;${domain.sid}-526)`,
      `(OA;CI;RPWP;${keyCredentialLink};;${domain.sid}-527)`,
      `(OA;;CR;${replicateChanges};;${sync})`,
      `(OA;;CR;${replicateAllChanges};;${sync})`,
      `(OA;CIIO;RPWP;${keyCredentialLink};${userClass};${sync})`,
    ],
  };
}

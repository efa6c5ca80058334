import { domain, domainController, sidOf, units, web } from '../../facts.ts';
import { bytes, type DirectoryChange, sidBytes } from './directory-change.ts';

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

/** Address records, so that a resolver pointed at the domain controller finds every lab host. */
export function hostAddresses(): readonly DirectoryChange[] {
  const zone = `DC=${domain.dnsName},CN=MicrosoftDNS,DC=DomainDnsZones,${domain.baseDn}`;
  const names = ['fs', 'certauth.fs', 'enterpriseregistration', 'pki'];
  const record = (name: string, address: string): DirectoryChange => ({
    dn: `DC=${name},${zone}`,
    add: { objectClass: ['dnsNode'], dnsRecord: [{ address }] },
  });
  return [...names.map((name) => record(name, web.address)), record('ca01', domainController.address)];
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

const keyCredentialLink = '5b47d60f-6090-40b2-9f37-2a4de88f3063';
const userClass = 'bf967aba-0de6-11d0-a285-00aa003049e2';
const replicateChanges = '1131f6aa-9c07-11d1-f79f-00c04fc2dcd2';
const replicateAllChanges = '1131f6ad-9c07-11d1-f79f-00c04fc2dcd2';

/** Rights on the domain head that Windows' domain preparation and Entra Connect's set-up give. */
export function domainHeadAccess(): DirectoryChange {
  const sync = sidOf('syncAccount');
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

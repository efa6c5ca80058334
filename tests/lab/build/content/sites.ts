import { domain, domainController, secondDomainController, sidOf, sites } from '../../facts.ts';
import { bytes, type DirectoryChange, escapeRdn, guidBytes, sidBytes } from './directory-change.ts';
import { stableGuid } from './machines.ts';

const container = `CN=Sites,${domain.configurationDn}`;
const serverTrustAccount = 0x2000;
const trustedForDelegation = 0x80000;

export function siteDn(name: string): string {
  return `CN=${escapeRdn(name)},${container}`;
}

/** A server object in a site; `account` is the computer's DN. */
export function siteServer(site: string, name: string, hostName: string, account?: string): DirectoryChange {
  return {
    dn: `CN=${name},CN=Servers,${siteDn(site)}`,
    add: { objectClass: ['server'], dNSHostName: [hostName], ...(account && { serverReference: [account] }) },
  };
}

/** The second site and what both hold. Subnets and site link belong to a healthy forest. */
export function siteObjects(): readonly DirectoryChange[] {
  const hamburg = siteDn(sites.hamburg.name);
  const subnets = Object.values(sites).flatMap(({ name, subnets: prefixes }) =>
    prefixes.map((prefix) => ({
      dn: `CN=${prefix},CN=Subnets,${container}`,
      add: { objectClass: ['subnet'], siteObject: [siteDn(name)] },
    })),
  );
  return [
    { dn: hamburg, add: { objectClass: ['site'] } },
    { dn: `CN=Servers,${hamburg}`, add: { objectClass: ['serversContainer'] } },
    { dn: `CN=NTDS Site Settings,${hamburg}`, add: { objectClass: ['nTDSSiteSettings'] } },
    ...subnets,
    {
      dn: `CN=DEFAULTIPSITELINK,CN=IP,CN=Inter-Site Transports,${container}`,
      replace: { siteList: Object.values(sites).map(({ name }) => siteDn(name)), cost: ['100'], replInterval: ['15'] },
    },
  ];
}

/** Account, server object and NTDS Settings of the second domain controller. */
export function secondControllerObjects(): readonly DirectoryChange[] {
  const { dn, name, hostName, siteName } = secondDomainController;
  const short = name.toUpperCase();
  const settings = `CN=NTDS Settings,CN=${short},CN=Servers,${siteDn(siteName)}`;
  const partitions = [domain.baseDn, domain.configurationDn, domain.schemaDn];
  return [
    {
      dn,
      add: {
        objectClass: ['computer'],
        objectSid: [bytes(sidBytes(sidOf('secondDomainController')))],
        sAMAccountName: [`${short}$`],
        userAccountControl: [String(serverTrustAccount | trustedForDelegation)],
        dNSHostName: [hostName],
        servicePrincipalName: ['HOST', 'ldap', 'GC'].flatMap((service) => [
          `${service}/${hostName}`,
          `${service}/${hostName}/${domain.dnsName}`,
        ]),
        operatingSystem: ['Windows Server 2022 Standard'],
        operatingSystemVersion: ['10.0 (20348)'],
      },
    },
    siteServer(siteName, short, hostName, dn),
    {
      dn: settings,
      add: {
        objectClass: ['nTDSDSA'],
        systemFlags: ['33554432'],
        invocationId: [bytes(guidBytes(stableGuid(hostName)))],
        options: ['1'],
        dMDLocation: [domain.schemaDn],
        hasMasterNCs: partitions,
        'msDS-HasDomainNCs': [domain.baseDn],
        'msDS-hasMasterNCs': partitions,
        'msDS-Behavior-Version': ['7'],
      },
    },
  ];
}

/** Service records of a second domain controller, as its Netlogon service would register them; the first one's come with provisioning. */
export function controllerServiceRecords(): readonly DirectoryChange[] {
  const { hostName, siteName, address } = secondDomainController;
  const forestZone = `DC=_msdcs.${domain.dnsName},CN=MicrosoftDNS,DC=ForestDnsZones,${domain.baseDn}`;
  const domainZone = `DC=${domain.dnsName},CN=MicrosoftDNS,DC=DomainDnsZones,${domain.baseDn}`;
  const hosts = (port: number, names: readonly string[]) => names.map((target) => ({ service: target, port }));
  const here = (port: number) => hosts(port, [hostName]);
  const both = (port: number) => hosts(port, [domainController.hostName, hostName]);
  const add = (dn: string, records: ReturnType<typeof here>): DirectoryChange => ({
    dn,
    add: { objectClass: ['dnsNode'], dnsRecord: records },
  });
  const replace = (dn: string, records: ReturnType<typeof here>): DirectoryChange => ({
    dn,
    replace: { dnsRecord: records },
  });
  return [
    {
      dn: `DC=${secondDomainController.name},${domainZone}`,
      add: { objectClass: ['dnsNode'], dnsRecord: [{ address }] },
    },
    replace(`DC=_ldap._tcp.dc,${forestZone}`, both(389)),
    replace(`DC=_kerberos._tcp.dc,${forestZone}`, both(88)),
    replace(`DC=_ldap._tcp.gc,${forestZone}`, both(3268)),
    replace(`DC=_ldap._tcp,${domainZone}`, both(389)),
    replace(`DC=_kerberos._tcp,${domainZone}`, both(88)),
    replace(`DC=_gc._tcp,${domainZone}`, both(3268)),
    add(`DC=_ldap._tcp.${siteName}._sites,${domainZone}`, here(389)),
    add(`DC=_kerberos._tcp.${siteName}._sites,${domainZone}`, here(88)),
    add(`DC=_ldap._tcp.${siteName}._sites.dc,${forestZone}`, here(389)),
    add(`DC=_kerberos._tcp.${siteName}._sites.dc,${forestZone}`, here(88)),
  ];
}

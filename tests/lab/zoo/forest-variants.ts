import { siteDn, siteServer } from '../build/content/sites';
import { domain, secondDomainController, units } from '../facts';
import type { DirectoryChange } from '../lab';
import type { Variant } from './variant';

const release = (dn: string, name: string, version: string): DirectoryChange => ({
  dn,
  replace: { operatingSystem: [name], operatingSystemVersion: [version] },
});
const second = secondDomainController.dn;
const authority = `CN=CA01,${units.servers}`;
const sites = `CN=Sites,${domain.configurationDn}`;

/** A site with a subnet and, if named, servers whose NTDS Settings are of that class. */
const site = (name: string, prefix: string, directoryService?: 'nTDSDSA' | 'nTDSDSARO'): readonly DirectoryChange[] => [
  { dn: siteDn(name), add: { objectClass: ['site'] } },
  { dn: `CN=Servers,${siteDn(name)}`, add: { objectClass: ['serversContainer'] } },
  { dn: `CN=${prefix},CN=Subnets,${sites}`, add: { objectClass: ['subnet'], siteObject: [siteDn(name)] } },
  {
    dn: `CN=DEFAULTIPSITELINK,CN=IP,CN=Inter-Site Transports,${sites}`,
    addValues: { siteList: [siteDn(name)] },
  },
  ...(directoryService === undefined
    ? []
    : [
        siteServer(name, 'RODC1', `rodc1.${domain.dnsName}`),
        {
          dn: `CN=NTDS Settings,CN=RODC1,CN=Servers,${siteDn(name)}`,
          add: { objectClass: [directoryService], options: ['37'] },
        },
      ]),
];

/** Releases of servers (DIR-005, DIR-008, PKI-002). */
export const releaseVariants: readonly Variant[] = [
  {
    name: 'a domain controller of 2016',
    changes: [release(second, 'Windows Server 2016 Standard', '10.0 (14393)')],
    // Whether its updates are enough for cloud trust is not kept in AD.
    answers: { 'DIR-005': 'warning', 'DIR-008': 'warning', 'TRU-002': 'unknown: not-collected' },
  },
  {
    name: 'a domain controller of 2012 R2',
    changes: [release(second, 'Windows Server 2012 R2 Standard', '6.3 (9600)')],
    answers: { 'DIR-005': 'warning', 'DIR-008': 'warning', 'TRU-002': 'fail' },
  },
  {
    name: 'a domain controller of 2008',
    changes: [release(second, 'Windows Server® 2008 Standard', '6.0 (6003)')],
    answers: { 'DIR-005': 'fail', 'DIR-008': 'fail', 'TRU-002': 'fail' },
  },
  {
    name: 'a domain controller of 2025',
    changes: [release(second, 'Windows Server 2025 Standard', '10.0 (26100)')],
    answers: { 'DIR-008': 'warning' },
  },
  {
    name: 'a CA of 2012 R2',
    changes: [release(authority, 'Windows Server 2012 R2 Standard', '6.3 (9600)')],
    answers: { 'DIR-008': 'warning', 'PKI-002': 'warning' },
  },
  {
    name: 'a CA of 2008 R2',
    changes: [release(authority, 'Windows Server 2008 R2 Standard', '6.1 (7601)')],
    answers: { 'DIR-008': 'fail', 'PKI-002': 'fail' },
  },
  {
    name: 'a pilot computer with Windows 10',
    changes: [release(`CN=PC0411,${units.pilotComputers}`, 'Windows 10 Enterprise', '10.0 (19045)')],
    answers: { 'DIR-008': 'warning' },
  },
];

/** Sites and their domain controllers (DIR-007). */
export const siteVariants: readonly Variant[] = [
  {
    // Who covers it over the link is in DNS, which was not asked about a site that was not there.
    name: 'without a domain controller',
    changes: site('Kiel, Süd', '10.30.0.0/16'),
    answers: { 'DIR-007': 'unknown: not-collected', 'TRU-002': 'fail' },
  },
  {
    name: 'with a read-only domain controller',
    changes: site('Kiel', '10.30.0.0/16', 'nTDSDSARO'),
    answers: { 'DIR-007': 'warning', 'TRU-002': 'fail' },
  },
  {
    name: 'missing of a subnet',
    changes: [{ dn: `CN=10.40.0.0/16,CN=Subnets,${sites}`, add: { objectClass: ['subnet'] } }],
    answers: { 'DIR-007': 'warning' },
  },
];

/** Objects of cloud trust and functional levels (DIR-004, TRU-002). */
export const levelVariants: readonly Variant[] = [
  {
    name: 'Windows Server 2012 R2 of the domain',
    changes: [{ dn: domain.baseDn, replace: { 'msDS-Behavior-Version': ['6'] } }],
    answers: { 'DIR-004': 'warning' },
  },
];

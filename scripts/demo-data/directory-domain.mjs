import { sidBytes } from './binary-forms.mjs';
import { computerEntries, groupEntries, personEntries, serviceAccountEntries } from './directory-accounts.mjs';
import { container, directoryObject } from './directory-objects.mjs';
import {
  domainHeadRights,
  federationKeyRights,
  loosenedUnitRights,
  protectedAccountRights,
  unitRights,
} from './directory-rights.mjs';
import { containerAttributes, linkOf, policies, wmiFilters } from './group-policy.mjs';
import { configurationDn, domain, domainControllers, ou, policiesDn, schemaDn } from './organisation.mjs';

function head() {
  return directoryObject({
    dn: domain.dn,
    classes: ['top', 'domain', 'domainDNS'],
    categoryOf: 'Domain-DNS',
    changed: '2026-11-21T03:04:55Z',
    attributes: [
      ['objectSid', sidBytes(domain.sid)],
      ['msDS-Behavior-Version', '7'],
      ['nTMixedDomain', '0'],
      ['gPLink', linkOf(domain.dn)],
      ['ms-DS-MachineAccountQuota', '0'],
      ['lockoutThreshold', '15'],
      ['lockOutObservationWindow', String(-15 * 60 * 10_000_000)],
      domainHeadRights(),
    ],
  });
}

function organizationalUnits() {
  const parentsFirst = Object.values(ou).toSorted((a, b) => a.split(',').length - b.split(',').length);
  return parentsFirst.map((dn) =>
    directoryObject({
      dn,
      classes: ['top', 'organizationalUnit'],
      categoryOf: 'Organizational-Unit',
      created: dn === ou.pilot ? '2026-09-15T07:22:10Z' : domain.created,
      attributes: [['gPLink', linkOf(dn)], dn === ou.munich ? loosenedUnitRights() : unitRights()],
    }),
  );
}

function groupPolicies() {
  return policies.flatMap((policy) => {
    const dn = `CN={${policy.guid}},${policiesDn}`;
    return [
      directoryObject({
        dn,
        classes: ['top', 'container', 'groupPolicyContainer'],
        categoryOf: 'Group-Policy-Container',
        created: policy.name.startsWith('Default') ? domain.created : '2026-09-15T07:40:00Z',
        attributes: containerAttributes(policy),
      }),
      container(`CN=Machine,${dn}`),
      container(`CN=User,${dn}`),
    ];
  });
}

/** AdminSDHolder, the WMI filters and the container of AD FS's distributed key manager. */
function systemObjects() {
  const programData = `CN=Program Data,${domain.dn}`;
  const keys = `CN=ADFS,CN=Microsoft,${programData}`;
  const farm = `CN=3c1f8e52-9d07-4a6b-b8e4-71f0a25cd936,${keys}`;
  const key = `CN=b4e07d19-6a2f-4c83-9f15-d82e6c30a7b1,${farm}`;
  const filters = `CN=SOM,CN=WMIPolicy,CN=System,${domain.dn}`;
  return [
    container(`CN=AdminSDHolder,CN=System,${domain.dn}`, [protectedAccountRights()]),
    container(`CN=WMIPolicy,CN=System,${domain.dn}`),
    container(filters),
    ...wmiFilters.map(({ guid, name, query }) =>
      directoryObject({
        dn: `CN={${guid}},${filters}`,
        classes: ['top', 'msWMI-Som'],
        categoryOf: 'ms-WMI-Som',
        created: '2019-02-11T10:20:30Z',
        attributes: [
          ['msWMI-ID', `{${guid}}`],
          ['msWMI-Name', name],
          ['msWMI-Parm2', `1;3;10;${query.length};WQL;root\\CIMv2;${query};`],
        ],
      }),
    ),
    container(programData),
    container(`CN=Microsoft,${programData}`),
    container(keys, [federationKeyRights()]),
    container(farm, [federationKeyRights()]),
    directoryObject({
      dn: key,
      classes: ['top', 'person', 'organizationalPerson', 'contact'],
      categoryOf: 'Person',
      created: '2024-02-12T10:31:40Z',
      attributes: [federationKeyRights()],
    }),
  ];
}

/** The domain partition without the device objects. `keys` maps people to their key credentials. */
export function domainEntries({ people, pilot, computers, keys }) {
  return [
    head(),
    container(`CN=Users,${domain.dn}`),
    container(`CN=Computers,${domain.dn}`),
    container(`CN=Managed Service Accounts,${domain.dn}`),
    ...organizationalUnits(),
    container(`CN=System,${domain.dn}`),
    container(policiesDn),
    ...groupPolicies(),
    ...systemObjects(),
    container(`CN=Builtin,${domain.dn}`),
    ...serviceAccountEntries(),
    ...groupEntries(pilot, computers.workstations, people),
    ...computerEntries(computers),
    ...personEntries(people, pilot, keys),
  ];
}

/** Attributes of the rootDSE of DC01. */
export function rootDseAttributes() {
  const dc = domainControllers[0];
  const server = `CN=${dc.name},CN=Servers,CN=${dc.site},CN=Sites,${configurationDn}`;
  const zones = ['DomainDnsZones', 'ForestDnsZones'].map((zone) => `DC=${zone},${domain.dn}`);
  const control = (numbers) => numbers.map((number) => `1.2.840.113556.1.4.${number}`);
  return [
    ['domainFunctionality', '7'],
    ['forestFunctionality', '7'],
    ['domainControllerFunctionality', '7'],
    ['rootDomainNamingContext', domain.dn],
    ['ldapServiceName', 'contoso.com:dc01$@CONTOSO.COM'],
    ['isGlobalCatalogReady', 'TRUE'],
    ['supportedSASLMechanisms', 'GSSAPI', 'GSS-SPNEGO', 'EXTERNAL', 'DIGEST-MD5'],
    ['supportedLDAPVersion', '3', '2'],
    ['supportedLDAPPolicies', 'MaxPoolThreads', 'MaxPageSize', 'MaxValRange'],
    [
      'supportedControl',
      ...control([
        319, 801, 473, 528, 417, 619, 841, 529, 805, 521, 970, 1338, 474, 1339, 1340, 1413, 1504, 1852, 802, 1907, 1948,
        2026, 2064, 2065, 2066, 2090, 2205, 2204, 2206, 2211, 2239, 2255, 2256,
      ]),
    ],
    ['supportedCapabilities', ...control([800, 1670, 1791, 1935, 2080, 2237])],
    ['subschemaSubentry', `CN=Aggregate,${schemaDn}`],
    ['serverName', server],
    ['schemaNamingContext', schemaDn],
    ['namingContexts', domain.dn, configurationDn, schemaDn, ...zones],
    ['isSynchronized', 'TRUE'],
    ['highestCommittedUSN', '18447213'],
    ['dsServiceName', `CN=NTDS Settings,${server}`],
    ['dnsHostName', 'dc01.contoso.com'],
    ['defaultNamingContext', domain.dn],
    ['currentTime', '20261122145811.0Z'],
    ['configurationNamingContext', configurationDn],
  ];
}

import { generalizedTime, plusMinutes, sidBytes } from '../formats/binary-forms.mjs';
import { hostOf } from '../organisation.mjs';
import { computerEntries, groupEntries, personEntries, serviceAccountEntries } from './accounts.mjs';
import { containerAttributes, linkOf } from './group-policy.mjs';
import { container, directoryObject } from './objects.mjs';
import {
  domainHeadRights,
  federationKeyRights,
  loosenedUnitRights,
  protectedAccountRights,
  unitRights,
} from './rights.mjs';

function head(org) {
  const { domain } = org;
  return directoryObject(org, {
    dn: domain.dn,
    classes: ['top', 'domain', 'domainDNS'],
    categoryOf: 'Domain-DNS',
    changed: plusMinutes(org.instant, -36 * 60),
    attributes: [
      ['objectSid', sidBytes(domain.sid)],
      ['msDS-Behavior-Version', '7'],
      ['nTMixedDomain', '0'],
      ['gPLink', linkOf(org, 'domain')],
      ['ms-DS-MachineAccountQuota', '0'],
      ['lockoutThreshold', '15'],
      ['lockOutObservationWindow', String(-15 * 60 * 10_000_000)],
      domainHeadRights(org),
    ],
  });
}

function organizationalUnits(org) {
  const parentsFirst = Object.entries(org.ou).toSorted(([, a], [, b]) => a.split(',').length - b.split(',').length);
  return parentsFirst.map(([name, dn]) =>
    directoryObject(org, {
      dn,
      classes: ['top', 'organizationalUnit'],
      categoryOf: 'Organizational-Unit',
      created: name === 'pilot' ? org.templates.published : org.domain.created,
      attributes: [
        ['gPLink', linkOf(org, name)],
        name === org.loosenedUnit ? loosenedUnitRights(org) : unitRights(org),
      ],
    }),
  );
}

function groupPolicies(org) {
  return org.policies.flatMap((policy) => {
    const dn = `CN={${policy.guid}},${org.policiesDn}`;
    return [
      directoryObject(org, {
        dn,
        classes: ['top', 'container', 'groupPolicyContainer'],
        categoryOf: 'Group-Policy-Container',
        created: policy.name.startsWith('Default') ? org.domain.created : org.templates.published,
        attributes: containerAttributes(org, policy),
      }),
      container(org, `CN=Machine,${dn}`),
      container(org, `CN=User,${dn}`),
    ];
  });
}

/** AdminSDHolder, the WMI filters and the container of AD FS's distributed key manager. */
function systemObjects(org) {
  const { domain } = org;
  const programData = `CN=Program Data,${domain.dn}`;
  const keys = `CN=ADFS,CN=Microsoft,${programData}`;
  const farm = `CN=${org.guidFor('AD FS farm')},${keys}`;
  const key = `CN=${org.guidFor('AD FS key')},${farm}`;
  const filters = `CN=SOM,CN=WMIPolicy,CN=System,${domain.dn}`;
  return [
    container(org, `CN=AdminSDHolder,CN=System,${domain.dn}`, [protectedAccountRights(org)]),
    container(org, `CN=WMIPolicy,CN=System,${domain.dn}`),
    container(org, filters),
    ...org.wmiFilters.map(({ guid, name, query }) =>
      directoryObject(org, {
        dn: `CN={${guid}},${filters}`,
        classes: ['top', 'msWMI-Som'],
        categoryOf: 'ms-WMI-Som',
        created: domain.created,
        attributes: [
          ['msWMI-ID', `{${guid}}`],
          ['msWMI-Name', name],
          ['msWMI-Parm2', `1;3;10;${query.length};WQL;root\\CIMv2;${query};`],
        ],
      }),
    ),
    container(org, programData),
    container(org, `CN=Microsoft,${programData}`),
    container(org, keys, [federationKeyRights(org)]),
    container(org, farm, [federationKeyRights(org)]),
    directoryObject(org, {
      dn: key,
      classes: ['top', 'person', 'organizationalPerson', 'contact'],
      categoryOf: 'Person',
      created: org.federation.created,
      attributes: [federationKeyRights(org)],
    }),
  ];
}

/** The domain partition without the device objects. `keys` maps people to their key credentials. */
export function domainEntries(org, { people, pilot, computers, keys }) {
  const { domain, policiesDn } = org;
  return [
    head(org),
    container(org, `CN=Users,${domain.dn}`, [unitRights(org)]),
    container(org, `CN=Computers,${domain.dn}`),
    container(org, `CN=Managed Service Accounts,${domain.dn}`),
    ...organizationalUnits(org),
    container(org, `CN=System,${domain.dn}`),
    container(org, policiesDn),
    ...groupPolicies(org),
    ...systemObjects(org),
    container(org, `CN=Builtin,${domain.dn}`),
    ...serviceAccountEntries(org),
    ...groupEntries(org, pilot, computers, people),
    ...computerEntries(org, computers),
    ...personEntries(org, people, pilot, keys),
  ];
}

/** Attributes of the rootDSE of the first domain controller, less than two minutes before the assessment. */
export function rootDseAttributes(org) {
  const { configurationDn, domain, schemaDn } = org;
  const [dc] = org.controllers;
  const server = `CN=${dc.name},CN=Servers,CN=${dc.site},CN=Sites,${configurationDn}`;
  const zones = ['DomainDnsZones', 'ForestDnsZones'].map((zone) => `DC=${zone},${domain.dn}`);
  const control = (numbers) => numbers.map((number) => `1.2.840.113556.1.4.${number}`);
  return [
    ['domainFunctionality', '7'],
    ['forestFunctionality', '7'],
    ['domainControllerFunctionality', '7'],
    ['rootDomainNamingContext', domain.dn],
    ['ldapServiceName', `${domain.dns}:${dc.name.toLowerCase()}$@${domain.dns.toUpperCase()}`],
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
    ['dnsHostName', hostOf(org, dc.name)],
    ['defaultNamingContext', domain.dn],
    ['currentTime', generalizedTime(plusMinutes(org.instant, -2 + 11 / 60))],
    ['configurationNamingContext', configurationDn],
  ];
}

import { guidBytes } from './binary-forms.mjs';
import { container, directoryObject } from './directory-objects.mjs';
import { publicKeyServicesEntries } from './directory-public-key-services.mjs';
import { deviceRegistrationRights } from './directory-rights.mjs';
import {
  configurationDn,
  deviceRegistrationDn,
  domain,
  domainControllers,
  registeredDevicesDn,
  schemaDn,
  tenant,
} from './organisation.mjs';

function partitions() {
  const parent = `CN=Partitions,${configurationDn}`;
  const crossRef = (cn, nCName, dnsRoot, systemFlags, more = []) =>
    directoryObject({
      dn: `CN=${cn},${parent}`,
      classes: ['top', 'crossRef'],
      categoryOf: 'Cross-Ref',
      attributes: [['nCName', nCName], ['dnsRoot', dnsRoot], ['systemFlags', String(systemFlags)], ...more],
    });
  return [
    directoryObject({
      dn: parent,
      classes: ['top', 'crossRefContainer'],
      categoryOf: 'Cross-Ref-Container',
      changed: '2025-04-15T07:50:19Z',
      attributes: [
        ['msDS-Behavior-Version', '7'],
        ['uPNSuffixes', 'fabrikam.com', 'emea.contoso.com', 'contoso.local'],
        ['fSMORoleOwner', `CN=NTDS Settings,CN=DC01,CN=Servers,CN=Berlin,CN=Sites,${configurationDn}`],
      ],
    }),
    crossRef('Enterprise Configuration', configurationDn, domain.dns, 1),
    crossRef('Enterprise Schema', schemaDn, domain.dns, 1),
    crossRef(domain.netbios, domain.dn, domain.dns, 3, [
      ['nETBIOSName', domain.netbios],
      ['msDS-Behavior-Version', '7'],
      ['nTMixedDomain', '0'],
    ]),
    crossRef('DomainDnsZones', `DC=DomainDnsZones,${domain.dn}`, `DomainDnsZones.${domain.dns}`, 5),
    crossRef('ForestDnsZones', `DC=ForestDnsZones,${domain.dn}`, `ForestDnsZones.${domain.dns}`, 5),
  ];
}

function sites() {
  const parent = `CN=Sites,${configurationDn}`;
  const site = (name) => directoryObject({ dn: `CN=${name},${parent}`, classes: ['top', 'site'], categoryOf: 'Site' });
  const servers = (name) =>
    directoryObject({
      dn: `CN=Servers,CN=${name},${parent}`,
      classes: ['top', 'serversContainer'],
      categoryOf: 'Servers-Container',
    });
  const controllers = domainControllers.flatMap((dc) => {
    const dn = `CN=${dc.name},CN=Servers,CN=${dc.site},${parent}`;
    return [
      directoryObject({
        dn,
        classes: ['top', 'server'],
        categoryOf: 'Server',
        created: dc.created,
        attributes: [
          ['dNSHostName', `${dc.name.toLowerCase()}.${domain.dns}`],
          ['serverReference', `CN=${dc.name},OU=Domain Controllers,${domain.dn}`],
        ],
      }),
      directoryObject({
        dn: `CN=NTDS Settings,${dn}`,
        classes: ['top', 'applicationSettings', 'nTDSDSA'],
        categoryOf: 'NTDS-DSA',
        created: dc.created,
        attributes: [
          ['options', '1'],
          ['msDS-Behavior-Version', '7'],
          ['msDS-HasDomainNCs', domain.dn],
        ],
      }),
    ];
  });
  return [
    directoryObject({ dn: parent, classes: ['top', 'sitesContainer'], categoryOf: 'Sites-Container' }),
    ...['Berlin', 'London', 'München'].flatMap((name) => [site(name), servers(name)]),
    ...controllers,
    ...networks(parent),
  ];
}

/** Subnets, one without a site, and the link between the sites; München has clients and no domain controller. */
function networks(parent) {
  const subnets = `CN=Subnets,${parent}`;
  const links = `CN=IP,CN=Inter-Site Transports,${parent}`;
  const subnet = (range, site) =>
    directoryObject({
      dn: `CN=${range},${subnets}`,
      classes: ['top', 'subnet'],
      categoryOf: 'Subnet',
      attributes: [['siteObject', site && `CN=${site},${parent}`]],
    });
  return [
    directoryObject({ dn: subnets, classes: ['top', 'subnetContainer'], categoryOf: 'Subnet-Container' }),
    subnet('10.10.0.0/16', 'Berlin'),
    subnet('10.20.0.0/16', 'London'),
    subnet('10.30.0.0/16', 'München'),
    subnet('192.168.40.0/24', undefined),
    directoryObject({
      dn: `CN=Inter-Site Transports,${parent}`,
      classes: ['top', 'interSiteTransportContainer'],
      categoryOf: 'Inter-Site-Transport-Container',
    }),
    directoryObject({ dn: links, classes: ['top', 'interSiteTransport'], categoryOf: 'Inter-Site-Transport' }),
    directoryObject({
      dn: `CN=DEFAULTIPSITELINK,${links}`,
      classes: ['top', 'siteLink'],
      categoryOf: 'Site-Link',
      attributes: [
        ['cost', '100'],
        ['replInterval', '15'],
        ['siteList', ...['Berlin', 'London', 'München'].map((site) => `CN=${site},${parent}`)],
      ],
    }),
  ];
}

/** Classes and attributes of the 2016 schema that device registration and Hello need (MS-ADSC, MS-ADA2). */
const schemaObjects = [
  ['ms-DS-Device', 'msDS-Device', 'governsID', '1.2.840.113556.1.5.286', '5df2b673-6d41-4774-b3e8-d52e8ee9ff99'],
  [
    'ms-DS-Device-Container',
    'msDS-DeviceContainer',
    'governsID',
    '1.2.840.113556.1.5.289',
    '7c9e8c58-901b-4ea8-b6ec-4eb9e9fc0e11',
  ],
  [
    'ms-DS-Device-Registration-Service',
    'msDS-DeviceRegistrationService',
    'governsID',
    '1.2.840.113556.1.5.284',
    '96bc3a1a-e3d2-49d3-af11-7b0df79d67f5',
  ],
  [
    'ms-DS-Device-Registration-Service-Container',
    'msDS-DeviceRegistrationServiceContainer',
    'governsID',
    '1.2.840.113556.1.5.287',
    '310b55ce-3dcd-4392-a96d-c9e35397c24f',
  ],
  [
    'ms-DS-Device-ID',
    'msDS-DeviceID',
    'attributeID',
    '1.2.840.113556.1.4.2252',
    'c30181c7-6342-41fb-b279-f7c566cbe0a7',
  ],
  [
    'ms-DS-Cloud-Anchor',
    'msDS-CloudAnchor',
    'attributeID',
    '1.2.840.113556.1.4.2273',
    '78565e80-03d4-4fe3-afac-8c3bca2f3653',
  ],
  [
    'ms-DS-Key-Credential-Link',
    'msDS-KeyCredentialLink',
    'attributeID',
    '1.2.840.113556.1.4.2328',
    '5b47d60f-6090-40b2-9f37-2a4de88f3063',
  ],
];

function schema() {
  const head = directoryObject({
    dn: schemaDn,
    classes: ['top', 'dMD'],
    categoryOf: 'DMD',
    changed: '2022-05-02T18:04:41Z',
    attributes: [['objectVersion', '88']],
  });
  const objects = schemaObjects.map(([cn, displayName, idAttribute, oid, guid]) => {
    const isClass = idAttribute === 'governsID';
    return directoryObject({
      dn: `CN=${cn},${schemaDn}`,
      classes: ['top', isClass ? 'classSchema' : 'attributeSchema'],
      categoryOf: isClass ? 'Class-Schema' : 'Attribute-Schema',
      created: '2017-09-20T17:12:30Z',
      attributes: [
        ['lDAPDisplayName', displayName],
        [idAttribute, oid],
        ['schemaIDGUID', guidBytes(guid)],
      ],
    });
  });
  return [head, ...objects];
}

function deviceRegistration() {
  const created = '2026-08-31T09:12:46Z';
  const services = `CN=Device Registration Services,${deviceRegistrationDn}`;
  return [
    container(deviceRegistrationDn, [deviceRegistrationRights()]),
    directoryObject({
      dn: `CN=62a0ff2e-97b9-4513-943f-0d221bd30080,${deviceRegistrationDn}`,
      classes: ['top', 'leaf', 'connectionPoint', 'serviceConnectionPoint'],
      categoryOf: 'Service-Connection-Point',
      created: '2026-08-31T09:40:11Z',
      attributes: [['keywords', `azureADName:${domain.dns}`, `azureADId:${tenant.id}`]],
    }),
    directoryObject({
      dn: services,
      classes: ['top', 'msDS-DeviceRegistrationServiceContainer'],
      categoryOf: 'ms-DS-Device-Registration-Service-Container',
      created,
    }),
    directoryObject({
      dn: `CN=DeviceRegistrationService,${services}`,
      classes: ['top', 'msDS-DeviceRegistrationService'],
      categoryOf: 'ms-DS-Device-Registration-Service',
      created,
      changed: '2026-09-01T07:03:25Z',
      attributes: [
        ['msDS-DeviceLocation', registeredDevicesDn],
        ['msDS-IsEnabled', 'FALSE'],
        ['msDS-CloudIsEnabled', 'TRUE'],
        ['msDS-RegistrationQuota', '10'],
        ['msDS-MaximumRegistrationInactivityPeriod', '90'],
      ],
    }),
  ];
}

/** The configuration partition as far as a consultant exports it, with the head of the schema. */
export function configurationEntries(pki) {
  return [
    directoryObject({ dn: configurationDn, classes: ['top', 'configuration'], categoryOf: 'Configuration' }),
    ...partitions(),
    ...sites(),
    ...schema(),
    container(`CN=Services,${configurationDn}`),
    ...publicKeyServicesEntries(pki),
    ...deviceRegistration(),
  ];
}

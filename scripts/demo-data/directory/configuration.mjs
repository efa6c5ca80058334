import { guidBytes } from '../formats/binary-forms.mjs';
import { hostOf } from '../organisation.mjs';
import { container, directoryObject } from './objects.mjs';
import { publicKeyServicesEntries } from './public-key-services.mjs';
import { deviceRegistrationRights } from './rights.mjs';

function partitions(org) {
  const { configurationDn, domain, schemaDn } = org;
  const [first] = org.controllers;
  const parent = `CN=Partitions,${configurationDn}`;
  const crossRef = (cn, nCName, dnsRoot, systemFlags, more = []) =>
    directoryObject(org, {
      dn: `CN=${cn},${parent}`,
      classes: ['top', 'crossRef'],
      categoryOf: 'Cross-Ref',
      attributes: [['nCName', nCName], ['dnsRoot', dnsRoot], ['systemFlags', String(systemFlags)], ...more],
    });
  return [
    directoryObject(org, {
      dn: parent,
      classes: ['top', 'crossRefContainer'],
      categoryOf: 'Cross-Ref-Container',
      changed: org.schema.changed,
      attributes: [
        ['msDS-Behavior-Version', '7'],
        ['uPNSuffixes', ...org.suffixes],
        ['fSMORoleOwner', `CN=NTDS Settings,CN=${first.name},CN=Servers,CN=${first.site},CN=Sites,${configurationDn}`],
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

function sites(org) {
  const parent = `CN=Sites,${org.configurationDn}`;
  const site = (name) =>
    directoryObject(org, { dn: `CN=${name},${parent}`, classes: ['top', 'site'], categoryOf: 'Site' });
  const servers = (name) =>
    directoryObject(org, {
      dn: `CN=Servers,CN=${name},${parent}`,
      classes: ['top', 'serversContainer'],
      categoryOf: 'Servers-Container',
    });
  const controllers = org.controllers.flatMap((dc) => {
    const dn = `CN=${dc.name},CN=Servers,CN=${dc.site},${parent}`;
    return [
      directoryObject(org, {
        dn,
        classes: ['top', 'server'],
        categoryOf: 'Server',
        created: dc.created,
        attributes: [
          ['dNSHostName', hostOf(org, dc.name)],
          ['serverReference', `CN=${dc.name},OU=Domain Controllers,${org.domain.dn}`],
        ],
      }),
      directoryObject(org, {
        dn: `CN=NTDS Settings,${dn}`,
        classes: ['top', 'applicationSettings', 'nTDSDSA'],
        categoryOf: 'NTDS-DSA',
        created: dc.created,
        attributes: [
          ['options', '1'],
          ['msDS-Behavior-Version', '7'],
          ['msDS-HasDomainNCs', org.domain.dn],
        ],
      }),
    ];
  });
  return [
    directoryObject(org, { dn: parent, classes: ['top', 'sitesContainer'], categoryOf: 'Sites-Container' }),
    ...org.sites.flatMap((name) => [site(name), servers(name)]),
    ...controllers,
    ...networks(org, parent),
  ];
}

/** Subnets, and the link between the sites. */
function networks(org, parent) {
  const subnets = `CN=Subnets,${parent}`;
  const links = `CN=IP,CN=Inter-Site Transports,${parent}`;
  const subnet = (range, site) =>
    directoryObject(org, {
      dn: `CN=${range},${subnets}`,
      classes: ['top', 'subnet'],
      categoryOf: 'Subnet',
      attributes: [['siteObject', site && `CN=${site},${parent}`]],
    });
  return [
    directoryObject(org, { dn: subnets, classes: ['top', 'subnetContainer'], categoryOf: 'Subnet-Container' }),
    ...org.subnets.map(([range, site]) => subnet(range, site)),
    directoryObject(org, {
      dn: `CN=Inter-Site Transports,${parent}`,
      classes: ['top', 'interSiteTransportContainer'],
      categoryOf: 'Inter-Site-Transport-Container',
    }),
    directoryObject(org, { dn: links, classes: ['top', 'interSiteTransport'], categoryOf: 'Inter-Site-Transport' }),
    directoryObject(org, {
      dn: `CN=DEFAULTIPSITELINK,${links}`,
      classes: ['top', 'siteLink'],
      categoryOf: 'Site-Link',
      attributes: [
        ['cost', '100'],
        ['replInterval', '15'],
        ['siteList', ...org.sites.map((site) => `CN=${site},${parent}`)],
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

function schema(org) {
  const head = directoryObject(org, {
    dn: org.schemaDn,
    classes: ['top', 'dMD'],
    categoryOf: 'DMD',
    changed: org.schema.changed,
    attributes: [['objectVersion', org.schema.version]],
  });
  const objects = schemaObjects.map(([cn, displayName, idAttribute, oid, guid]) => {
    const isClass = idAttribute === 'governsID';
    return directoryObject(org, {
      dn: `CN=${cn},${org.schemaDn}`,
      classes: ['top', isClass ? 'classSchema' : 'attributeSchema'],
      categoryOf: isClass ? 'Class-Schema' : 'Attribute-Schema',
      created: org.schema.extended,
      attributes: [
        ['lDAPDisplayName', displayName],
        [idAttribute, oid],
        ['schemaIDGUID', guidBytes(guid)],
      ],
    });
  });
  return [head, ...objects];
}

function deviceRegistration(org) {
  const { deviceRegistrationDn, domain, tenant } = org;
  const { created, connected, changed } = org.deviceRegistration;
  const services = `CN=Device Registration Services,${deviceRegistrationDn}`;
  return [
    container(org, deviceRegistrationDn, [deviceRegistrationRights(org)]),
    directoryObject(org, {
      dn: `CN=62a0ff2e-97b9-4513-943f-0d221bd30080,${deviceRegistrationDn}`,
      classes: ['top', 'leaf', 'connectionPoint', 'serviceConnectionPoint'],
      categoryOf: 'Service-Connection-Point',
      created: connected,
      attributes: [['keywords', `azureADName:${domain.dns}`, `azureADId:${tenant.id}`]],
    }),
    directoryObject(org, {
      dn: services,
      classes: ['top', 'msDS-DeviceRegistrationServiceContainer'],
      categoryOf: 'ms-DS-Device-Registration-Service-Container',
      created,
    }),
    directoryObject(org, {
      dn: `CN=DeviceRegistrationService,${services}`,
      classes: ['top', 'msDS-DeviceRegistrationService'],
      categoryOf: 'ms-DS-Device-Registration-Service',
      created,
      changed,
      attributes: [
        ['msDS-DeviceLocation', org.registeredDevicesDn],
        ['msDS-IsEnabled', 'FALSE'],
        ['msDS-CloudIsEnabled', 'TRUE'],
        ['msDS-RegistrationQuota', '10'],
        ['msDS-MaximumRegistrationInactivityPeriod', '90'],
      ],
    }),
  ];
}

/** The configuration partition as far as a consultant exports it, with the head of the schema. */
export function configurationEntries(org, pki) {
  return [
    directoryObject(org, { dn: org.configurationDn, classes: ['top', 'configuration'], categoryOf: 'Configuration' }),
    ...partitions(org),
    ...sites(org),
    ...schema(org),
    container(org, `CN=Services,${org.configurationDn}`),
    ...publicKeyServicesEntries(org, pki),
    ...deviceRegistration(org),
  ];
}

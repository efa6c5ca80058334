import { clientFile } from './clients/clients.mjs';
import { directoryObject } from './directory/objects.mjs';
import { collectorFile, denied } from './formats/collector-file.mjs';
import { ldifdeFile } from './formats/ldif.mjs';
import { list } from './graph/answer.mjs';
import { hostOf } from './organisation.mjs';

const federationItems = [
  ['system', 'User'],
  ['Get-AdfsProperties', 'AD FS administrator'],
  ['Get-AdfsFarmInformation', 'AD FS administrator'],
  ['Get-AdfsGlobalAuthenticationPolicy', 'AD FS administrator'],
  ['Get-AdfsAuthenticationProvider', 'AD FS administrator'],
  ['Get-AdfsDeviceRegistration', 'AD FS administrator'],
  ['Get-AdfsEndpoint', 'AD FS administrator'],
  ['Get-AdfsCertificateAuthority', 'AD FS administrator'],
  ['Get-AdfsCertificate', 'AD FS administrator'],
  ['Get-AdfsRelyingPartyTrust', 'AD FS administrator'],
  ['Get-AdfsApplicationPermission', 'AD FS administrator'],
  ['Get-AdfsSyncProperties', 'AD FS administrator'],
  ['services', 'User'],
  ['certificates.machine', 'User'],
  ['certificates.service', 'Administrator of the server'],
  ['events.adfs', 'Event Log Readers'],
  ['connectivity', 'User; Request Certificates at the CA'],
];

/** A collector that an account without any right ran: every read was refused. */
function refusedCollector(org) {
  const { server, by, at } = org.collector;
  const text = collectorFile({
    role: 'adfs',
    host: hostOf(org, server),
    collectedAt: at,
    collectedBy: `${org.domain.netbios}\\${by}`,
    elevated: false,
    items: federationItems.map(([name, right]) => denied(name, right, 'Access is denied.')),
  });
  return [`collectors/hello-preflight-adfs-${server}.json`, text];
}

/** An export that broke off in the middle of an entry: the disk was full. */
function brokenExport(org) {
  const entries = [
    directoryObject(org, {
      dn: org.configurationDn,
      classes: ['top', 'configuration'],
      categoryOf: 'Configuration',
    }),
    directoryObject(org, {
      dn: `CN=Sites,${org.configurationDn}`,
      classes: ['top', 'sitesContainer'],
      categoryOf: 'Sites-Container',
    }),
    directoryObject(org, {
      dn: org.schemaDn,
      classes: ['top', 'dMD'],
      categoryOf: 'DMD',
      attributes: [['objectVersion', org.schema.version]],
    }),
  ];
  const text = ldifdeFile(entries);
  return ['directory/export.ldf', text.slice(0, text.lastIndexOf('objectGUID') + 16)];
}

/** What one person sent by mail. */
function onlyClient(org) {
  const { name, file, person, signedIn, registered } = org.client;
  const device = {
    name,
    deviceId: org.guidFor(`computer ${name}`),
    thumbprint: org.random(`device key ${name}`).bytes(20).toString('hex').toUpperCase(),
    registered,
  };
  const client = {
    device,
    user: person,
    signedIn,
    encoding: 'utf16',
    joined: true,
    prt: true,
    enterprisePrt: false,
    policy: false,
  };
  return [`clients/${file}`, clientFile(org, client)];
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Somebody asked Graph with an account that sees nothing, and once with one that may not. */
const graphAnswers = () => [
  ['graph/users.json', json(list('users', []))],
  ['graph/devices.json', json(list('devices', []))],
  [
    'graph/conditionalAccessPolicies.json',
    json({
      error: {
        code: 'AccessDenied',
        message: 'You cannot perform the requested operation, required scopes are missing in the token.',
        innerError: { date: '2026-11-19T10:21:40', 'request-id': '7c0e9d4f-5b1a-4f37-8a66-d2e3b9f01c58' },
      },
    }),
  ],
];

/** The evidence of an organisation about which almost nothing could be collected: paths and contents. */
export const sparseFiles = (org) => [onlyClient(org), brokenExport(org), refusedCollector(org), ...graphAnswers()];

import { createHash } from 'node:crypto';
import { plusMinutes } from '../formats/binary-forms.mjs';
import { collected, denied } from '../formats/collector-file.mjs';
import { storedCertificate } from '../formats/stored-certificate.mjs';
import { hostOf } from '../organisation.mjs';
import { entraTrustRules } from './claim-rules.mjs';
import { eventsItem, heldRow, serviceRow, systemItem } from './common-items.mjs';

const right = 'AD FS administrator';
const thumbprint = (der) => createHash('sha1').update(der).digest('hex').toUpperCase();
const broker = '38aa3b87-a06d-4817-b275-7a316988d93b';
const ownScope = 'http://schemas.microsoft.com/ws/2009/12/identityserver/selfscope';

/** Endpoints of device registration and Hello, with whether the proxy publishes them. */
const endpoints = [
  ['/adfs/services/trust/2005/windowstransport', true, false],
  ['/adfs/services/trust/13/windowstransport', true, false],
  ['/adfs/services/trust/2005/usernamemixed', true, true],
  ['/adfs/services/trust/13/usernamemixed', true, true],
  ['/adfs/services/trust/2005/certificatemixed', true, true],
  ['/adfs/services/trust/13/certificatemixed', true, true],
  ['/adfs/services/trust/mex', true, true],
  ['/adfs/services/trust/proxymex', true, false],
  ['/FederationMetadata/2007-06/FederationMetadata.xml', true, true],
  ['/adfs/ls/', true, true],
  ['/adfs/oauth2/', true, true],
  ['/EnrollmentServer/', true, true],
];

const properties = (org) => ({
  HostName: org.federation.host,
  Identifier: org.federation.identifier,
  HttpsPort: 443,
  TlsClientPort: 49443,
  AutoCertificateRollover: true,
  CertificateDuration: 365,
  CertificateGenerationThreshold: 20,
  CertificatePromotionThreshold: 5,
  ExtendedProtectionTokenCheck: 'Allow',
  WIASupportedUserAgents: [
    'MSIE 6.0',
    'MSIE 7.0; Windows NT',
    'MSIE 8.0',
    'MSIE 9.0',
    'MSIE 10.0; Windows NT 6',
    'Windows NT 6.3; Trident/7.0',
    '=~Windows\\s*NT.*Edg.*',
  ],
  EnableExtranetLockout: true,
  ExtranetLockoutThreshold: 10,
  ExtranetObservationWindow: '00:30:00',
  ExtranetLockoutMode: 'ADFSSmartLockoutEnforce',
  ExtranetLockoutRequirePDC: false,
  AuditLevel: ['Verbose'],
  KdfV2Support: 'Enable',
  IntranetUseLocalClaimsProvider: false,
  ...org.federation.farm.properties,
});

const authenticationPolicy = (org) => ({
  AdditionalAuthenticationProvider: [],
  PrimaryIntranetAuthenticationProvider: ['WindowsAuthentication', 'FormsAuthentication'],
  PrimaryExtranetAuthenticationProvider: ['FormsAuthentication'],
  DeviceAuthenticationEnabled: true,
  DeviceAuthenticationMethod: 'All',
  WindowsIntegratedFallbackEnabled: true,
  ...org.federation.farm.authenticationPolicy,
});

const farmInformation = (org) => ({
  CurrentFarmBehavior: org.federation.farm.behaviorLevel,
  FarmNodes: org.federation.farm.nodes.map(({ name, type, heartbeat = 4 }) => ({
    FQDN: hostOf(org, name),
    NodeName: name,
    BehaviorLevel: org.federation.farm.behaviorLevel,
    HeartbeatTimeStamp: plusMinutes(org.instant, -30 - heartbeat),
    NodeType: type,
  })),
});

const certificateAuthority = (org) => ({
  Mode: 'EnrollmentAgent',
  EnrollmentAgentCertificateTemplateName: 'WHFBEnrollmentAgent',
  WindowsHelloCertificateTemplateName: 'WHFBAuthentication',
  LogonCertificateTemplateName: '',
  VPNCertificateTemplateName: '',
  CertificateAuthority: '',
  WindowsHelloCertificateProxyEnabled: true,
  AutoEnrollEnabled: true,
  CertificateGenerationThresholdDays: 20,
  CriticalThresholdInMinutes: 1440,
  ...org.federation.farm.certificateAuthority,
});

const relyingParty = (org) => ({
  Name: 'Microsoft Office 365 Identity Platform Worldwide',
  Enabled: true,
  Identifier: ['https://login.microsoftonline.com/extSTS.srf', 'urn:federation:MicrosoftOnline'],
  WSFedEndpoint: 'https://login.microsoftonline.com/login.srf',
  MonitoringEnabled: true,
  AutoUpdateEnabled: true,
  LastMonitoredTime: plusMinutes(org.instant, -400),
  SignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  AccessControlPolicyName: null,
  AlwaysRequireAuthentication: false,
  IssuanceTransformRules: entraTrustRules(org),
  IssuanceAuthorizationRules:
    '@RuleTemplate = "AllowAllAuthzRule"\r\n => issue(Type = "http://schemas.microsoft.com/authorization/claims/permit", Value = "true");\r\n',
  AdditionalAuthenticationRules: '',
  ...org.federation.farm.relyingParty,
});

const tokenCertificates = (org, pki) => [
  {
    CertificateType: 'Service-Communications',
    IsPrimary: true,
    Thumbprint: thumbprint(pki.service),
    NotAfter: org.federation.tls.notAfter,
  },
  {
    CertificateType: 'Token-Signing',
    IsPrimary: true,
    Thumbprint: thumbprint(pki.tokenSigning),
    NotAfter: org.federation.signing.notAfter,
  },
  {
    CertificateType: 'Token-Decrypting',
    IsPrimary: true,
    Thumbprint: thumbprint(pki.tokenDecrypting),
    NotAfter: org.federation.decrypting.notAfter,
  },
];

const bindings = (org, pki) =>
  [
    [org.federation.host, 443],
    [org.federation.host, 49443],
    ['localhost', 443],
    [`certauth.${org.federation.host}`, 443],
    [`enterpriseregistration.${org.domain.dns}`, 443],
  ].map(([HostName, PortNumber]) => ({ HostName, PortNumber, CertificateHash: thumbprint(pki.service) }));

/** What the cmdlets of AD FS say, by the name of the cmdlet; every node of a farm gives the same. */
export const farmOutput = (org, pki) => ({
  'Get-AdfsProperties': properties(org),
  'Get-AdfsFarmInformation': farmInformation(org),
  'Get-AdfsGlobalAuthenticationPolicy': authenticationPolicy(org),
  'Get-AdfsAdditionalAuthenticationRule': { AdditionalAuthenticationRules: '' },
  'Get-AdfsAuthenticationProvider': [
    'FormsAuthentication',
    'WindowsAuthentication',
    'CertificateAuthentication',
    'DeviceAuthentication',
    'AzureMfaAuthentication',
    'MicrosoftPassportAuthentication',
    ...(org.federation.farm.moreProviders ?? []),
  ].map((Name) => ({
    Name,
    AdminName: Name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
    IsBuiltIn: Name !== 'WindowsAzureMultiFactorAuthentication',
  })),
  'Get-AdfsDeviceRegistration': {
    DrsObjectDN: `CN=DeviceRegistrationService,CN=Device Registration Services,${org.deviceRegistrationDn}`,
    DeviceObjectLocation: org.registeredDevicesDn,
    DevicesPerUser: 10,
    MaximumInactiveDays: 90,
    IsAdfsServiceAuthorizationReady: true,
    IsDirectoryConfigured: true,
  },
  'Get-AdfsEndpoint': endpoints.map(([AddressPath, Enabled, isPublished]) => ({
    AddressPath,
    Enabled,
    Proxy: isPublished || org.federation.farm.published.includes(AddressPath),
  })),
  'Get-AdfsCertificateAuthority': { ...certificateAuthority(org), PrimaryIssuerCertificate: '' },
  'Get-AdfsCertificate': tokenCertificates(org, pki),
  'Get-AdfsSslCertificate': bindings(org, pki),
  'Get-AdfsRelyingPartyTrust': relyingParty(org),
  'Get-AdfsApplicationPermission': {
    ObjectIdentifier: org.guidFor('AD FS application permission'),
    ClientRoleIdentifier: broker,
    ServerRoleIdentifier: ownScope,
    ScopeNames: org.federation.farm.scopes,
  },
  'Get-AdfsScopeDescription': [
    'allatclaims',
    'aza',
    'email',
    'logon_cert',
    'openid',
    'profile',
    'ugs',
    'user_impersonation',
    'vpn_cert',
    'winhello_cert',
  ].map((Name) => ({ Name })),
});

const syncProperties = (org, { type, syncedMinutesAgo = 3, lastStatus = 0 }) => {
  const [primary] = org.federation.farm.nodes;
  if (type === 'PrimaryComputer') return { Role: 'PrimaryComputer', LastSyncStatus: 0, PollDuration: 300 };
  return {
    Role: 'SecondaryComputer',
    LastSyncStatus: lastStatus,
    LastSyncTime: plusMinutes(org.instant, -30 - syncedMinutesAgo),
    PollDuration: 300,
    PrimaryComputerName: hostOf(org, primary.name),
  };
};

const accountOf = ({ domain, federation }) => `${domain.netbios}\\${federation.account.login}`;

/** The store of the service account: the certificate of the registration authority, where the node holds one. */
function serviceStore(org, pki, { name, storeIsDenied }) {
  const read = 'Administrator of the server';
  if (storeIsDenied)
    return denied(
      'certificates.service',
      read,
      `Access to the path 'C:\\Windows\\ServiceProfiles\\${org.federation.account.login}' is denied.`,
    );
  const der = pki.agents[name];
  const element =
    der &&
    storedCertificate({
      der,
      container: `te-${org.guidFor(`agent key ${name}`)}`,
      provider: org.federation.agents[name].provider ?? 'Microsoft Software Key Storage Provider',
    });
  return collected('certificates.service', read, {
    owner: accountOf(org),
    hasProfile: true,
    elements: element ? [element.toString('hex')] : [],
  });
}

/** Items of a node of the farm, as `adfs.ps1` reads them. */
export function federationServerItems(org, { pki }, node, server) {
  const cmdlets = Object.entries(farmOutput(org, pki)).map(([name, objects]) => collected(name, right, objects));
  const reached = [
    { kind: 'https', target: 'enterpriseregistration.windows.net', port: 443, succeeded: true },
    ...org.pki.issuing.map((ca) => ({
      kind: 'ca-ping',
      target: `${hostOf(org, ca.host)}\\${ca.name}`,
      succeeded: true,
    })),
  ];
  return [
    systemItem(org, server),
    ...cmdlets,
    collected('Get-AdfsSyncProperties', right, syncProperties(org, node)),
    collected('services', 'User', [serviceRow(org, 'adfssrv', accountOf(org)), serviceRow(org, 'drs', accountOf(org))]),
    collected('certificates.machine', 'User', [
      heldRow(pki.service, { provider: 'Microsoft RSA SChannel Cryptographic Provider', isExportable: true }),
    ]),
    serviceStore(org, pki, node),
    eventsItem(org, 'events.adfs', 'Event Log Readers', 'AD FS/Admin', node.events),
    collected('connectivity', 'User; Request Certificates at the CA', reached),
  ];
}

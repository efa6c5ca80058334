import { plusMinutes } from '../formats/binary-forms.mjs';

const line = '+----------------------------------------------------------------------+';
const login = 'https://login.microsoftonline.com';
const registration = 'https://enterpriseregistration.windows.net';

/** `2026-11-22 11:40:12.000 UTC` */
const utc = (time) => `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')}.000 UTC`;
const rows = (pairs) =>
  pairs.map(([label, value]) => (label === '' ? '' : `${label.padStart(26)} : ${value}`.trimEnd()));
const section = (title, pairs) => [line, `| ${title.padEnd(69)}|`, line, '', ...rows(pairs), ''];
const yes = (flag) => (flag ? 'YES' : 'NO');

function deviceState({ domain }, { device, joined, release }) {
  return section('Device State', [
    ['AzureAdJoined', yes(joined)],
    ['EnterpriseJoined', 'NO'],
    ['DomainJoined', 'YES'],
    ...(release === 'first' ? [] : [['Virtual Desktop', 'NOT SET']]),
    ['DomainName', domain.netbios],
    ['Device Name', `${device.name}.${domain.dns}`],
  ]);
}

function deviceDetails({ guidFor }, { device, release }) {
  const notBefore = plusMinutes(device.registered, -30);
  const until = plusMinutes(device.registered, 0).replace(/^\d+/, (year) => String(Number(year) + 10));
  return section('Device Details', [
    ['DeviceId', device.deviceId],
    ['Thumbprint', device.thumbprint],
    ['DeviceCertificateValidity', `[ ${utc(notBefore)} -- ${utc(until)} ]`],
    ['KeyContainerId', guidFor(`key container ${device.name}`)],
    ['KeyProvider', 'Microsoft Platform Crypto Provider'],
    ['TpmProtected', 'YES'],
    ...(release === 'first' ? [] : [['DeviceAuthStatus', 'SUCCESS']]),
  ]);
}

function tenantDetails({ tenant }) {
  const service = (name, path) => `${registration}/${name}/${path}`;
  const id = 'urn:ms-drs:enterpriseregistration.windows.net';
  return section('Tenant Details', [
    ['TenantName', tenant.name],
    ['TenantId', tenant.id],
    ['AuthCodeUrl', `${login}/${tenant.id}/oauth2/authorize`],
    ['AccessTokenUrl', `${login}/${tenant.id}/oauth2/token`],
    ['MdmUrl', ''],
    ['MdmTouUrl', ''],
    ['MdmComplianceUrl', ''],
    ['SettingsUrl', ''],
    ['JoinSrvVersion', '2.0'],
    ['JoinSrvUrl', service('EnrollmentServer', 'device/')],
    ['JoinSrvId', id],
    ['KeySrvVersion', '1.0'],
    ['KeySrvUrl', service('EnrollmentServer', 'key/')],
    ['KeySrvId', id],
    ['WebAuthNSrvVersion', '1.0'],
    ['WebAuthNSrvUrl', service('webauthn', `${tenant.id}/`)],
    ['WebAuthNSrvId', id],
    ['DeviceManagementSrvVer', '1.0'],
    ['DeviceManagementSrvUrl', service('manage', `${tenant.id}/`)],
    ['DeviceManagementSrvId', id],
  ]);
}

function userState({ joined, key }) {
  const provisioned = key
    ? [
        ['NgcKeyId', `{${key.toUpperCase()}}`],
        ['CanReset', 'DestructiveAndNonDestructive'],
      ]
    : [];
  const account = [
    ['WamDefaultAuthority', 'organizations'],
    ['WamDefaultId', 'https://login.microsoft.com'],
    ['WamDefaultGUID', '{B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)'],
  ];
  return section('User State', [
    ['NgcSet', yes(key)],
    ...provisioned,
    ['WorkplaceJoined', 'NO'],
    ['WamDefaultSet', yes(joined)],
    ...(joined ? account : []),
  ]);
}

const failedAttempt = ({ guidFor, tenant }, { signedIn, user, device }) => [
  ['AcquirePrtDiagnostics', 'PRESENT'],
  ['Previous Prt Attempt', utc(signedIn).replace('.000', '.788')],
  ['Attempt Status', '0xc000006d'],
  ['User Identity', user.upn],
  ['Credential Type', 'Password'],
  ['Correlation ID', guidFor(`correlation ${device.name}`)],
  ['Endpoint URI', `${login}/${tenant.id}/oauth2/token/`],
  ['HTTP Method', 'POST'],
  ['HTTP Error', '0x0'],
  ['HTTP status', '400'],
  ['Server Error Code', 'invalid_grant'],
  ['Server Error Description', 'AADSTS50126: Error validating credentials due to invalid username or password.'],
];

function token(name, time, authority) {
  const fortnight = 14 * 24 * 60;
  return [
    [name, 'YES'],
    [`${name}UpdateTime`, utc(time)],
    [`${name}ExpiryTime`, utc(plusMinutes(time, fortnight))],
    [`${name}Authority`, authority],
  ];
}

/** Windows 11 24H2 and later show tickets of cloud Kerberos trust here. */
const cloudTickets = [
  ['OnPremTgt', 'NO'],
  ['CloudTgt', 'NO'],
];

/** Without a new Entra token the last AD FS token is the one of the day before. */
function singleSignOnState(org, client) {
  const { federation, tenant } = org;
  const { joined, prt, enterprisePrt, signedIn, release } = client;
  const authority = `${login}/${tenant.id}`;
  const entra = prt
    ? token('AzureAdPrt', signedIn, authority)
    : [
        ['AzureAdPrt', 'NO'],
        ['AzureAdPrtAuthority', joined ? authority : ''],
        ...(joined ? failedAttempt(org, client) : []),
      ];
  const enterprise = enterprisePrt
    ? token('EnterprisePrt', prt ? signedIn : plusMinutes(signedIn, -26 * 60), `https://${federation.host}:443/adfs`)
    : [
        ['EnterprisePrt', 'NO'],
        ['EnterprisePrtAuthority', ''],
      ];
  return section('SSO State', [...entra, ...enterprise, ...(release === 'latest' ? cloudTickets : [])]);
}

function diagnosticsOfJoined({ domain }, { user, elevated }) {
  return section('Diagnostic Data', [
    ['AadRecoveryEnabled', 'NO'],
    ['Executing Account Name', `${domain.netbios}\\${user.login}, ${user.upn}`],
    ['KeySignTest', elevated ? 'PASSED' : 'MUST Run elevated to test.'],
    [''],
    ['DisplayNameUpdated', 'YES'],
    ['OsVersionUpdated', 'YES'],
    ['HostNameUpdated', 'YES'],
    [''],
    ['Last HostName Update', 'NONE'],
  ]);
}

function diagnosticsOfFailedJoin({ signedIn }) {
  return section('Diagnostic Data', [
    ['Diagnostics Reference', 'www.microsoft.com/aadjerrors'],
    ['User Context', 'UN-ELEVATED User'],
    ['Client Time', utc(signedIn)],
    ['AD Connectivity Test', 'PASS'],
    ['AD Configuration Test', 'FAIL [0x80070002]'],
    ['DRS Discovery Test', 'SKIPPED'],
    ['DRS Connectivity Test', 'SKIPPED'],
    ['Token acquisition Test', 'SKIPPED'],
    ['Fallback to Sync-Join', 'ENABLED'],
    [''],
    ['Previous Registration', utc(plusMinutes(signedIn, -38))],
    ['Error Phase', 'discover'],
    ['Client ErrorCode', '0x801c001d'],
  ]);
}

function prerequisites({ joined, prt, enterprisePrt, policy, remote, willProvision }) {
  const federated = [
    ['AdfsRefreshToken', yes(enterprisePrt)],
    ['AdfsRaIsReady', 'YES'],
    ['LogonCertTemplateReady', enterprisePrt ? 'YES ( StateReady )' : 'NO ( StateNoPolicy )'],
  ];
  const withoutPolicy = [
    ['OnPremTGT', 'NO'],
    ['CloudTGT', 'NO'],
  ];
  return section('Ngc Prerequisite Check', [
    ['IsDeviceJoined', yes(joined)],
    ['IsUserAzureAD', yes(prt)],
    ['PolicyEnabled', yes(policy)],
    ['PostLogonEnabled', 'YES'],
    ['DeviceEligible', 'YES'],
    ['SessionIsNotRemote', yes(!remote)],
    ['CertEnrollment', policy ? 'enrollment authority' : 'none'],
    ...(policy ? federated : withoutPolicy),
    ['PreReqResult', willProvision ? 'WillProvision' : 'WillNotProvision'],
  ]);
}

/**
 * The text of `dsregcmd /status`, with CRLF, of the usual release, the `first` that knew hybrid join or the `latest`. A client is what the machine would know: its device, whether it is
 * joined, which tokens the user has, the key once Hello is set up, and whether policy reached it.
 */
export function dsregcmdStatus(org, client) {
  const details = client.joined ? [...deviceDetails(org, client), ...tenantDetails(org)] : [];
  const diagnostics = client.joined ? diagnosticsOfJoined(org, client) : diagnosticsOfFailedJoin(client);
  const check = client.key ? [] : prerequisites(client);
  return [
    '',
    ...deviceState(org, client),
    ...details,
    ...userState(client),
    ...singleSignOnState(org, client),
    ...diagnostics,
    ...check,
    'For more information, please visit https://www.microsoft.com/aadjerrors',
    '',
  ].join('\r\n');
}

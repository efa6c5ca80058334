import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Output of `dsregcmd /status` of a fleet, as it differs in life: releases of Windows, consoles, states. The same for the same count. */

type Lines = readonly (readonly [label: string, value: string])[];

/** What goes wrong on every so many clients; the rest is ready. */
const states = [
  { every: 9, lines: { EnterprisePrt: 'NO', AdfsRefreshToken: 'NO', PreReqResult: 'WillNotProvision' } },
  { every: 11, lines: { LogonCertTemplateReady: 'NO ( StateNoPolicy )', PreReqResult: 'WillNotProvision' } },
  { every: 13, lines: { AdfsRaIsReady: 'NO', PreReqResult: 'WillNotProvision' } },
  { every: 17, lines: { PolicyEnabled: 'NO', PreReqResult: 'WillNotProvision' } },
  { every: 19, lines: { SessionIsNotRemote: 'NO', PreReqResult: 'WillNotProvision' } },
  { every: 23, lines: { DeviceAuthStatus: 'FAILED. Device is either disabled or deleted' } },
  { every: 29, lines: { AzureAdPrt: 'NO', 'Attempt Status': '0xc000006d', 'Server Error Code': 'invalid_grant' } },
  { every: 31, lines: { AzureAdJoined: 'NO', 'Client ErrorCode': '0x801c03f2' } },
] as const satisfies readonly { every: number; lines: Readonly<Record<string, string>> }[];

const people = ['imke.brandt', 'jürgen.weiß', 'zoë.lefèvre', 'łukasz.wójcik', 'anders.åkesson', 'tom.miller'] as const;
const box = '+----------------------------------------------------------------------+';
const hex = (number: number, length: number): string =>
  ((number * 2_654_435_761) % 0xffff_ffff).toString(16).padStart(8, '0').repeat(4).slice(0, length);
const guid = (number: number): string =>
  `${hex(number, 8)}-${hex(number + 1, 4)}-4${hex(number + 2, 3)}-8${hex(number + 3, 3)}-${hex(number + 4, 12)}`;
const person = (client: number): string => people[client % people.length] ?? people[0];

/** Writes `count` files into `folder` and returns how many bytes they have. */
export async function writeFleet(folder: string, count: number, capturedAt: Date): Promise<number> {
  await mkdir(folder, { recursive: true });
  let size = 0;
  for (let client = 0; client < count; client += 1) {
    const bytes = encoded(textOf(client, capturedAt), client);
    await writeFile(path.join(folder, `pc${String(client).padStart(5, '0')}.txt`), bytes);
    size += bytes.byteLength;
  }
  return size;
}

/** UTF-16 of PowerShell's redirection, UTF-8 with and without its mark, and the code page of a German console, in which umlauts are no UTF-8. */
function encoded(text: string, client: number): Buffer {
  switch (client % 4) {
    case 0:
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 1:
      return Buffer.from(text, 'utf8');
    case 2:
      return Buffer.from(`\ufeff${text}`, 'utf8');
    default:
      return Buffer.from(text.replaceAll('ü', '\x81').replaceAll('ß', '\xe1'), 'latin1');
  }
}

function textOf(client: number, capturedAt: Date): string {
  const changes: Readonly<Record<string, string>> =
    states.find(({ every }) => client % every === every - 1)?.lines ?? {};
  const isDone = Object.keys(changes).length === 0 && client % 2 === 0;
  const section = (title: string, lines: Lines): readonly string[] => [
    box,
    `| ${title.padEnd(69)}|`,
    box,
    '',
    ...lines.map(([label, value]) => `${label.padStart(26)} : ${changes[label] ?? value}`.trimEnd()),
    ...extra(title, changes).map(([label, value]) => `${label.padStart(26)} : ${value}`),
    '',
  ];
  const parts = [
    ...section('Device State', deviceState(client)),
    ...section('Device Details', deviceDetails(client)),
    ...section('Tenant Details', tenantDetails()),
    ...section('User State', userState(client, isDone)),
    ...section('SSO State', signOn(capturedAt, client)),
    ...section('Diagnostic Data', diagnostics(client)),
    ...(isDone ? [] : section('Ngc Prerequisite Check', prerequisites)),
  ];
  return `\r\n${parts.join('\r\n')}\r\nFor more information, please visit https://www.microsoft.com/aadjerrors\r\n`;
}

const extraLabels: Readonly<Record<string, readonly string[]>> = {
  'SSO State': ['Attempt Status', 'Server Error Code'],
  'Diagnostic Data': ['Client ErrorCode'],
};
const extra = (title: string, changes: Readonly<Record<string, string>>): Lines =>
  (extraLabels[title] ?? []).flatMap((label) =>
    changes[label] === undefined ? [] : [[label, changes[label]] as const],
  );

/** Windows 10, version 1809 names no device and knows no virtual desktop. */
const isOld = (client: number): boolean => client % 7 === 6;

const deviceState = (client: number): Lines => [
  ['AzureAdJoined', 'YES'],
  ['EnterpriseJoined', 'NO'],
  ['DomainJoined', 'YES'],
  ...(isOld(client) ? [] : ([['Virtual Desktop', 'NOT SET']] as const)),
  ['DomainName', 'CONTOSO'],
  ...(isOld(client) ? [] : ([['Device Name', `PC${String(client).padStart(5, '0')}.contoso.com`]] as const)),
];

const deviceDetails = (client: number): Lines => [
  ['DeviceId', guid(client + 1)],
  ['Thumbprint', hex(client + 7, 40).toUpperCase()],
  ['DeviceCertificateValidity', '[ 2026-01-28 06:41:10.000 UTC -- 2036-01-28 07:11:10.000 UTC ]'],
  ['KeyContainerId', guid(client + 9)],
  ['KeyProvider', 'Microsoft Platform Crypto Provider'],
  ['TpmProtected', 'YES'],
  ['DeviceAuthStatus', 'SUCCESS'],
];

const tenant = '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11';
const registration = 'https://enterpriseregistration.windows.net';

const tenantDetails = (): Lines => [
  ['TenantName', 'Contoso'],
  ['TenantId', tenant],
  ['AuthCodeUrl', `https://login.microsoftonline.com/${tenant}/oauth2/authorize`],
  ['AccessTokenUrl', `https://login.microsoftonline.com/${tenant}/oauth2/token`],
  ['MdmUrl', ''],
  ['JoinSrvVersion', '2.0'],
  ['JoinSrvUrl', `${registration}/EnrollmentServer/device/`],
  ['JoinSrvId', 'urn:ms-drs:enterpriseregistration.windows.net'],
  ['KeySrvVersion', '1.0'],
  ['KeySrvUrl', `${registration}/EnrollmentServer/key/`],
  ['WebAuthNSrvUrl', `${registration}/webauthn/${tenant}/`],
  ['DeviceManagementSrvUrl', `${registration}/manage/${tenant}/`],
];

const userState = (client: number, isDone: boolean): Lines => [
  ['NgcSet', isDone ? 'YES' : 'NO'],
  ...(isDone
    ? ([
        ['NgcKeyId', `{${guid(client + 11).toUpperCase()}}`],
        ['CanReset', 'DestructiveAndNonDestructive'],
      ] as const)
    : []),
  ['WorkplaceJoined', 'NO'],
  ['WamDefaultSet', 'YES'],
  ['WamDefaultAuthority', 'organizations'],
  ['WamDefaultId', 'https://login.microsoft.com'],
];

const before = (time: Date, minutes: number): string =>
  `${new Date(time.getTime() - minutes * 60_000).toISOString().replace('T', ' ').slice(0, 19)}.000 UTC`;

const signOn = (capturedAt: Date, client: number): Lines => [
  ['AzureAdPrt', 'YES'],
  ['AzureAdPrtUpdateTime', before(capturedAt, client % 200)],
  ['AzureAdPrtExpiryTime', before(capturedAt, (client % 200) - 20_160)],
  ['AzureAdPrtAuthority', `https://login.microsoftonline.com/${tenant}`],
  ['EnterprisePrt', 'YES'],
  ['EnterprisePrtUpdateTime', before(capturedAt, client % 200)],
  ['EnterprisePrtAuthority', 'https://fs.contoso.com:443/adfs'],
];

const diagnostics = (client: number): Lines => [
  ['AadRecoveryEnabled', 'NO'],
  ['Executing Account Name', `CONTOSO\\${person(client)}, ${person(client)}@contoso.com`],
  ['KeySignTest', 'PASSED'],
];

const prerequisites: Lines = [
  ['IsDeviceJoined', 'YES'],
  ['IsUserAzureAD', 'YES'],
  ['PolicyEnabled', 'YES'],
  ['PostLogonEnabled', 'YES'],
  ['DeviceEligible', 'YES'],
  ['SessionIsNotRemote', 'YES'],
  ['CertEnrollment', 'enrollment authority'],
  ['AdfsRefreshToken', 'YES'],
  ['AdfsRaIsReady', 'YES'],
  ['LogonCertTemplateReady', 'YES ( StateReady )'],
  ['PreReqResult', 'WillProvision'],
];

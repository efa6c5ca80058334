import { autoEnrolment, dword, text, whfb } from '../../directory/policy-settings.mjs';

/**
 * Group policy objects. `version` is [user, machine]; `linked` names the units.
 * Two contradict each other on the pilot OU, one is linked nowhere.
 */
export const policies = [
  {
    guid: '31B2F340-016D-11D2-945F-00C04FB984F9',
    name: 'Default Domain Policy',
    version: [0, 7],
    linked: ['domain'],
    machine: [
      dword('Software\\Policies\\Microsoft\\Windows\\System', 'GroupPolicyRefreshTime', 90),
      text('Software\\Policies\\Microsoft\\W32Time\\Parameters', 'Type', 'NT5DS'),
    ],
  },
  {
    guid: '6AC1786C-016F-11D2-945F-00C04FB984F9',
    name: 'Default Domain Controllers Policy',
    version: [0, 4],
    linked: ['domainControllers'],
    machine: [dword('Software\\Policies\\Microsoft\\Windows\\EventLog\\Security', 'MaxSize', 1048576)],
  },
  {
    guid: '9E0C4D67-2B1F-4B8E-A3C5-70D1F8E6B294',
    name: 'Domain Controller Auto Certificate Enrollment',
    version: [0, 2],
    linked: ['domainControllers'],
    machine: autoEnrolment,
  },
  {
    guid: 'C47A1B83-5E92-4D0A-8F36-1D7B90E2A5C8',
    name: 'WHFB Pilot',
    version: [0, 5],
    linked: ['pilot'],
    machine: [
      dword(whfb, 'Enabled', 1),
      dword(whfb, 'UseCertificateForOnPremAuth', 1),
      dword(whfb, 'RequireSecurityDevice', 1),
      dword(`${whfb}\\ExcludeSecurityDevices`, 'TPM12', 1),
      dword(`${whfb}\\PINComplexity`, 'MinimumPINLength', 6),
      dword(`${whfb}\\PINComplexity`, 'Expiration', 180),
    ],
  },
  {
    guid: '5B3D86F0-7A14-49C2-B6E8-E20F9D43718A',
    name: 'Test Cloud Kerberos Trust',
    version: [0, 1],
    linked: ['pilot'],
    filter: '4E7B1C90-2D35-4F68-8A17-C06E93B5D2F4',
    machine: [dword(whfb, 'UseCloudTrustForOnPremAuth', 1)],
  },
  {
    guid: 'E81F2C59-03D6-4A7B-9C40-B5A6D3172E0F',
    name: 'WHfB Test 2024',
    version: [0, 3],
    linked: [],
    machine: [
      dword(whfb, 'Enabled', 0),
      dword(whfb, 'DisablePostLogonProvisioning', 1),
      text(whfb, '**del.UseCertificateForOnPremAuth', ' '),
    ],
  },
  {
    guid: '2F95E0B4-C81A-4637-8D2B-94E7A06C5F13',
    name: 'Zertifikate für Benutzer',
    version: [3, 0],
    linked: ['staff', 'fabrikam'],
    user: autoEnrolment,
  },
  {
    guid: '7D60A3E2-9F4C-4158-B07E-3C82F1D5946B',
    name: 'Workstation Baseline',
    namesTenant: true,
    version: [2, 11],
    linked: ['workstations'],
    machine: [
      dword('Software\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU', 'AUOptions', 4),
      text('Software\\Policies\\Microsoft\\Windows\\WindowsUpdate', 'WUServer', 'https://wsus01.contoso.com:8531'),
      {
        key: 'Software\\Policies\\Microsoft\\Windows\\PowerShell\\Transcription',
        name: 'OutputDirectory',
        type: 'expandString',
        data: '%SystemDrive%\\Transcripts',
      },
      {
        key: 'Software\\Policies\\Microsoft\\SystemCertificates\\Root\\ProtectedRoots',
        name: 'Flags',
        type: 'binary',
        data: Buffer.from('01000000', 'hex'),
      },
      text('Software\\Policies\\Microsoft\\Windows\\WindowsUpdate', '**del.TargetGroup', ' '),
    ],
    user: [text('Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop', 'ScreenSaveTimeOut', '900')],
  },
];

/** WMI filters of the domain. */
export const wmiFilters = [
  {
    guid: '4E7B1C90-2D35-4F68-8A17-C06E93B5D2F4',
    name: 'Windows 11',
    query: 'SELECT * FROM Win32_OperatingSystem WHERE BuildNumber >= 22000 AND ProductType = 1',
  },
];

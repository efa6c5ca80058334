import { autoEnrolment, dword, text, whfb } from '../../directory/policy-settings.mjs';

/** Group policy objects. `version` is [user, machine]; `linked` names the units. */
export const policies = [
  {
    guid: '31B2F340-016D-11D2-945F-00C04FB984F9',
    name: 'Default Domain Policy',
    version: [0, 4],
    linked: ['domain'],
    machine: [dword('Software\\Policies\\Microsoft\\Windows\\System', 'GroupPolicyRefreshTime', 90)],
  },
  {
    guid: '6AC1786C-016F-11D2-945F-00C04FB984F9',
    name: 'Default Domain Controllers Policy',
    version: [0, 3],
    linked: ['domainControllers'],
    machine: [dword('Software\\Policies\\Microsoft\\Windows\\EventLog\\Security', 'MaxSize', 4194304)],
  },
  {
    guid: '1F7A3C52-88D1-4E06-B9A4-2C6D0F51E7B3',
    name: 'Domain Controllers - Certificates',
    version: [0, 2],
    linked: ['domainControllers'],
    machine: autoEnrolment,
  },
  {
    guid: 'B25E9D07-413C-4A8F-9E62-70C1A4D8F396',
    name: 'Windows Hello for Business',
    version: [2, 6],
    linked: ['pilot'],
    machine: [
      dword(whfb, 'Enabled', 1),
      dword(whfb, 'UseCertificateForOnPremAuth', 1),
      dword(whfb, 'RequireSecurityDevice', 1),
      dword(whfb, 'EnablePinRecovery', 1),
      dword(`${whfb}\\ExcludeSecurityDevices`, 'TPM12', 1),
      dword(`${whfb}\\PINComplexity`, 'MinimumPINLength', 6),
    ],
  },
  {
    guid: '64C8F1A9-0B7D-4532-8F1E-D93A5E2C7B40',
    name: 'User Certificates',
    version: [2, 0],
    linked: ['staff'],
    user: autoEnrolment,
  },
  {
    guid: 'D7401B6E-59A2-4CF8-A03D-18E6C7F2B95D',
    name: 'Workstations',
    version: [0, 5],
    linked: ['workstations'],
    namesTenant: true,
    machine: [
      dword('Software\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU', 'AUOptions', 4),
      text('Software\\Policies\\Microsoft\\Windows\\WindowsUpdate', 'TargetGroup', 'Workstations'),
    ],
  },
];

export const wmiFilters = [];

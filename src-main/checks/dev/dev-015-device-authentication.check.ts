import { defineCheck } from '../define-check';
import { deviceAuthenticationNeeds, judgeDeviceAuthentication } from './judge-device-authentication';

export default defineCheck({
  id: 'DEV-015',
  revision: 1,
  why: 'AD FS issues the token that pays for the certificate only to a user on a device it has authenticated.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-device-based-conditional-access-on-premises',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/device-authentication-controls-in-ad-fs',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: deviceAuthenticationNeeds,
  evaluate: judgeDeviceAuthentication,
  remediation: {
    steps: ['Switch device authentication on, with all methods or with signed tokens alone.'],
    command: 'Set-AdfsGlobalAuthenticationPolicy -DeviceAuthenticationEnabled $true -DeviceAuthenticationMethod All',
    verify: '`dsregcmd /status` on a pilot device shows EnterprisePrt : YES after the next sign-in.',
    revert: 'Set the values `Get-AdfsGlobalAuthenticationPolicy` showed before.',
    right: 'AD FS administrator',
  },
});

import type { AdfsAuthenticationPolicy } from '../../../src-shared/model/evidence/adfs-settings';
import { defineCheck } from '../define-check';
import { type FarmVerdict, judgeFarms, notReturned } from '../fed/judge-farms';

/** Methods of DeviceAuthenticationMethod by their text; older exports hold a number whose meaning is not documented. */
const sound: readonly string[] = ['all', 'signedtoken'];
const prompting: readonly string[] = ['clienttls', 'pkeyauth'];

export default defineCheck({
  id: 'DEV-015',
  revision: 1,
  why: 'AD FS issues the token that pays for the certificate only to a user on a device it has authenticated.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-device-based-conditional-access-on-premises',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/device-authentication-controls-in-ad-fs',
  ],
  needs: ['adfs.authentication-policy'],
  evaluate: ({ 'adfs.authentication-policy': policies }) =>
    judgeFarms(policies.records, ({ data }) => judgePolicy(data)),
  remediation: {
    steps: ['Switch device authentication on, with all methods or with signed tokens alone.'],
    command: 'Set-AdfsGlobalAuthenticationPolicy -DeviceAuthenticationEnabled $true -DeviceAuthenticationMethod All',
    verify: '`dsregcmd /status` on a pilot device shows EnterprisePrt : YES after the next sign-in.',
    revert: 'Set the values `Get-AdfsGlobalAuthenticationPolicy` showed before.',
    right: 'AD FS administrator',
  },
});

function judgePolicy({
  deviceAuthenticationEnabled: enabled,
  deviceAuthenticationMethod: method,
}: AdfsAuthenticationPolicy): FarmVerdict {
  if (enabled === undefined) return notReturned('DeviceAuthenticationEnabled');
  const observations = [
    { label: 'DeviceAuthenticationEnabled', observed: enabled ? 'True' : 'False', expected: 'True', matches: enabled },
    { label: 'DeviceAuthenticationMethod', observed: method ?? 'not returned', expected: 'All or SignedToken' },
  ];
  if (!enabled)
    return { outcome: 'fail', note: 'Device authentication is switched off for the whole farm.', observations };
  const name = method?.toLowerCase();
  if (name !== undefined && sound.includes(name))
    return { outcome: 'pass', note: `Device authentication is on, by ${method}.`, observations };
  if (name !== undefined && prompting.includes(name))
    return {
      outcome: 'warning',
      severity: 'medium',
      note: `Device authentication is on by ${method} alone, which adds prompts and needs its own port; signed tokens are accepted as well.`,
      observations,
    };
  return {
    outcome: 'unknown',
    reason: method === undefined ? 'not-collected' : 'unreadable',
    note:
      method === undefined
        ? 'Device authentication is on, but the export does not hold its method.'
        : `Device authentication is on, but the export names its method only as ${method}; export it as text.`,
    observations,
  };
}

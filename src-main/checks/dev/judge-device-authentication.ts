import type { AdfsAuthenticationPolicy } from '../../../src-shared/model/evidence/adfs-settings';
import type { CheckResult, Inputs } from '../define-check';
import { type FarmVerdict, judgeFarms, notReturned } from '../fed/judge-farms';

/** Methods of DeviceAuthenticationMethod by their text; older exports hold a number whose meaning is not documented. */
const sound: readonly string[] = ['all', 'signedtoken'];
const prompting: readonly string[] = ['clienttls', 'pkeyauth'];

export const deviceAuthenticationNeeds = ['adfs.authentication-policy'] as const;

/** Whether AD FS authenticates devices (DEV-015). */
export const judgeDeviceAuthentication = ({
  'adfs.authentication-policy': policies,
}: Inputs<(typeof deviceAuthenticationNeeds)[number]>): CheckResult =>
  judgeFarms(policies.records, ({ data }) => judgePolicy(data));

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

import { defineCheck } from '../define-check';
import { fail, pass, unknown, warning } from '../result';

const smallQuota = 10;

export default defineCheck({
  id: 'DEV-024',
  revision: 2,
  why: 'People who may not join a device, or whose quota is used up, stop at the very first step.',
  sources: [
    'https://learn.microsoft.com/graph/api/deviceregistrationpolicy-get',
    'https://learn.microsoft.com/entra/identity/devices/manage-device-identities',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['entra.registration-policy'],
  appliesTo: ({ joinTypes }) =>
    joinTypes.entraJoined || {
      reason: 'No Entra joined devices are in scope; hybrid join does not count towards the quota.',
    },
  evaluate({ 'entra.registration-policy': policies }) {
    const [record] = policies.records;
    const policy = record?.data;
    const joining = policy?.allowedToJoin;
    const quota = policy?.userDeviceQuota;
    if (joining === undefined)
      return unknown('unreadable', { summary: 'The policy does not say who may join devices.' });
    const observations = [
      {
        label: 'Who may join devices',
        observed: joining,
        expected: 'all, or a group with the pilot users',
        matches: joining !== 'none',
      },
      ...(quota === undefined
        ? []
        : [
            {
              label: 'Devices per user',
              observed: String(quota),
              expected: `${smallQuota} or more`,
              matches: quota >= smallQuota,
            },
          ]),
    ];
    if (joining === 'none') return fail({ summary: 'Nobody may join devices to Entra ID.', observations });
    if (joining === 'selected')
      return unknown('not-collected', {
        summary: 'Only selected users may join devices; whether the pilot is among them was not read.',
        observations,
      });
    if (quota === undefined)
      return unknown('unreadable', {
        summary: 'Everybody may join devices, but the policy does not say how many each.',
        observations,
      });
    if (quota < smallQuota)
      return warning({
        summary: `Everybody may join devices, but only ${quota} each; a full quota ends in error 0x801C000E.`,
        observations,
      });
    return pass({
      summary: `Everybody may join devices, up to ${quota} each.`,
      observations,
    });
  },
  remediation: {
    steps: [
      'Entra admin centre, “Devices”, “Device settings”: allow the pilot users to join, and raise the number of devices a user may have.',
    ],
    verify: 'A pilot user joins a device.',
    revert: 'Set the former values on the same page.',
    right: 'Cloud Device Administrator',
  },
});

import { plusMinutes } from '../formats/binary-forms.mjs';

const registration = 'Microsoft-Windows-User Device Registration';
const hello = 'Microsoft-Windows-HelloForBusiness';

/** What event 358 (met) and 362 (not met) list of the prerequisites, in their order. */
const prerequisites = (state) => [
  'Yes',
  'Yes',
  'Yes',
  'Yes',
  'Yes',
  'Yes',
  'Yes',
  state,
  'Yes',
  'enrollment authority',
  'GPO',
];

/** What the logs of a client tell of setting up Hello: prerequisites, the key, the enrolment. Nothing before it was tried. */
export function provisioningEvents({ key, provisioned, device }) {
  if (!key) return {};
  const at = (minutes) => plusMinutes(provisioned, minutes);
  return {
    registration: [
      [300, at(0), 4, registration, `{${key.toUpperCase()}}`, device.deviceId, '', '0x0'],
      [358, at(-2), 4, registration, ...prerequisites('Yes ( 0 : StateReady )')],
    ],
    hello: [
      [3066, at(1), 4, hello],
      [3054, at(-2), 4, hello],
    ],
  };
}

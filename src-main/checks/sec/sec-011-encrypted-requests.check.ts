import { defineCheck } from '../define-check';
import { authoritySettingNeeds, judgeAuthoritySettings, settingNotRead } from './judge-authority-settings';

/** IF_ENFORCEENCRYPTICERTREQUEST of the CA's RPC interface. */
const enforceEncryption = 0x200;

export default defineCheck({
  id: 'SEC-011',
  revision: 1,
  why: 'A CA that takes unencrypted requests over RPC can be sent the sign-in of somebody else, who then gets a certificate without knowing.',
  sources: ['https://learn.microsoft.com/defender-for-identity/security-assessment-enforce-encryption-rpc'],
  outcomes: ['pass', 'fail'],
  needs: authoritySettingNeeds,
  evaluate: (inputs, { scope }) =>
    judgeAuthoritySettings(
      inputs,
      scope,
      ({ interfaceFlags, demandsEncryption }) => {
        const demands = interfaceFlags === undefined ? demandsEncryption : (interfaceFlags & enforceEncryption) !== 0;
        if (demands === undefined) return settingNotRead('InterfaceFlags of the CA');
        return demands
          ? { outcome: 'pass', note: 'Demands encryption over RPC.' }
          : { outcome: 'fail', note: 'Takes unencrypted requests over RPC.' };
      },
      {
        noun: 'CA',
        fail: ['takes unencrypted requests over RPC', 'take unencrypted requests over RPC'],
        fine: 'each demands encryption over RPC.',
        expected: 'IF_ENFORCEENCRYPTICERTREQUEST is set',
      },
    ),
  remediation: {
    task: 'Close ESC11: encrypt requests to the CA.',
    steps: ['Set the flag on every CA and restart its service. Clients older than Windows Vista can no longer enrol.'],
    command: ['certutil -setreg CA\\InterfaceFlags +IF_ENFORCEENCRYPTICERTREQUEST', 'Restart-Service certsvc'].join(
      '\n',
    ),
    verify: '`certutil -getreg CA\\InterfaceFlags` lists IF_ENFORCEENCRYPTICERTREQUEST.',
    revert: 'certutil -setreg CA\\InterfaceFlags -IF_ENFORCEENCRYPTICERTREQUEST',
    right: 'CA administrator and Administrator of the CA host',
  },
});

import { defineCheck } from '../define-check';
import { authoritySettingNeeds, judgeAuthoritySettings, settingNotRead } from './judge-authority-settings';

/** szOID_NTDS_CA_SECURITY_EXT, which carries the SID of the account. */
const sidExtension = '1.3.6.1.4.1.311.25.2';

export default defineCheck({
  id: 'SEC-015',
  revision: 1,
  why: 'A CA that leaves the SID out of every certificate takes strong mapping away from all of them, and domain controllers refuse them or map by name.',
  sources: ['https://support.microsoft.com/topic/kb5014754', 'https://github.com/ly4k/Certipy/wiki'],
  outcomes: ['pass', 'fail'],
  needs: authoritySettingNeeds,
  evaluate: (inputs, { scope }) =>
    judgeAuthoritySettings(
      inputs,
      scope,
      ({ disabledExtensions }) => {
        if (disabledExtensions === undefined) return settingNotRead('The list of disabled extensions');
        return disabledExtensions.some((oid) => oid.trim() === sidExtension)
          ? { outcome: 'fail', note: 'Leaves the SID out of every certificate.' }
          : { outcome: 'pass', note: 'Writes the SID into certificates.' };
      },
      {
        noun: 'CA',
        fail: ['leaves the SID out of every certificate', 'leave the SID out of every certificate'],
        fine: 'none leaves the SID out of certificates.',
        expected: 'the SID extension is not disabled',
      },
    ),
  remediation: {
    task: 'Close ESC16: let the CA write the SID again.',
    steps: [
      'Take the extension off the list on every CA and restart its service.',
      'Let certificates that were issued meanwhile be enrolled again; those of Hello renew with the next sign-in.',
    ],
    command: [`certutil -setreg policy\\DisableExtensionList -${sidExtension}`, 'Restart-Service certsvc'].join('\n'),
    verify: 'A new certificate has the extension 1.3.6.1.4.1.311.25.2.',
    right: 'CA administrator and Administrator of the CA host',
  },
});

import { defineCheck } from '../define-check';
import { judgeWriteBack, writeBackNeeds } from './judge-write-back';

export default defineCheck({
  id: 'DEV-010',
  revision: 1,
  why: 'AD FS can authenticate a device only when its object was written back to Active Directory; without that, certificate enrolment fails.',
  sources: [
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback',
    'https://learn.microsoft.com/graph/api/resources/onpremisesdirectorysynchronizationfeature',
  ],
  outcomes: ['pass', 'fail'],
  needs: writeBackNeeds,
  evaluate: judgeWriteBack,
  remediation: {
    task: 'Switch device write-back on.',
    steps: [
      'Entra Connect, “Configure device options”, “Configure device writeback”; choose the forest of the users.',
      'Give the account of the connector its rights with the script of the wizard, then run a full synchronisation.',
    ],
    verify: 'CN=RegisteredDevices fills with devices within three hours.',
    revert: 'Switch it off in the same task; written-back devices are removed.',
    right: 'Hybrid Identity Administrator, Enterprise Admins',
  },
});

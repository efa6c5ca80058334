import { defineCheck } from '../define-check';
import { judgeCloudAttributes } from '../dir/cloud-attributes';
import { judgePilot, pilotNeeds } from '../pilot-users';
import { scepScopeOnly } from './scep-profiles';

export default defineCheck({
  id: 'SSO-017',
  revision: 1,
  why: 'Intune makes the subject of the certificate of this attribute; where it is empty, the request fails.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: [...pilotNeeds, 'entra.users'],
  appliesTo: scepScopeOnly,
  evaluate: (inputs, { scope }) =>
    judgePilot(inputs, scope, (pilot) => judgeCloudAttributes(pilot, inputs, ['onPremisesDistinguishedName'])),
  remediation: {
    task: 'Synchronise the distinguished name of users.',
    steps: [
      'Bring Entra Connect to 1.1.819 or later and run “Refresh directory schema” in its wizard.',
      'Enable the default rules again that pass the distinguished name, then run a full synchronisation.',
    ],
    command: 'Start-ADSyncSyncCycle -PolicyType Initial',
    verify: '`Get-MgUser -UserId <upn> -Property onPremisesDistinguishedName` shows the distinguished name.',
    right: 'Administrator of the Connect server',
  },
});

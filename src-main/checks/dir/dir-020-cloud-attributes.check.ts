import { defineCheck } from '../define-check';
import { judgePilot, pilotNeeds } from '../pilot-users';
import { judgeCloudAttributes } from './cloud-attributes';

const attributes = ['onPremisesDistinguishedName', 'onPremisesDomainName', 'onPremisesSamAccountName'] as const;

export default defineCheck({
  id: 'DIR-020',
  revision: 1,
  why: 'Clients find the domain by these attributes, and Intune makes the subject of certificates of them.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-attributes-synchronized',
  ],
  outcomes: ['pass', 'fail'],
  needs: [...pilotNeeds, 'entra.users'],
  evaluate(inputs, { scope }) {
    const result = judgePilot(inputs, scope, (pilot) => judgeCloudAttributes(pilot, inputs, attributes));
    const isSubject = scope.joinTypes.entraJoined && scope.registrationAuthority.entraJoined === 'ndes-scep';
    return result.outcome === 'fail' && isSubject ? { ...result, severity: 'high' } : result;
  },
  remediation: {
    task: 'Synchronise the attributes that Hello needs.',
    steps: [
      'Bring Entra Connect to 1.1.819 or later and run “Refresh directory schema” in its wizard.',
      'Enable the default rules again, then run a full synchronisation.',
    ],
    command: [
      'Get-ADSyncRule | Where-Object Disabled | Select-Object Name',
      'Start-ADSyncSyncCycle -PolicyType Initial',
    ].join('\n'),
    verify:
      '`Get-MgUser -UserId <upn> -Property onPremisesDistinguishedName,onPremisesDomainName,onPremisesSamAccountName` shows all three.',
    right: 'Administrator of the Connect server',
  },
});

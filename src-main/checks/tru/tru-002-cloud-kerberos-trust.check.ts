import { defineCheck } from '../define-check';
import { cloudTrustNeeds, judgeCloudTrust } from './judge-cloud-trust';

export default defineCheck({
  id: 'TRU-002',
  revision: 1,
  why: 'Cloud Kerberos trust needs no user certificates and no AD FS; whether it would work here decides if certificate trust is worth its effort.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: cloudTrustNeeds,
  evaluate: judgeCloudTrust,
  remediation: {
    task: 'Weigh cloud Kerberos trust against certificate trust.',
    steps: [
      'Bring a writable domain controller with Windows Server 2016 (with updates of January 2020 or newer) or later into every site with clients.',
      'Update clients to a supported release of Windows 10 or 11.',
      'When cloud Kerberos trust is chosen, create the Kerberos server object in each domain and set the policy instead of the certificate policy.',
    ],
    command: [
      'Set-AzureADKerberosServer -Domain contoso.com -UserPrincipalName admin@contoso.com',
      'Get-AzureADKerberosServer -Domain contoso.com -UserPrincipalName admin@contoso.com',
      'Get-HotFix -ComputerName DC01 | Sort-Object InstalledOn -Descending | Select-Object -First 5',
    ].join('\n'),
    verify:
      'The policy UseCloudTrustForOnPremAuth is 1 on a client and `klist cloud_debug` shows a cloud Kerberos ticket.',
    revert: '`Remove-AzureADKerberosServer`, and the former policy.',
    right: 'Domain Admins and Hybrid Identity Administrator',
  },
});

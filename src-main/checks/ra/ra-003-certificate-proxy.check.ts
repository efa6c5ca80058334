import { defineCheck } from '../define-check';
import { judgeFarms, notReturned } from '../fed/judge-farms';

export default defineCheck({
  id: 'RA-003',
  revision: 1,
  why: 'Clients that reach AD FS through the proxy can enrol and renew only when the proxy passes on certificate requests.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  outcomes: ['pass', 'warning'],
  needs: ['adfs.certificate-authority'],
  evaluate: ({ 'adfs.certificate-authority': authorities }) =>
    judgeFarms(authorities.records, ({ data: { windowsHelloProxyEnabled: enabled } }) => {
      if (enabled === undefined) return notReturned('WindowsHelloCertificateProxyEnabled');
      const observations = [
        {
          label: 'WindowsHelloCertificateProxyEnabled',
          observed: enabled ? 'True' : 'False',
          expected: 'True',
          matches: enabled,
        },
      ];
      return enabled
        ? { outcome: 'pass', note: 'The proxy passes on requests for Hello certificates.', observations }
        : {
            outcome: 'warning',
            note: 'The proxy does not pass on requests for Hello certificates, so people outside the network cannot enrol or renew.',
            observations,
          };
    }),
  remediation: {
    task: 'Switch the proxy of Hello certificates on in AD FS.',
    steps: ['Set the registration authority again with the proxy switched on; name both templates as they are now.'],
    command:
      'Set-AdfsCertificateAuthority -EnrollmentAgent -EnrollmentAgentCertificateTemplate WHFBEnrollmentAgent -WindowsHelloCertificateTemplate WHFBAuthentication -WindowsHelloCertificateProxyEnabled $true',
    verify: '`Get-AdfsCertificateAuthority` shows WindowsHelloCertificateProxyEnabled True.',
    revert: 'The same command with $false.',
    right: 'AD FS administrator',
  },
});

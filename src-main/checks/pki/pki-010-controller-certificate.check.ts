import { judgeControllerValidity, renewalDays } from '../../evidence/derived/controller-certificate';
import { dateOf } from '../../evidence/derived/time-span';
import { defineCheck } from '../define-check';
import { controllerNeeds, judgeControllers } from './judge-controllers';

export default defineCheck({
  id: 'PKI-010',
  revision: 1,
  why: 'When the certificate of a domain controller has expired or is too weak, every Hello sign-in that reaches this controller fails.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: controllerNeeds,
  evaluate: (inputs, { scope, now }) =>
    judgeControllers(inputs, scope, ({ certificate }) => judgeControllerValidity(certificate, now), {
      fault: 'is expired, about to expire or too weak',
      fine: `every certificate has at least ${renewalDays} days left, RSA 2048 or more and SHA-256 or better.`,
      expected: `at least ${renewalDays} days left, RSA 2048 or more, SHA-256 or better`,
      observe: ({ notAfter, publicKey, signatureHash, issuer }) =>
        `until ${dateOf(notAfter)}, ${publicKey.name}, ${signatureHash}, from ${issuer}`,
    }),
  remediation: {
    task: 'Renew expired or weak certificates of domain controllers.',
    steps: [
      'Check on the domain controller that autoenrolment is on (PKI-016), that its template is published and that it may enrol.',
      'Trigger autoenrolment and read the application log (source CertificateServicesClient-AutoEnrollment) when nothing comes.',
      'Remove expired certificates from the store of the computer afterwards.',
    ],
    command: [
      'certutil -pulse',
      'certreq -enroll -machine -q KerberosAuthentication',
      "Get-ChildItem Cert:\\LocalMachine\\My | Select-Object Subject, NotBefore, NotAfter, Thumbprint, @{n='Key';e={$_.PublicKey.Key.KeySize}}, @{n='Signature';e={$_.SignatureAlgorithm.FriendlyName}}",
    ].join('\n'),
    verify:
      'The new certificate has more than 42 days left, and event 29 of the KDC does not return after the service was restarted.',
    revert: 'A certificate that was enrolled by mistake is deleted from the computer’s store and revoked at the CA.',
    right: 'Domain Admins on the domain controller; CA administrator when the template has to be published',
  },
});

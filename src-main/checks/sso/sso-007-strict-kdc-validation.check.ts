import { judgeStrictKdc } from '../../evidence/derived/strict-kdc';
import { defineCheck } from '../define-check';
import { judgeControllers } from '../pki/judge-controllers';
import { revocationNeeds, viewRevocation } from '../pki/revocation-view';
import { entraJoinedOnly } from './entra-joined';

export default defineCheck({
  id: 'SSO-007',
  revision: 2,
  why: 'Entra-joined devices demand more of a domain controller’s certificate than domain members do, and refuse the sign-in when one condition is not met.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [
    ...revocationNeeds.filter((need) => need !== 'pki.dc-certificate?'),
    'pki.dc-certificate',
    'ad.domain-controllers?',
    'ad.partitions?',
  ],
  appliesTo: entraJoinedOnly,
  evaluate(inputs, { scope, now }) {
    const { issuers, evidence: revocation } = viewRevocation(inputs, scope, now);
    return judgeControllers(
      inputs,
      scope,
      ({ certificate, domain }) => judgeStrictKdc(certificate, domain, { issuers, revocation }, now),
      {
        fault: 'Entra-joined devices refuse',
        fine: 'every certificate meets what strict KDC validation asks of it. Whether the devices trust the root is judged by SSO-006.',
        expected:
          'KDC Authentication, the name of the domain, SHA-256, RSA 2048, valid, not revoked by a list over HTTP',
        observe: ({ dnsNames, publicKey, signatureHash, notAfter }) =>
          `${dnsNames.join(', ') || 'no DNS name'}; ${publicKey.name}, ${signatureHash}, until ${notAfter.slice(0, 10)}`,
      },
    );
  },
  remediation: {
    task: 'Make the domain controllers’ certificates satisfy strict KDC validation.',
    steps: [
      'Enrol the controllers from a duplicate of “Kerberos Authentication”, which adds the name of the domain and KDC Authentication.',
      'With a third-party CA: name the controller in the subject or as DNS name, and add the DNS and NetBIOS names of the domain.',
      'Let the CA name an http:// address of its revocation list before the certificates are renewed (SSO-002), and bring the root to the devices (SSO-006).',
    ],
    command: [
      'certreq -enroll -machine -q "DomainControllerAuthentication(Kerberos)"',
      'certutil -store -v My',
      'certutil -verify -urlfetch dc01.contoso.com.cer',
      'Restart-Service Kdc',
    ].join('\n'),
    verify:
      'An Entra-joined device signs in with Hello and `klist` shows a ticket of the domain; event 107 of Kerberos does not occur on it.',
    revert:
      'Delete the new certificate from the computer’s store of the controller; the KDC takes the former one again.',
    right: 'Domain Admins on the domain controller; CA administrator',
  },
});

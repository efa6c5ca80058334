import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import type { GradedVerdict } from '../../evidence/derived/controller-certificate';
import { dateOf } from '../../evidence/derived/time-span';
import { isPlainHttp } from '../../evidence/derived/web-revocation';
import { defineCheck } from '../define-check';
import { controllerNeeds, judgeControllers } from '../pki/judge-controllers';
import { listed } from '../wording';
import { entraJoinedOnly } from './entra-joined';

export default defineCheck({
  id: 'SSO-005',
  revision: 1,
  why: 'A certificate keeps the addresses it was issued with: a domain controller whose certificate is older than the HTTP address still sends Entra-joined devices to LDAP.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: controllerNeeds,
  appliesTo: entraJoinedOnly,
  evaluate: (inputs, { scope }) =>
    judgeControllers(inputs, scope, ({ certificate }) => judgeAddresses(certificate), {
      fault: 'names no http:// address of a revocation list',
      fine: 'every certificate names an http:// address; whether it gives a valid list is judged by SSO-002.',
      expected: 'issued since the CA names an http:// address',
      observe: ({ notBefore, crlDistributionPoints }) =>
        `issued ${dateOf(notBefore)}: ${listed(crlDistributionPoints, 10) || 'no address'}`,
    }),
  remediation: {
    task: 'Reissue the domain controllers’ certificates with the new address.',
    steps: [
      'First let the CA name the http:// address (SSO-002).',
      'Renew the certificate of each domain controller with a new key, or raise the version of its template and let autoenrolment do it.',
      'Remove the former certificates from the stores: the KDC may go on using them.',
    ],
    command: ['certutil -pulse', 'certutil -q -v -store my'].join('\n'),
    verify: 'The certificate on every domain controller names the http:// address.',
    revert: 'Delete the new certificate from the computer’s store and revoke it at the CA.',
    right: 'Domain Admins on the domain controller; CA administrator for the template',
  },
});

/** When the CA changed its addresses is not told anywhere; what a certificate names is what counts. */
function judgeAddresses({ crlDistributionPoints, notBefore }: CertificateFacts): GradedVerdict {
  return crlDistributionPoints.some(isPlainHttp)
    ? { outcome: 'pass', note: `names an http:// address, issued on ${dateOf(notBefore)}.` }
    : { outcome: 'fail', note: `names no http:// address of a revocation list, issued on ${dateOf(notBefore)}.` };
}

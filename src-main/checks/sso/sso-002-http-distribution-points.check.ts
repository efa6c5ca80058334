import { buildChain } from '../../evidence/certificate-chain';
import { judgeWebRevocation } from '../../evidence/derived/web-revocation';
import { defineCheck } from '../define-check';
import { controllerObject, scanControllers } from '../pki/judge-controllers';
import { revocationNeeds, viewRevocation } from '../pki/revocation-view';
import { type JudgedObject, judged, notApplicable } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { listed } from '../wording';
import { entraJoinedOnly } from './entra-joined';

export default defineCheck({
  id: 'SSO-002',
  revision: 1,
  why: 'Entra-joined devices check whether the certificate of the domain controller was revoked before they have signed in, so they can read the list over HTTP only.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [...revocationNeeds, 'ad.domain-controllers?', 'ad.partitions?'],
  appliesTo: entraJoinedOnly,
  evaluate(inputs, { scope, now }) {
    const view = viewRevocation(inputs, scope, now);
    const { seen, unseen } = scanControllers(inputs, scope);
    const subjects = [
      ...seen.map(({ host, certificate, evidenceId }) => ({ ...controllerObject(host), certificate, evidenceId })),
      ...view.issuing
        .filter(({ certificate }) => !certificate.selfIssued)
        .map(({ name, certificate, evidenceId }) => ({
          id: certificate.thumbprint,
          kind: 'certification-authority' as const,
          name,
          certificate,
          evidenceId,
        })),
    ];
    const objects: readonly JudgedObject[] = [
      ...subjects.map(({ certificate, ...object }) => {
        const [, issuer] = buildChain(certificate, view.issuers);
        return { ...object, ...judgeWebRevocation(certificate, issuer, view.evidence, now) };
      }),
      ...unseen.map(({ severity: _, ...object }) => object),
      ...view.unreadForests,
    ];
    if (objects.length === 0)
      return notApplicable({
        summary: 'No certificate of a domain controller and no subordinate CA is known; see PKI-001 and PKI-006.',
      });
    const result = judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'certificate',
        fail: [
          'cannot be checked for revocation by Entra-joined devices',
          'cannot be checked for revocation by Entra-joined devices',
        ],
        warning: ['names the HTTP address late', 'name the HTTP address late'],
        fine: 'each names an http:// address first, and it gives a valid list as seen from this computer.',
      }),
      observations: subjects.map(({ id, name, certificate }) => ({
        label: name,
        observed: listed(certificate.crlDistributionPoints, 10) || 'no address',
        expected: 'an http:// address, best as the first, that gives a valid list',
        ...matchOf(objects.find((object) => object.id === id) ?? { outcome: 'unknown' }),
      })),
    });
    return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Name an HTTP address for revocation lists in the certificates.',
    steps: [
      'Set up a web site for revocation lists that answers without a sign-in and outside the domain, over http:// and not https://.',
      'Add its address to the CDP extension of issued certificates at every CA, as the first one, and let the CA publish its lists there.',
      'Publish the lists, then renew the certificates of the domain controllers and of the CAs: the ones issued before keep their former addresses.',
    ],
    command: [
      'Add-CACRLDistributionPoint -Uri "http://crl.contoso.com/cdp/<CaName><CRLNameSuffix><DeltaCRLAllowed>.crl" -AddToCertificateCdp -AddToFreshestCrl -Force',
      'Add-CACRLDistributionPoint -Uri "\\\\crl.contoso.com\\cdp$\\<CaName><CRLNameSuffix><DeltaCRLAllowed>.crl" -PublishToServer -PublishDeltaToServer -Force',
      'Restart-Service CertSvc',
      'certutil -crl',
      'certutil -URL dc01.contoso.com.cer',
    ].join('\n'),
    verify:
      '`certutil -URL` shows “Verified” for the http:// address of a renewed controller certificate, from a device outside the domain’s network.',
    revert: '`Remove-CACRLDistributionPoint` with the same address; certificates issued meanwhile keep it.',
    right: 'CA administrator; administrator of the web server',
  },
});

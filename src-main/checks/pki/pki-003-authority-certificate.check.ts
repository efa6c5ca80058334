import {
  currentCertificate,
  judgeAuthorityCertificate,
  type LongestValidity,
} from '../../evidence/derived/authority-certificate';
import { forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import {
  agentCandidates,
  controllerCandidates,
  helloCandidates,
  isSameName,
  type PlacedTemplate,
  viewTemplates,
} from '../../evidence/derived/template-roles';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, notApplicable, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';
import { authorityObject, forestObject } from './pki-objects';

interface JudgedAuthority extends JudgedObject {
  readonly isBlocking?: boolean;
}

export default defineCheck({
  id: 'PKI-003',
  revision: 2,
  why: 'No certificate outlives the CA that signed it: when the certificate of the CA ends or is too weak, everything it issued ends with it.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-wcce',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['ad.certification-authorities', 'ad.certificate-templates?'],
  evaluate({ 'ad.certification-authorities': lists, 'ad.certificate-templates': templates }, { scope, now }) {
    const forests = forestsInScope(lists.records, scope);
    const view = viewTemplates(templates.records, lists.records, scope);
    const relevant = [...helloCandidates(view).candidates, ...agentCandidates(view), ...controllerCandidates(view)];
    const objects: readonly JudgedAuthority[] = [
      ...forests.records.flatMap(({ id, target, data }) =>
        data.authorities.map((authority) => {
          const isRead = templates.records.some((record) => isSameHost(record.target, target));
          const longest = isRead ? longestValidity(relevant, target, authority.name) : undefined;
          return { ...authorityObject(authority, id), ...judgeAuthorityCertificate(authority, longest, now) };
        }),
      ),
      ...forests.absent.map((name) =>
        unread(
          forestObject(name),
          lists.gaps.find(({ target }) => normalHostName(target) === name),
        ),
      ),
    ];
    if (objects.length === 0)
      return notApplicable({
        summary: 'No enterprise CA is published, so there is no CA certificate to judge; see PKI-001.',
      });
    const result = judged(
      objects.map(({ isBlocking: _, ...object }) => object),
      {
        summary: summarise(objects),
        observations: forests.records.flatMap(({ data }) =>
          data.authorities.flatMap((authority) => {
            const certificate = currentCertificate(authority, now);
            if (certificate === undefined) return [];
            const generations =
              authority.certificates.length > 1 ? `; newest of ${authority.certificates.length} generations` : '';
            return [
              {
                label: authority.name,
                observed: `${certificate.publicKey.name}, ${certificate.signatureHash}, valid until ${certificate.notAfter.slice(0, 10)}${generations}`,
                expected: 'RSA 2048 (4096 is advised) or an elliptic curve of 256 bits, SHA-256, two years left',
              },
            ];
          }),
        ),
      },
    );
    const isMilder =
      result.outcome === 'warning' ||
      (result.outcome === 'fail' && !objects.some(({ isBlocking }) => isBlocking === true));
    return isMilder ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Renew the CA certificate.',
    steps: [
      'Renew the CA certificate with a new key pair, at the latest when half of its life is over; sign the request at the parent CA.',
      'Choose RSA 4096 or a NIST curve and SHA-256 in CAPolicy.inf and at the parent CA before the renewal.',
      'Publish the new certificate: NTAuthCertificates and AIA in Active Directory, the web location of AIA, and trust stores outside the forest.',
    ],
    command: [
      'certutil -renewCert',
      'certutil -dspublish -f "Contoso Issuing CA 1(1).crt" NTAuthCA',
      'certutil -dspublish -f "Contoso Issuing CA 1(1).crt" SubCA',
      'certutil -cainfo',
    ].join('\n'),
    verify:
      '`certutil -cainfo` shows the new certificate as the last CA certificate, and `certutil -ADCA` shows it in Active Directory.',
    revert:
      'A renewal is not taken back; the CA keeps the former certificate and its revocation lists as long as that is valid.',
    right: 'CA administrator and Enterprise Admins; whoever holds the parent CA',
    risk: 'The CA service restarts. Systems that pin or list the issuing certificate must learn the new one.',
  },
});

/** Longest validity of the templates of this deployment that the CA publishes; 0 when it publishes none, undefined when one of them does not tell its validity. */
function longestValidity(templates: readonly PlacedTemplate[], forest: string, authority: string): LongestValidity {
  const published = templates.filter(
    (placed) => isSameHost(placed.forest, forest) && placed.publishers.some((name) => isSameName(name, authority)),
  );
  return published.reduce<LongestValidity>(
    (longest, { template: { validitySeconds } }) =>
      longest === undefined || validitySeconds === undefined ? undefined : Math.max(longest, validitySeconds),
    0,
  );
}

function summarise(objects: readonly JudgedObject[]): string {
  const unhealthy = objects.filter(({ outcome }) => outcome === 'fail');
  const ageing = objects.filter(({ outcome }) => outcome === 'warning');
  const unseen = namesOf(objects, 'unknown');
  const notes = (some: readonly JudgedObject[]): string => some.map(({ name, note }) => `${name}: ${note}`).join(' ');
  if (unhealthy.length > 0) {
    return `${shareOf(unhealthy.length, objects.length, 'CA certificate')} expired, not valid yet, no CA certificate or too weak. ${notes(unhealthy.slice(0, 3))}`;
  }
  if (ageing.length > 0)
    return `${shareOf(ageing.length, objects.length, 'CA certificate', ['needs', 'need'])} renewal soon. ${notes(ageing.slice(0, 3))}`;
  if (unseen.length > 0)
    return `The CA certificate of ${listed(unseen)} could not be judged. ${notes(objects.filter(({ outcome }) => outcome === 'unknown').slice(0, 3))}`;
  return `${countOf(objects.length, 'CA certificate')} checked: each is strong and valid for more than twice as long as its longest template.`;
}

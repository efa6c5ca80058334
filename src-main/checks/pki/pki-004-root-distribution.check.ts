import type { CertificationAuthorities } from '../../../src-shared/model/evidence/pki';
import { currentCertificate } from '../../evidence/derived/authority-certificate';
import { forestsInScope, normalHostName } from '../../evidence/derived/forest-scope';
import { knownIssuers } from '../../evidence/derived/known-issuers';
import { judgeDistribution, policyRoots } from '../../evidence/derived/root-distribution';
import { dateOf } from '../../evidence/derived/time-span';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, notApplicable, unread, worstOutcome } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { countOf, listed } from '../wording';
import { authorityObject, forestObject } from './pki-objects';

export default defineCheck({
  id: 'PKI-004',
  revision: 1,
  why: 'Domain members learn from Active Directory which roots to trust and how to build chains; without these certificates they refuse everything the CA issued.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/troubleshoot/windows-server/certificates-and-public-key-infrastructure-pki/import-third-party-ca-to-enterprise-ntauth-store',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [
    'ad.certification-authorities',
    'policy.registry?',
    'ad.group-policy?',
    'pki.dc-certificate?',
    'pki.certificate?',
    'pki.authority-information?',
  ],
  evaluate(inputs, { scope, now }) {
    const lists = inputs['ad.certification-authorities'];
    const forests = forestsInScope(lists.records, scope);
    const roots = policyRoots(inputs['policy.registry'].records, inputs['ad.group-policy'].records);
    const issuers = knownIssuers([
      ...lists.records,
      ...inputs['pki.dc-certificate'].records,
      ...inputs['pki.certificate'].records,
      ...inputs['pki.authority-information'].records,
    ]);
    const judgedForests = forests.records.map(({ id, target, data }) => ({
      target,
      data,
      authorities: data.authorities.map((authority): JudgedObject => {
        const certificate = currentCertificate(authority, now);
        const object = authorityObject(authority, id);
        return certificate === undefined
          ? {
              ...object,
              outcome: 'unknown',
              reason: 'unreadable',
              note: 'The directory holds no readable certificate of it.',
            }
          : { ...object, ...judgeDistribution(certificate, data, issuers, roots) };
      }),
      roots: expiredRoots(data, id, now),
    }));
    const authorities = judgedForests.flatMap((each) => each.authorities);
    if (authorities.length === 0 && forests.absent.length === 0)
      return notApplicable({ summary: 'No enterprise CA is published, so there is no chain to build; see PKI-001.' });
    const objects: readonly JudgedObject[] = [
      ...authorities,
      ...judgedForests.flatMap((each) => each.roots),
      ...forests.absent.map((name) =>
        unread(
          forestObject(name),
          lists.gaps.find(({ target }) => normalHostName(target) === name),
        ),
      ),
    ];
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'certificate',
        fail: [
          'of a CA has no complete chain in Active Directory',
          'of CAs have no complete chain in Active Directory',
        ],
        warning: ['is a root that has expired', 'are roots that have expired'],
        fine: `the chain of ${listed(authorities.map(({ name }) => name))} is distributed in full.`,
      }),
      observations: judgedForests.map((forest) => ({
        label: forest.target,
        observed: `${countOf(forest.data.roots.length, 'root')}, ${countOf(forest.data.intermediates.length, 'certificate')} in AIA`,
        expected: 'the root and every CA certificate of the chains, none expired',
        ...matchOf({ outcome: worstOutcome([...forest.authorities, ...forest.roots, { outcome: 'not-applicable' }]) }),
      })),
    });
  },
  remediation: {
    task: 'Publish root and intermediate certificates in AD.',
    steps: [
      'Publish the root in the container “Certification Authorities” and every CA below it in “AIA”.',
      'Let domain members refresh their policy; they take the certificates over by themselves.',
      'Remove roots that have expired with pkiview.msc, “Manage AD Containers”, when nothing signed by them is in use.',
    ],
    command: [
      'certutil -dspublish -f "Contoso Root CA.crt" RootCA',
      'certutil -dspublish -f "Contoso Issuing CA 1.crt" SubCA',
      'gpupdate /force',
      'certutil -pulse',
    ].join('\n'),
    verify:
      '`certutil -store -enterprise Root` on a domain member lists the root, and `certutil -verify dc01.contoso.com.cer` ends without errors.',
    revert: 'Remove the entry with pkiview.msc; members drop the certificate at the next refresh.',
    right: 'Enterprise Admins',
    risk: 'Every domain member trusts a root published here for every purpose.',
  },
});

/** Roots nobody took away. Whoever uses one of them sees it in the chain as well. */
const expiredRoots = ({ roots }: CertificationAuthorities, evidenceId: string, now: Date): readonly JudgedObject[] =>
  roots
    .filter(({ notAfter }) => Date.parse(notAfter) <= now.getTime())
    .map(({ thumbprint, subject, notAfter }) => ({
      id: thumbprint,
      kind: 'certificate',
      name: subject,
      evidenceId,
      outcome: 'warning',
      note: `Expired on ${dateOf(notAfter)} and is still distributed as a root.`,
    }));

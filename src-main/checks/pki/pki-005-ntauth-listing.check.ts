import { judgeNtAuthListing } from '../../evidence/derived/authority-certificate';
import { forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { type PlacedAuthority, placeAuthorities } from '../../evidence/derived/issuing-authorities';
import { type Collected, defineCheck } from '../define-check';
import { type JudgedObject, judged, notApplicable, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';
import { authorityObject, forestObject } from './pki-objects';

export default defineCheck({
  id: 'PKI-005',
  revision: 1,
  why: 'Domain controllers accept logon certificates only from CAs whose certificate is in NTAuthCertificates.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://support.microsoft.com/topic/protections-for-cve-2025-26647-kerberos-authentication-5f5d753b-4023-4dd3-b7b7-c8b104933d53',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-pkca',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['ad.certification-authorities', 'ad.nt-auth', 'ad.certificate-templates?'],
  evaluate(inputs, { scope, now }) {
    const lists = inputs['ad.certification-authorities'];
    const stores = inputs['ad.nt-auth'];
    const { absent } = forestsInScope(lists.records, scope);
    const authorities = placeAuthorities(lists.records, inputs['ad.certificate-templates'].records, scope);
    const objects = [
      ...authorities.map((placed) => judgeAuthority(placed, stores, now)),
      ...absent.map((name) =>
        unread(
          forestObject(name),
          lists.gaps.find(({ target }) => normalHostName(target) === name),
        ),
      ),
    ];
    if (objects.length === 0)
      return notApplicable({
        summary: 'No enterprise CA is published, so there is none to look for in NTAuthCertificates; see PKI-001.',
      });
    return judged(objects, {
      summary: summarise(objects),
      observations: stores.records.map(({ target, data }) => ({
        label: `NTAuthCertificates of ${target}`,
        observed: data.objectFound
          ? listed(
              data.certificates.map(({ subject, notAfter }) => `${subject} (until ${notAfter.slice(0, 10)})`),
              10,
            ) || 'no certificate'
          : 'the object does not exist',
        expected: 'the current certificate of every CA that issues logon or domain controller certificates',
      })),
    });
  },
  remediation: {
    task: 'Publish the issuing CA in NTAuth.',
    steps: [
      'Export the current certificate of the CA to a file.',
      'Publish it to NTAuthCertificates; domain controllers take it over with the next policy refresh.',
      'Check on a domain controller that the certificate has arrived.',
    ],
    command: [
      'certutil -ca.cert "Contoso Issuing CA 1.cer"',
      'certutil -dspublish -f "Contoso Issuing CA 1.cer" NTAuthCA',
      'gpupdate /force',
      'certutil -enterprise -store NTAuth',
    ].join('\n'),
    verify:
      '`certutil -enterprise -store NTAuth` on a domain controller shows the thumbprint of the current CA certificate.',
    revert: 'Remove the entry in pkiview.msc, “Manage AD Containers”, “NTAuthCertificates”.',
    right: 'Enterprise Admins',
    risk: 'Every CA listed there can issue certificates that log on as any user; list only CAs that are protected accordingly.',
  },
});

function judgeAuthority(
  { authority, forest, evidenceId, issuesLogon }: PlacedAuthority,
  stores: Collected<'ad.nt-auth'>,
  now: Date,
): JudgedObject {
  const object = authorityObject(authority, evidenceId);
  if (!issuesLogon)
    return {
      ...object,
      outcome: 'not-applicable',
      note: 'Publishes neither the WHfB template nor one for domain controllers.',
    };
  const store = stores.records.find(({ target }) => isSameHost(target, forest));
  if (store === undefined)
    return unread(
      object,
      stores.gaps.find(({ target }) => isSameHost(target, forest)),
    );
  return { ...object, evidenceId: store.id, ...judgeNtAuthListing(authority, store.data, now) };
}

function summarise(objects: readonly JudgedObject[]): string {
  const relevant = objects.filter(({ outcome }) => outcome !== 'not-applicable');
  const [missing, older, unseen] = [
    namesOf(relevant, 'fail'),
    namesOf(relevant, 'warning'),
    namesOf(relevant, 'unknown'),
  ];
  if (missing.length > 0) {
    return `${shareOf(missing.length, relevant.length, 'issuing CA')} missing in NTAuthCertificates with the current certificate: ${listed(missing)}.`;
  }
  if (older.length > 0) {
    return `${shareOf(older.length, relevant.length, 'issuing CA')} listed in NTAuthCertificates with an older certificate of the same key only: ${listed(older)}.`;
  }
  if (unseen.length > 0) return `Whether ${listed(unseen)} is in NTAuthCertificates could not be seen.`;
  return `${countOf(relevant.length, 'issuing CA')} checked: the current certificate of each is in NTAuthCertificates.`;
}

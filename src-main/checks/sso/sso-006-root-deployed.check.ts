import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { intuneObject } from '../pol/intune-policies';
import { fail, type JudgedObject, judged, unknown } from '../result';
import { listed, shareOf } from '../wording';
import { entraJoinedOnly } from './entra-joined';
import { isAssigned, type ReadProfile } from './scep-profiles';

const needs = ['intune.certificate-profiles', 'ad.certification-authorities'] as const;

export default defineCheck({
  id: 'SSO-006',
  revision: 1,
  why: 'Entra joined devices do not read the roots in AD; without the root they trust no certificate of a domain controller.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
    'https://learn.microsoft.com/mem/intune/protect/certificates-trusted-root',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  appliesTo: entraJoinedOnly,
  evaluate: (inputs) => judgeProfiles(inputs),
  remediation: {
    task: 'Deploy root and issuing CA to Entra joined devices.',
    steps: [
      'Make a trusted certificate profile of Intune for each root: store “Computer certificate store - Root”.',
      'Add one with the issuing CA for “Computer certificate store - Intermediate”, so that chains do not depend on downloads.',
      'Assign them to the pilot devices.',
    ],
    verify: '`certutil -store Root` on a pilot device lists the root.',
    revert: 'Remove the assignment.',
    right: 'Intune Policy and Profile Manager',
  },
});

/** The roots of the enterprise PKI are those AD publishes; which of them a domain controller chains to is judged by SSO-007. */
function judgeProfiles(inputs: Inputs<(typeof needs)[number]>): CheckResult {
  const profiles = inputs['intune.certificate-profiles'].records.flatMap(({ id, data }) =>
    data.profiles.filter(({ kind }) => kind === 'trusted-root').map((profile) => ({ profile, evidenceId: id })),
  );
  const forests = inputs['ad.certification-authorities'].records.map(({ data }) => data);
  const issued = forests.flatMap(({ authorities }) => authorities.flatMap(({ certificates }) => certificates));
  const roots = unique(forests.flatMap((forest) => forest.roots)).filter(
    (root) =>
      issued.length === 0 ||
      isInUse(
        root,
        issued,
        forests.flatMap(({ intermediates }) => intermediates),
      ),
  );
  if (roots.length === 0)
    return unknown('not-collected', {
      summary: 'No root of a CA was found in AD, so what Entra joined devices have to trust cannot be told.',
    });
  if (profiles.length === 0)
    return fail({ summary: 'Intune has no trusted certificate profile, so Entra joined devices do not trust the CA.' });
  const objects = roots.map((root) => judgeRoot(root, profiles));
  const isBelowRoot = issued.some(({ selfIssued }) => !selfIssued);
  const intermediates = profiles.filter(
    ({ profile }) => profile.destinationStore?.toLowerCase() === 'computercertstoreintermediate' && isAssigned(profile),
  );
  const result = judged(objects, {
    summary: `${shareOf(objects.filter(({ outcome }) => outcome === 'pass').length, objects.length, 'root', ['reaches', 'reach'])} the devices by a trusted certificate profile: ${listed(objects.map(({ name, note }) => `${name} – ${note.replace(/\.$/u, '')}`))}.`,
  });
  return result.outcome === 'pass' && isBelowRoot && intermediates.length === 0
    ? {
        ...result,
        outcome: 'warning',
        severity: 'low',
        summary: `${result.summary} No profile brings the issuing CA; devices download it by the address in the certificates.`,
      }
    : result;
}

/** Whether a profile brings the root to where the computer trusts it. */
function judgeRoot(root: CertificateFacts, profiles: readonly ReadProfile[]): JudgedObject {
  const own = profiles.filter(({ profile }) => profile.thumbprint === root.thumbprint);
  const right = own.find(
    ({ profile }) => profile.destinationStore?.toLowerCase() === 'computercertstoreroot' && isAssigned(profile),
  );
  const object = { id: root.thumbprint, kind: 'certificate', name: root.subject } as const;
  if (right !== undefined)
    return {
      ...object,
      outcome: 'pass',
      note: 'A profile brings it to the root store of the computer.',
      evidenceId: right.evidenceId,
      locate: intuneObject(right.profile, right.evidenceId).name,
    };
  const unread = profiles.some(({ profile }) => profile.thumbprint === undefined);
  if (own.length === 0 && unread)
    return {
      ...object,
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'The certificate of a profile cannot be read.',
    };
  return {
    ...object,
    outcome: 'fail',
    note:
      own.length === 0
        ? 'No profile holds it.'
        : 'A profile holds it, but for another store, or it is assigned to nobody.',
  };
}

const unique = (certificates: readonly CertificateFacts[]): readonly CertificateFacts[] => [
  ...new Map(certificates.map((certificate) => [certificate.thumbprint, certificate])).values(),
];

/** Something that is still issued chains to it, by name. */
function isInUse(
  root: CertificateFacts,
  issued: readonly CertificateFacts[],
  intermediates: readonly CertificateFacts[],
): boolean {
  const seen = new Set<string>();
  const queue = [...issued];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next.thumbprint === root.thumbprint || next.issuer === root.subject) return true;
    if (seen.has(next.thumbprint)) continue;
    seen.add(next.thumbprint);
    const { issuer } = next;
    queue.push(...intermediates.filter(({ subject }) => subject === issuer));
  }
  return false;
}

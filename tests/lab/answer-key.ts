import { expect } from 'vitest';
import { checks } from '../../src-main/engine/check-registry';
import type { Outcome, UnknownReason } from '../../src-shared/model/outcome';
import type { Assessment } from '../support/assess-plan';

/** An outcome and, for `unknown`, why. */
export type Answer = Outcome | `unknown: ${UnknownReason}`;
export type AnswerKey = Readonly<Record<string, Answer>>;

const notCollected: Answer = 'unknown: not-collected';

/** What the lab's live sources give; the Entra tenant, clients and what cmdlets print are only imported. */
const collected =
  /^(?:ad\.|dns\.|pki\.(?!certificate$)|policy\.|adfs\.(?:openid-configuration|federation-metadata|endpoints|tls)$)/u;

/** Checks that cannot do without evidence no live source of the lab gives. */
const withoutEvidence: AnswerKey = Object.fromEntries(
  checks
    .filter(({ needs }) => needs.some((need) => !need.endsWith('?') && !collected.test(need)))
    .map(({ id }) => [id, notCollected]),
);

/** An answer for several checks. */
export const answers = (ids: readonly string[], answer: Answer): AnswerKey =>
  Object.fromEntries(ids.map((id) => [id, answer]));

const idsOf = (area: string): readonly string[] => checks.map(({ id }) => id).filter((id) => id.startsWith(`${area}-`));

/**
 * What each check has to say about the lab when its live sources are read, worked out by hand from the catalogue and from what `build/` puts into the lab.
 */
export const answerKey: AnswerKey = {
  ...withoutEvidence,
  // content/device-registration.ts: both keywords, one service in the cloud mode, its container with ten devices
  'DEV-002': 'pass',
  'DEV-011': 'pass',
  'DEV-012': 'pass',
  'DEV-010': 'pass',
  'DEV-014': 'pass',
  'DEV-016': 'pass',
  'DEV-018': 'pass',
  // content/group-policy.ts: no tenant in any policy, devices join by themselves
  'DEV-004': 'pass',
  'DEV-023': 'pass',
  // content/forest.ts, machines.ts: one domain, schema 88, level 7, domain controllers that pass for Windows Server 2022
  'DIR-001': 'pass',
  'DIR-002': 'pass',
  'DIR-003': 'pass',
  'DIR-004': 'pass',
  'DIR-005': 'pass',
  // content/sites.ts: a writable domain controller in each of two sites
  'DIR-007': 'pass',
  // content/service-accounts.ts: one account of Entra Connect, in use, for one tenant, with its rights; nobody else has them
  'DIR-012': 'pass',
  'DIR-022': 'pass',
  'DIR-023': 'pass',
  'DIR-024': 'pass',
  'DIR-025': 'not-applicable',
  'DIR-026': 'pass',
  'SEC-019': 'pass',
  'SEC-020': 'pass',
  // … a managed account of AD FS, alone with its name and without privileges
  'FED-017': 'pass',
  'FED-026': 'pass',
  // content/forest.ts: names of the farm and of domain controllers, whose clocks are this machine's; where the cloud registers devices was not asked
  'FED-015': 'pass',
  'FED-029': 'pass',
  'DEV-025': notCollected,
  // nobody is enrolled
  'DEV-020': 'not-applicable',
  // only the tenant and Connect say these
  'DIR-009': notCollected,
  'DIR-011': notCollected,
  // content/machines.ts: Windows 11 24H2 and Windows Server 2022
  'DIR-008': 'pass',
  // content/people.ts: pilot users with names below .test and .local, which nobody can register
  'DIR-016': 'fail',
  // web/web-folder.ts: winhello_cert, winhello_cert_kr and kdf_ver2; every address answers
  'FED-010': 'pass',
  'FED-008': 'pass',
  'FED-013': 'pass',
  'SEC-024': 'pass',
  // pki/build-pki.ts: a sound certificate, but of the organisation's own CA
  'FED-016': 'warning',
  'RA-001': 'pass',
  // content/certificate-services.ts, pki/build-pki.ts: one CA, RSA 4096, eight years left, in NTAuthCertificates, lists at every address
  'PKI-001': 'pass',
  'PKI-003': 'pass',
  'PKI-002': 'pass',
  'PKI-004': 'pass',
  'PKI-005': 'pass',
  'PKI-017': 'pass',
  'PKI-018': 'pass',
  // … whose computer account (content/machines.ts) has the rights a computer has, and nobody is in Account Operators
  'SEC-006': 'pass',
  'SEC-008': 'pass',
  // pki/dc-certificates.ts: both domain controllers have what the template gives
  'PKI-007': 'pass',
  'PKI-008': 'pass',
  'PKI-009': 'pass',
  'PKI-010': 'pass',
  // … but which certificate the KDC takes shows only the store of each
  'PKI-006': notCollected,
  // content/certificate-templates.ts: the documented templates are right and published
  'PKI-012': 'pass',
  'PKI-013': 'pass',
  'PKI-014': 'pass',
  'PKI-015': 'pass',
  'PKI-019': 'pass',
  'PKI-020': 'pass',
  'PKI-021': 'pass',
  'PKI-022': 'pass',
  'PKI-023': 'pass',
  'PKI-024': 'pass',
  'PKI-025': 'pass',
  'PKI-026': 'pass',
  'PKI-027': 'pass',
  'PKI-028': 'pass',
  'PKI-029': 'pass',
  'PKI-030': 'pass',
  'PKI-031': 'pass',
  // … published by the only CA there is
  'PKI-032': 'warning',
  'PKI-036': 'warning',
  // only an issued certificate shows that the CA adds the SID
  'PKI-033': notCollected,
  // content/group-policy.ts: one policy at the unit of the pilot computers sets both; cloud trust only reaches the kiosks
  'POL-002': 'pass',
  'POL-003': 'pass',
  'POL-005': 'pass',
  'POL-001': 'pass',
  'POL-007': 'pass',
  'POL-015': 'pass',
  'POL-016': 'pass',
  // … without Intune and without a central store
  'POL-009': 'not-applicable',
  'POL-014': 'not-applicable',
  // … with a TPM of version 2.0; users and domain controllers enrol by themselves
  'POL-004': 'pass',
  'POL-006': 'pass',
  'PKI-016': 'pass',
  // … and nothing else about Hello
  'POL-008': 'pass',
  'POL-013': 'pass',
  'POL-017': 'pass',
  'POL-018': 'pass',
  'POL-019': 'info',
  'POL-020': 'pass',
  // content/certificate-templates.ts: nobody but the pilot, AD FS and computers enrols, and nobody names a subject
  'SEC-001': 'pass',
  'SEC-002': 'pass',
  'SEC-004': 'pass',
  'SEC-009': 'pass',
  'SEC-012': 'pass',
  'SEC-014': 'pass',
  'SEC-016': 'pass',
  // restrictions of agents are a setting of the CA, and where AD FS keeps a key is one of its servers
  'SEC-003': notCollected,
  // whether the CA reaches domain controllers was not tried from its host
  'PKI-035': notCollected,
  'SEC-025': notCollected,
  // content/service-accounts.ts: an ordinary user cannot look at the keys of AD FS, which is as it should be; lockout and synchronisation are settings elsewhere
  'SEC-021': notCollected,
  'SEC-022': 'unknown: access-denied',
  'SEC-023': notCollected,
  // content/people.ts: no explicit mappings, no keys of users, sound keys of devices, no administrator in the pilot
  'SEC-013': 'pass',
  'SEC-017': 'pass',
  'SEC-018': 'not-applicable',
  'SEC-026': 'pass',
  'TRU-005': 'pass',
  'TRU-002': 'pass',
  // content/machines.ts: Windows 11 Enterprise; no policy offers to reset the PIN without making the keys anew
  'DEV-022': 'pass',
  'PRV-017': 'warning',
  // web/federation-documents.ts: key receipts are announced
  'PRV-015': 'pass',
  // content/certificate-templates.ts: AD FS enrols the one template itself, the other as a member of the pilot group
  'RA-005': 'pass',
  // what only clients tell, people say, or is seen from outside
  ...answers(
    [
      ...['DEV-009', 'FED-014', 'FED-019', 'MFA-010', 'POL-012', 'PRV-012', 'PRV-013', 'PRV-014', 'PRV-018'],
      ...['DEV-026', 'FED-028', 'TRU-001', 'TRU-003', 'TRU-004', 'TRU-006', 'TRU-008', 'TRU-011'],
    ],
    notCollected,
  ),
  // nobody wants remote desktops
  'TRU-007': 'not-applicable',
  // AD FS is not the second factor, and Intune no channel of policy
  'MFA-001': notCollected,
  'MFA-003': 'not-applicable',
  'MFA-008': 'not-applicable',
  'MFA-004': 'not-applicable',
  'POL-010': 'not-applicable',
  'POL-011': 'not-applicable',
  // no devices that are only Entra joined are in scope; whether there are any only the tenant knows
  ...Object.fromEntries(idsOf('SSO').map((id) => [id, 'not-applicable'])),
  'DEV-024': 'not-applicable',
  'SSO-001': notCollected,
  // DIR-016 is a blocker
  'TRU-009': 'fail',
  // the policy is in effect, and PKI-006 among the blockers before it is not known
  'TRU-010': notCollected,
};

/** The key with the same other answer for some checks. */
export const keyWith = (changes: AnswerKey): AnswerKey => ({ ...answerKey, ...changes });

/** The part of a key that is about these checks. */
export const partOf = (key: AnswerKey, ids: readonly string[]): AnswerKey =>
  Object.fromEntries(Object.entries(key).filter(([id]) => ids.includes(id)));

/** The outcomes of an assessment as a key. */
export const answersOf = ({ findings }: Pick<Assessment, 'findings'>): AnswerKey =>
  Object.fromEntries(
    findings.map(({ checkId, outcome, unknownReason }) => [
      checkId,
      outcome === 'unknown' ? `unknown: ${unknownReason ?? 'check-error'}` : outcome,
    ]),
  );

/** Compares every finding with the key, shows the summaries of those that differ, and wants no error in the product's log. */
export function expectAnswers(assessment: Assessment, key: AnswerKey): void {
  const given = answersOf(assessment);
  const differing = assessment.findings.filter(({ checkId }) => given[checkId] !== key[checkId]);
  expect(given, differing.map(({ checkId, summary }) => `${checkId}: ${summary}`).join('\n')).toEqual(key);
  expect(assessment.log).toEqual([]);
}

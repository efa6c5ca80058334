import type {
  CertificateFacts,
  CertificationAuthority,
  NtAuthCertificates,
} from '../../../src-shared/model/evidence/pki';
import { strengthOf } from './certificate-strength';
import { dateOf, day, spanInWords } from './time-span';
import type { Verdict } from './verdict';

/** A CA certificate with less than this left is to be renewed (catalogue PKI-003). */
const comfortableRest = 2 * 365 * day;

/** The generation the CA issues with: the newest that is valid already; else, when all lie in the future, the newest. */
export function currentCertificate({ certificates }: CertificationAuthority, now: Date): CertificateFacts | undefined {
  const newestFirst = [...certificates].sort((a, b) => b.notBefore.localeCompare(a.notBefore));
  return newestFirst.find(({ notBefore }) => Date.parse(notBefore) <= now.getTime()) ?? newestFirst[0];
}

/** Longest validity among the templates a CA publishes for this deployment, in seconds; undefined = not known, 0 = it publishes none of them. */
export type LongestValidity = number | undefined;

export interface AuthorityVerdict extends Verdict {
  /** True when the fault stops every issued certificate, not only those of the future. */
  readonly isBlocking?: boolean;
}

/** A generation that could not be decoded may be the current one: then nothing passes. */
function withUndecoded<V extends Verdict>({ unreadableCertificates }: CertificationAuthority, verdict: V): V | Verdict {
  if (verdict.outcome !== 'pass' || unreadableCertificates === 0) return verdict;
  return {
    outcome: 'unknown',
    reason: 'unreadable',
    note: 'A certificate of it could not be decoded and may be the current one.',
  };
}

/** Health of the certificate a CA issues with (PKI-003). */
export const judgeAuthorityCertificate = (
  authority: CertificationAuthority,
  longest: LongestValidity,
  now: Date,
): AuthorityVerdict => withUndecoded(authority, judgeCurrent(authority, longest, now));

function judgeCurrent(authority: CertificationAuthority, longest: LongestValidity, now: Date): AuthorityVerdict {
  const certificate = currentCertificate(authority, now);
  if (certificate === undefined) {
    const unreadable = authority.unreadableCertificates > 0;
    const note = unreadable
      ? 'Its certificate in the directory could not be decoded.'
      : 'The directory holds no certificate of it.';
    return { outcome: 'unknown', reason: unreadable ? 'unreadable' : 'not-collected', note };
  }
  const rest = Date.parse(certificate.notAfter) - now.getTime();
  if (rest <= 0) return { outcome: 'fail', isBlocking: true, note: `Expired on ${dateOf(certificate.notAfter)}.` };
  if (Date.parse(certificate.notBefore) > now.getTime()) {
    return { outcome: 'fail', isBlocking: true, note: `Not valid before ${dateOf(certificate.notBefore)}.` };
  }
  if (!certificate.isCa)
    return { outcome: 'fail', isBlocking: true, note: 'Basic constraints say that it is no CA certificate.' };
  const { weak, unrecognised } = strengthOf(certificate);
  if (weak.length > 0) return { outcome: 'fail', note: `Too weak: it has ${weak.join(' and ')}.` };
  if (unrecognised.length > 0)
    return { outcome: 'unknown', reason: 'unreadable', note: `Not recognised: ${unrecognised.join(' and ')}.` };
  return judgeRest(certificate, rest, longest);
}

function judgeRest(certificate: CertificateFacts, rest: number, longest: LongestValidity): Verdict {
  const left = `${spanInWords(rest)} left (until ${dateOf(certificate.notAfter)})`;
  const strength = `${certificate.publicKey.name}, ${certificate.signatureHash}`;
  if (longest !== undefined && rest < longest * 1000) {
    return {
      outcome: 'warning',
      note: `${left}: less than the ${spanInWords(longest * 1000)} its templates promise, so certificates are cut short.`,
    };
  }
  if (rest < comfortableRest) return { outcome: 'warning', note: `${left}: less than two years.` };
  if (longest === undefined) {
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `${left}, ${strength}; the validity of its templates was not read, so it cannot be compared.`,
    };
  }
  if (rest <= 2 * longest * 1000) {
    return {
      outcome: 'warning',
      note: `${left}: not more than twice the ${spanInWords(longest * 1000)} of its longest template.`,
    };
  }
  return { outcome: 'pass', note: `${left}, ${strength}.` };
}

/** Whether the KDC accepts what the CA issues now: its current certificate is in NTAuthCertificates (PKI-005), compared by thumbprint. */
export const judgeNtAuthListing = (authority: CertificationAuthority, ntAuth: NtAuthCertificates, now: Date): Verdict =>
  withUndecoded(authority, judgeListing(authority, ntAuth, now));

function judgeListing(authority: CertificationAuthority, ntAuth: NtAuthCertificates, now: Date): Verdict {
  const current = currentCertificate(authority, now);
  if (current === undefined) {
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'The directory holds no readable certificate of it to look for.',
    };
  }
  if (!ntAuth.objectFound) return { outcome: 'fail', note: 'The forest has no NTAuthCertificates object.' };
  // The attribute is mandatory for the object's class: when nothing came back, it was not readable.
  if (ntAuth.certificates.length === 0 && ntAuth.unreadableCertificates === 0) {
    return {
      outcome: 'unknown',
      reason: 'access-denied',
      note: 'NTAuthCertificates exists, but its certificates were not returned.',
    };
  }
  const listed = listedThumbprints(ntAuth);
  if (listed.has(current.thumbprint)) return { outcome: 'pass', note: 'Its current certificate is listed.' };
  if (ntAuth.isCopy === true) {
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Its current certificate is not in the copy of the list that a machine keeps; the directory may hold it since.',
    };
  }
  if (hasUnknownEntries(ntAuth)) {
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'Its current certificate is not among the readable entries, but other entries could not be decoded.',
    };
  }
  const older = authority.certificates.filter(
    ({ thumbprint }) => thumbprint !== current.thumbprint && listed.has(thumbprint),
  );
  if (older.some((certificate) => hasSameKey(certificate, current))) {
    return { outcome: 'warning', note: 'Only an older certificate with the same key is listed, not the current one.' };
  }
  return older.length > 0
    ? { outcome: 'fail', note: 'Only an older certificate with another key is listed, not the current one.' }
    : { outcome: 'fail', note: 'Its current certificate is not listed.' };
}

/** Which certificates are on the list, whether or not a copy of them was read. */
export const listedThumbprints = ({ certificates, thumbprints = [] }: NtAuthCertificates): ReadonlySet<string> =>
  new Set([...certificates.map(({ thumbprint }) => thumbprint), ...thumbprints]);

/** Some entries could not be read, and their thumbprints are not known either. */
export const hasUnknownEntries = ({ unreadableCertificates, thumbprints = [] }: NtAuthCertificates): boolean =>
  unreadableCertificates > thumbprints.length;

const hasSameKey = (one: CertificateFacts, other: CertificateFacts): boolean =>
  one.subjectKeyIdentifier !== undefined && one.subjectKeyIdentifier === other.subjectKeyIdentifier;

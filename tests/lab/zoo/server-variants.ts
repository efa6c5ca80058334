import type { AnswerKey } from '../answer-key';
import type { DcCertificateKind, EnrolmentMode, OcspMode, RevocationListMode } from '../lab';
import type { SteeredVariant } from './assess-variant';

const certificate = (kind: DcCertificateKind, answers: AnswerKey): SteeredVariant => ({
  name: kind,
  steer: (lab) => lab.switchDcCertificate(kind),
  answers,
});

/**
 * Certificates of `dc1`, while the directory is read from `dc2`, where only hybrid-joined devices are in scope (PKI-008 to PKI-010, PKI-017, PKI-018).
 * They say nothing of the certificate the KDC takes, which may be another one (PKI-006).
 */
export const certificateVariants: readonly SteeredVariant[] = [
  certificate('soon', { 'PKI-010': 'warning' }),
  certificate('expired', { 'PKI-010': 'fail' }),
  certificate('not-yet-valid', { 'PKI-010': 'fail' }),
  certificate('weak-key', { 'PKI-010': 'fail' }),
  certificate('sha1', { 'PKI-010': 'fail' }),
  certificate('revoked', {}),
  certificate('foreign-ca', {}),
  certificate('self-signed', { 'PKI-009': 'fail' }),
  certificate('wrong-name', { 'PKI-008': 'fail' }),
  certificate('no-domain-name', { 'PKI-008': 'warning' }),
  certificate('no-kdc-usage', {}),
  certificate('version-1-template', {}),
  certificate('no-template', { 'PKI-009': 'fail' }),
  certificate('directory-list-first', {}),
  certificate('directory-list-only', { 'PKI-017': 'warning' }),
  certificate('tls-list-only', { 'PKI-017': 'warning' }),
];

const list = (mode: RevocationListMode, answers: AnswerKey): SteeredVariant => ({
  name: mode,
  steer: (lab) => lab.setRevocationList(mode),
  answers,
});

/** Revocation lists on the web, while the directory has the right ones. */
export const listVariants: readonly SteeredVariant[] = [
  list('missing', { 'PKI-017': 'warning' }),
  list('html', { 'PKI-017': 'warning' }),
  list('expired', { 'PKI-017': 'warning' }),
  list('not-yet-valid', { 'PKI-017': 'warning' }),
  list('wrong-signer', { 'PKI-017': 'warning' }),
  list('behind-directory', {}),
  list('delta-missing', { 'PKI-017': 'warning' }),
  list('delta-expired', { 'PKI-017': 'warning' }),
];

const ocsp = (mode: OcspMode): SteeredVariant => ({
  name: mode,
  steer: (lab) => lab.setOcsp(mode),
  answers: { 'PKI-018': 'warning' },
});

export const ocspVariants: readonly SteeredVariant[] = [ocsp('stopped'), ocsp('wrong-signer'), ocsp('try-later')];

const enrolment = (mode: EnrolmentMode, answers: AnswerKey): SteeredVariant => ({
  name: mode,
  steer: (lab) => lab.setEnrolment(mode),
  answers,
});

/** Enrolment over HTTP at the host of the CA (SEC-008, ESC8). */
export const enrolmentVariants: readonly SteeredVariant[] = [
  enrolment('web-enrolment', { 'SEC-008': 'fail' }),
  enrolment('ndes', { 'SEC-008': 'fail' }),
];

/** The second domain controller gone or silent. */
export const outageVariants: readonly SteeredVariant[] = [
  {
    name: 'stopped',
    steer: (lab) => lab.stopDc('dc2'),
    answers: Object.fromEntries(
      ['PKI-006', 'PKI-008', 'PKI-009', 'PKI-010', 'PKI-018'].map((id) => [id, 'unknown: unreachable']),
    ),
  },
];

import type { AnswerKey } from '../answer-key';
import type { DcCertificateKind, EnrolmentMode, OcspMode, RevocationListMode } from '../lab';
import { beforePolicy } from './templates';
import type { SteeredVariant } from './variant';

const certificate = (kind: DcCertificateKind, answers: AnswerKey): SteeredVariant => ({
  name: kind,
  steer: (lab) => lab.switchDcCertificate(kind),
  answers,
});

/** Nothing more is read from a controller whose certificate is not trusted. */
const untrusted: AnswerKey = { 'DIR-007': 'unknown: unreachable', 'FED-029': 'unknown: unreachable' };

/**
 * Certificates of `dc1`, where only hybrid-joined devices are in scope (PKI-007 to PKI-010, PKI-017).
 * They say nothing of the certificate the KDC takes, which may be another one (PKI-006).
 */
export const certificateVariants: readonly SteeredVariant[] = [
  certificate('soon', { 'PKI-010': 'warning' }),
  certificate('expired', { ...untrusted, 'PKI-010': 'fail', ...beforePolicy }),
  certificate('not-yet-valid', { ...untrusted, 'PKI-010': 'fail', ...beforePolicy }),
  certificate('weak-key', { ...untrusted, 'PKI-010': 'fail' }),
  certificate('sha1', { ...untrusted, 'PKI-010': 'fail' }),
  certificate('revoked', {}),
  // … whose lists are in a directory nobody here can read
  certificate('foreign-ca', { ...untrusted, 'PKI-017': 'warning' }),
  certificate('self-signed', { ...untrusted, 'PKI-007': 'warning', 'PKI-009': 'fail' }),
  certificate('wrong-name', { ...untrusted, 'PKI-008': 'fail' }),
  certificate('no-domain-name', { 'PKI-008': 'warning' }),
  certificate('no-kdc-usage', { 'PKI-007': 'warning' }),
  certificate('version-1-template', { 'PKI-007': 'warning' }),
  certificate('no-template', { 'PKI-007': 'warning', 'PKI-009': 'fail' }),
  certificate('directory-list-first', {}),
  // The other controller's certificate has the list of the same CA on the web.
  certificate('directory-list-only', {}),
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
  // No list that the CA has names it.
  list('delta-missing', {}),
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
      ['DIR-007', 'FED-029', 'PKI-007', 'PKI-008', 'PKI-009', 'PKI-010'].map((id) => [id, 'unknown: unreachable']),
    ),
  },
];

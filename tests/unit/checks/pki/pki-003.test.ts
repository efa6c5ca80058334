import check from '../../../../src-main/checks/pki/pki-003-authority-certificate.check';
import type { CertificateFacts } from '../../../../src-shared/model/evidence/pki';
import { type CheckCase, describeCheck, failed } from '../check-cases';
import { forest } from '../contoso';
import {
  authoritiesOf,
  authority,
  caGuid,
  certificate,
  olderCertificate,
  secondAuthority,
  secondCaGuid,
} from './authorities';
import { agentTemplate, builtInTemplates, controllerTemplate, helloTemplate, templatesOf } from './templates';

const templates = templatesOf([...builtInTemplates, helloTemplate(), agentTemplate(), controllerTemplate()]);
const withCertificate = (more: Partial<CertificateFacts>): CheckCase['evidence'] => [
  authoritiesOf([authority({ certificates: [certificate(more)] })]),
  templates,
];

describeCheck(check, [
  {
    name: 'RSA 4096 with seven years left',
    evidence: withCertificate({}),
    outcome: 'pass',
    decisive: ['ad.certificate-templates templates.*.validitySeconds'],
    says: ['1 CA certificate checked'],
    notes: { [caGuid]: '8 years left' },
  },
  {
    name: 'P-256',
    evidence: withCertificate({ publicKey: { algorithm: 'EC', bits: 256, name: 'EC P-256' } }),
    outcome: 'pass',
  },
  {
    name: 'expired',
    evidence: withCertificate({ notAfter: '2026-11-20T00:00:00.000Z' }),
    outcome: 'fail',
    severity: 'blocker',
    notes: { [caGuid]: 'Expired on 2026-11-20' },
  },
  {
    name: 'not valid yet',
    evidence: withCertificate({ notBefore: '2026-12-01T00:00:00.000Z' }),
    outcome: 'fail',
    severity: 'blocker',
    notes: { [caGuid]: 'Not valid before 2026-12-01' },
  },
  { name: 'no CA certificate', evidence: withCertificate({ isCa: false }), outcome: 'fail', severity: 'blocker' },
  {
    name: 'RSA 1024',
    evidence: withCertificate({ publicKey: { algorithm: 'RSA', bits: 1024, name: 'RSA 1024' } }),
    outcome: 'fail',
    severity: 'medium',
    notes: { [caGuid]: 'RSA 1024' },
  },
  {
    name: 'SHA-1',
    evidence: withCertificate({ signatureHash: 'SHA-1' }),
    outcome: 'fail',
    severity: 'medium',
    notes: { [caGuid]: 'SHA-1' },
  },
  { name: 'MD5', evidence: withCertificate({ signatureHash: 'MD5' }), outcome: 'fail', severity: 'medium' },
  {
    name: 'an unknown signature algorithm',
    evidence: withCertificate({ signatureHash: 'unknown' }),
    outcome: 'unknown',
    reason: 'unreadable',
    severity: 'blocker',
  },
  {
    name: 'an unknown curve',
    evidence: withCertificate({ publicKey: { algorithm: 'EC', bits: 0, name: 'EC of an unknown curve' } }),
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'twenty months left',
    evidence: withCertificate({ notAfter: '2028-07-19T00:00:00.000Z' }),
    outcome: 'warning',
    severity: 'medium',
    says: ['20 months left'],
  },
  {
    name: 'less than a template promises',
    evidence: withCertificate({ notAfter: '2027-03-19T00:00:00.000Z' }),
    outcome: 'warning',
    says: ['cut short'],
  },
  {
    name: 'more than two years, yet not twice the longest template',
    evidence: withCertificate({ notAfter: '2029-11-22T00:00:00.000Z' }),
    outcome: 'warning',
    says: ['twice the 2 years'],
  },
  {
    name: 'a renewed CA: the newest generation counts',
    evidence: [
      authoritiesOf([
        authority({ certificates: [olderCertificate({ notAfter: '2026-01-01T00:00:00.000Z' }), certificate()] }),
      ]),
      templates,
    ],
    outcome: 'pass',
  },
  {
    name: 'a generation of the future does not count yet',
    evidence: [
      authoritiesOf([
        authority({
          certificates: [
            olderCertificate({ notAfter: '2027-06-01T00:00:00.000Z' }),
            certificate({ notBefore: '2026-12-01T00:00:00.000Z' }),
          ],
        }),
      ]),
      templates,
    ],
    outcome: 'warning',
    notes: { [caGuid]: 'until 2027-06-01' },
  },
  {
    name: 'a generation that cannot be decoded may be the current one',
    evidence: [authoritiesOf([authority({ unreadableCertificates: 1 })]), templates],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'an entry without certificate',
    evidence: [authoritiesOf([authority({ certificates: [] })]), templates],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a second CA that publishes none of the templates needs two years only',
    evidence: [
      authoritiesOf([
        authority(),
        secondAuthority({
          templates: ['WebServer'],
          certificates: [certificate({ notAfter: '2029-01-01T00:00:00.000Z' })],
        }),
      ]),
      templates,
    ],
    outcome: 'pass',
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'pass' },
  },
  {
    name: 'one of two expired',
    evidence: [
      authoritiesOf([
        authority(),
        secondAuthority({ certificates: [certificate({ notAfter: '2026-11-01T00:00:00.000Z' })] }),
      ]),
      templates,
    ],
    outcome: 'fail',
    says: ['1 of 2 CA certificates is expired'],
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'fail' },
  },
  {
    name: 'templates not read: nothing to compare with',
    evidence: [authoritiesOf([authority()])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'templates without validity',
    evidence: [authoritiesOf([authority()]), templatesOf([helloTemplate({ validitySeconds: undefined })])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'expired, templates not read',
    evidence: [authoritiesOf([authority({ certificates: [certificate({ notAfter: '2026-11-01T00:00:00.000Z' })] })])],
    outcome: 'fail',
  },
  { name: 'no CA at all', evidence: [authoritiesOf([]), templates], outcome: 'not-applicable', says: ['PKI-001'] },
  {
    name: 'denied',
    evidence: [failed('ad.certification-authorities', forest, 'access-denied'), templates],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a forest nobody read',
    evidence: [authoritiesOf([authority()]), templates],
    scope: { forests: ['fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

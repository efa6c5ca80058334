import check from '../../../../src-main/checks/pki/pki-010-controller-certificate.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { CertificateFacts, DcCertificate } from '../../../../src-shared/model/evidence/pki';
import { describeCheck, failed, record } from '../check-cases';
import { dnOf, forest, guid } from '../contoso';
import { certificate } from './authorities';

const leaf = (more: Partial<CertificateFacts> = {}): CertificateFacts =>
  certificate({
    subject: '',
    issuer: 'CN=Contoso Issuing CA 1, DC=contoso, DC=com',
    isCa: false,
    notBefore: '2026-06-18T04:11:57.000Z',
    notAfter: '2027-06-18T04:11:57.000Z',
    publicKey: { algorithm: 'RSA', bits: 2048, name: 'RSA 2048' },
    ...more,
  });
const shown = (
  host: string,
  more: Partial<CertificateFacts> = {},
  seen: DcCertificate['seen'] = 'file',
): EvidenceRecord => record('pki.dc-certificate', host, { host, chain: [leaf(more)], seen });
const until = (notAfter: string): Partial<CertificateFacts> => ({ notAfter });

const controllers = (...hosts: readonly string[]): EvidenceRecord =>
  record('ad.domain-controllers', forest, {
    controllers: hosts.map((dnsHostName, index) => ({
      distinguishedName: `CN=${dnsHostName},OU=Domain Controllers,${dnOf(forest)}`,
      objectGuid: guid(300 + index),
      dnsHostName,
      readOnly: false,
    })),
  });
const [dc1, dc2, dc3] = ['dc01.contoso.com', 'dc02.contoso.com', 'dc03.contoso.com'];
const id = (host: string): string => `domain-controller:${host}`;

describeCheck(check, [
  {
    name: 'months left on both',
    evidence: [shown(dc1), shown(dc2), controllers(dc1, dc2)],
    outcome: 'pass',
    says: ['2 domain controllers checked'],
    objects: { [id(dc1)]: 'pass', [id(dc2)]: 'pass' },
  },
  {
    name: 'shown on LDAPS',
    evidence: [shown('DC01.contoso.com.', {}, 'tls'), controllers(dc1)],
    outcome: 'pass',
    notes: { [id(dc1)]: 'Shown on LDAPS: 207 days left' },
  },
  {
    name: 'expired on one',
    evidence: [shown(dc1), shown(dc3, until('2026-11-17T10:04:45.000Z'))],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 2 domain controllers', dc3],
    notes: { [id(dc3)]: 'Expired on 2026-11-17, 5 days ago' },
    differs: [dc3],
  },
  {
    name: 'not valid yet',
    evidence: [shown(dc1, { notBefore: '2026-11-23T00:00:00.000Z' })],
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: '13 days left',
    evidence: [shown(dc1, until('2026-12-06T14:00:00.000Z'))],
    outcome: 'fail',
    severity: 'high',
    notes: { [id(dc1)]: '13 days left' },
  },
  {
    name: 'exactly 14 days left',
    evidence: [shown(dc1, until('2026-12-06T15:00:00.000Z'))],
    outcome: 'warning',
    severity: 'high',
    notes: { [id(dc1)]: '14 days left' },
  },
  {
    name: '30 days left',
    evidence: [shown(dc1, until('2026-12-22T15:37:20.000Z'))],
    outcome: 'warning',
    severity: 'medium',
  },
  {
    name: '29 days left',
    evidence: [shown(dc1, until('2026-12-22T14:00:00.000Z'))],
    outcome: 'warning',
    severity: 'high',
  },
  {
    name: '41 days left',
    evidence: [shown(dc1, until('2027-01-03T14:00:00.000Z'))],
    outcome: 'warning',
    severity: 'medium',
  },
  { name: 'exactly 42 days left', evidence: [shown(dc1, until('2027-01-03T15:00:00.000Z'))], outcome: 'pass' },
  {
    name: 'RSA 1024',
    evidence: [shown(dc1, { publicKey: { algorithm: 'RSA', bits: 1024, name: 'RSA 1024' } })],
    outcome: 'fail',
    severity: 'high',
    says: ['RSA 1024'],
  },
  {
    name: 'SHA-1',
    evidence: [shown(dc1, { signatureHash: 'SHA-1' })],
    outcome: 'fail',
    severity: 'high',
    says: ['SHA-1'],
  },
  {
    name: 'an elliptic curve, which the requirement does not name',
    evidence: [shown(dc1, { publicKey: { algorithm: 'EC', bits: 256, name: 'EC P-256' } })],
    outcome: 'warning',
    severity: 'medium',
    says: ['EC P-256'],
  },
  {
    name: 'an unknown signature algorithm',
    evidence: [shown(dc1, { signatureHash: 'unknown' })],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'one expired, one due, one not read',
    evidence: [
      shown(dc1, until('2026-12-20T00:00:00.000Z')),
      shown(dc3, until('2026-11-17T00:00:00.000Z')),
      controllers(dc1, dc2, dc3),
    ],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 3 domain controllers', '1 more needs attention', '1 more could not be judged'],
    objects: { [id(dc1)]: 'warning', [id(dc2)]: 'unknown', [id(dc3)]: 'fail' },
  },
  {
    name: 'a controller without certificate',
    evidence: [shown(dc1), controllers(dc1, dc2)],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [id(dc1)]: 'pass', [id(dc2)]: 'unknown' },
  },
  {
    name: 'a controller that did not answer',
    evidence: [shown(dc1), failed('pki.dc-certificate', dc2, 'unreachable', 'dc02 did not answer on port 636.')],
    outcome: 'unknown',
    reason: 'unreachable',
    notes: { [id(dc2)]: 'port 636' },
  },
  {
    name: 'a record without certificate',
    evidence: [record('pki.dc-certificate', dc1, { host: dc1, chain: [], seen: 'file' })],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'a controller of another forest does not count',
    evidence: [shown(dc1), shown('dc1.fabrikam.com', until('2026-01-01T00:00:00.000Z'))],
    scope: { forests: [forest] },
    outcome: 'pass',
    objects: { [id(dc1)]: 'pass' },
  },
  {
    name: 'only controllers of another forest',
    evidence: [shown('dc1.fabrikam.com')],
    scope: { forests: [forest] },
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);

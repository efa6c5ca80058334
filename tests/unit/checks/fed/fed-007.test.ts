import check from '../../../../src-main/checks/fed/fed-007-signing-certificate-known.check';
import { describeCheck } from '../check-cases';
import { federation } from './entra-domains';
import { farm } from './farm-settings';
import { altered, metadata, metadataWith, signing } from './signing-certificates';

const [a, b] = [signing('A'), signing('B')];
const knowing = (signingCertificate: string, nextSigningCertificate?: string) =>
  federation('contoso.com', {
    signingCertificate,
    ...(nextSigningCertificate === undefined ? {} : { nextSigningCertificate }),
  });

describeCheck(check, [
  {
    name: 'metadata that was changed after it was signed',
    evidence: [knowing(a.der), metadataWith(altered, a)],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['signature'],
  },
  {
    name: 'metadata with a signature that could not be verified',
    evidence: [knowing(a.der), metadataWith({ state: 'not-verifiable', problem: 'The algorithm is not known.' }, a)],
    outcome: 'pass',
  },
  {
    name: 'the certificate that signed the metadata is not listed first',
    evidence: [
      knowing(a.der),
      metadataWith({ state: 'valid', signedBy: b.thumbprint, algorithm: 'RSA with SHA-256' }, a, b),
    ],
    outcome: 'fail',
  },
  {
    name: 'a former certificate that Entra ID does not know any more',
    evidence: [knowing(a.der), metadata(a, signing('C', '2026-10-01T00:00:00Z'))],
    outcome: 'pass',
  },
  {
    name: 'the primary is known',
    evidence: [knowing(a.der), metadata(a)],
    outcome: 'pass',
    objects: { 'entra-domain:contoso.com': 'pass' },
  },
  { name: 'wrapped text', evidence: [knowing(a.der.replace(/(.{64})/gu, '$1\r\n')), metadata(a)], outcome: 'pass' },
  { name: 'the primary is known as the next one', evidence: [knowing(b.der, a.der), metadata(a)], outcome: 'pass' },
  { name: 'both known', evidence: [knowing(a.der, b.der), metadata(a, b)], outcome: 'pass' },
  { name: 'the primary is unknown', evidence: [knowing(b.der), metadata(a)], outcome: 'fail', severity: 'blocker' },
  { name: 'the next one is unknown yet', evidence: [knowing(a.der), metadata(a, b)], outcome: 'warning' },
  {
    name: 'the next one is unknown and the change is near',
    evidence: [knowing(a.der), metadata(signing('A', '2026-11-30T00:00:00Z'), b)],
    outcome: 'fail',
  },
  {
    name: 'a certificate cut off by the export',
    evidence: [knowing('MIIC3jCC…'), metadata(a)],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'metadata without certificate',
    evidence: [knowing(a.der), metadata()],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'another farm',
    evidence: [federation('contoso.com', { passiveSignInUri: 'https://sts.other.test/adfs/ls/' }), metadata(a)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'metadata of another product',
    evidence: [
      knowing(a.der),
      farm('adfs.federation-metadata', {
        entityId: 'x',
        host: 'fs.contoso.com',
        passiveEndpoints: [],
        activeEndpoints: [],
        mexEndpoints: [],
        signingCertificates: [],
        encryptionCertificates: [],
        unreadableCertificates: 0,
        isAdfs: false,
      }),
    ],
    outcome: 'unknown',
    reason: 'contradictory',
  },
]);

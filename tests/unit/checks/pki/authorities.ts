import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { CertificateFacts, CertificationAuthority } from '../../../../src-shared/model/evidence/pki';
import { record } from '../check-cases';
import { forest, guid } from '../contoso';

const servicesDn = 'CN=Enrollment Services,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com';

/** Facts of a CA certificate as they are decoded; for rules that do not verify signatures. */
export const certificate = (more: Partial<CertificateFacts> = {}): CertificateFacts => ({
  thumbprint: 'A1'.repeat(20),
  subject: 'CN=Contoso Issuing CA 1, DC=contoso, DC=com',
  issuer: 'CN=Contoso Root CA, DC=contoso, DC=com',
  serialNumber: '1E00000003',
  notBefore: '2024-07-19T13:02:48.000Z',
  notAfter: '2034-07-19T13:12:48.000Z',
  publicKey: { algorithm: 'RSA', bits: 4096, name: 'RSA 4096' },
  signatureHash: 'SHA-256',
  signatureAlgorithm: 'sha256RSA',
  isCa: true,
  applicationPolicies: [],
  dnsNames: [],
  userPrincipalNames: [],
  uris: [],
  crlDistributionPoints: [],
  caIssuers: [],
  ocspResponders: [],
  subjectKeyIdentifier: 'AB'.repeat(20),
  selfIssued: false,
  der: '',
  ...more,
});

/** An older generation of the same CA. */
export const olderCertificate = (more: Partial<CertificateFacts> = {}): CertificateFacts =>
  certificate({
    thumbprint: 'B2'.repeat(20),
    notBefore: '2019-07-19T13:02:48.000Z',
    notAfter: '2029-07-19T13:12:48.000Z',
    subjectKeyIdentifier: 'CD'.repeat(20),
    ...more,
  });

export const published = [
  'WHFBAuthentication',
  'WHFBEnrollmentAgent',
  'DomainControllerAuthentication(Kerberos)',
] as const;
export const caGuid = guid(201);
export const secondCaGuid = guid(202);

export const authority = (more: Partial<CertificationAuthority> = {}): CertificationAuthority => ({
  distinguishedName: `CN=Contoso Issuing CA 1,${servicesDn}`,
  objectGuid: caGuid,
  name: 'Contoso Issuing CA 1',
  dnsHostName: 'ca01.contoso.com',
  certificates: [certificate()],
  unreadableCertificates: 0,
  templates: published,
  ...more,
});

/** A second CA with a key of its own. */
export const secondAuthority = (more: Partial<CertificationAuthority> = {}): CertificationAuthority =>
  authority({
    distinguishedName: `CN=Contoso Issuing CA 2,${servicesDn}`,
    objectGuid: secondCaGuid,
    name: 'Contoso Issuing CA 2',
    dnsHostName: 'ca02.contoso.com',
    certificates: [secondCertificate],
    ...more,
  });
export const secondCertificate = certificate({
  thumbprint: 'C3'.repeat(20),
  subject: 'CN=Contoso Issuing CA 2, DC=contoso, DC=com',
  subjectKeyIdentifier: 'EF'.repeat(20),
});

export const authoritiesOf = (
  authorities: readonly CertificationAuthority[],
  target: string = forest,
  containerFound = true,
): EvidenceRecord =>
  record('ad.certification-authorities', target, { containerFound, authorities, roots: [], intermediates: [] });

export const ntAuthOf = (
  certificates: readonly CertificateFacts[],
  more: { objectFound?: boolean; unreadableCertificates?: number } = {},
): EvidenceRecord =>
  record('ad.nt-auth', forest, { objectFound: true, unreadableCertificates: 0, ...more, certificates });

import check from '../../../../src-main/checks/fed/fed-016-tls-certificate.check';
import type { AdfsTlsView } from '../../../../src-shared/model/evidence/adfs';
import type { CertificateFacts, TlsVerification } from '../../../../src-shared/model/evidence/pki';
import { describeCheck, failed, record } from '../check-cases';
import { federationService, forest } from '../contoso';

const certificate = (more: Partial<CertificateFacts> = {}): CertificateFacts => ({
  thumbprint: '3B0C2B7F5E1A94D0B8C6A1F2D3E4958677A0C1D2',
  subject: 'CN=fs.contoso.com',
  issuer: 'CN=Public Issuing CA,O=Trust',
  serialNumber: '01',
  notBefore: '2026-03-01T00:00:00Z',
  notAfter: '2027-03-01T00:00:00Z',
  publicKey: { algorithm: 'RSA', bits: 2048, name: 'RSA' },
  signatureHash: 'SHA-256',
  signatureAlgorithm: '1.2.840.113549.1.1.11',
  isCa: false,
  applicationPolicies: [],
  dnsNames: [federationService, `certauth.${federationService}`],
  userPrincipalNames: [],
  uris: [],
  crlDistributionPoints: [],
  caIssuers: [],
  ocspResponders: [],
  authorityKeyIdentifier: 'A1',
  selfIssued: false,
  der: '',
  ...more,
});
const issuing = certificate({
  thumbprint: 'B'.repeat(40),
  subject: 'CN=Public Issuing CA,O=Trust',
  issuer: 'CN=Public Root,O=Trust',
  isCa: true,
  subjectKeyIdentifier: 'A1',
  authorityKeyIdentifier: 'R1',
  notAfter: '2033-03-01T00:00:00Z',
});
const root = certificate({
  thumbprint: 'C'.repeat(40),
  subject: 'CN=Contoso Root CA',
  issuer: 'CN=Contoso Root CA',
  isCa: true,
  selfIssued: true,
  subjectKeyIdentifier: 'R2',
  signatureHash: 'SHA-1',
});

const fine: TlsVerification = { trusted: true, nameMatches: true, protocol: 'TLSv1.3' };
const refused = (errorCode: string): TlsVerification => ({
  trusted: false,
  errorCode,
  nameMatches: errorCode !== 'ERR_TLS_CERT_ALTNAME_INVALID',
  protocol: 'TLSv1.2',
});
const shown = (
  leaf: Partial<CertificateFacts> = {},
  verification = fine,
  above: readonly CertificateFacts[] = [issuing],
) =>
  record('adfs.tls', federationService, {
    host: federationService,
    port: 443,
    chain: [certificate(leaf), ...above],
    verification,
  });
const published = record('ad.certification-authorities', forest, {
  containerFound: true,
  authorities: [],
  roots: [root],
  intermediates: [],
});
const fromContoso = { issuer: 'CN=Contoso Root CA', authorityKeyIdentifier: 'R2' };
const object = `federation-service:${federationService}`;

const seenAt = (...views: readonly AdfsTlsView[]) =>
  record('adfs.tls', federationService, {
    host: federationService,
    port: 443,
    chain: [certificate(), issuing],
    verification: fine,
    views,
  });
const view = (more: Partial<AdfsTlsView>): AdfsTlsView => ({
  purpose: 'node',
  name: federationService,
  port: 443,
  chain: [certificate(), issuing],
  verification: fine,
  ...more,
});
const silent = { chain: [], problem: 'fs.contoso.com:49443 refused the connection.' } as const;
/** A place nobody answered at: there was no TLS session. */
const closed = ({ purpose, name, port, node }: AdfsTlsView): AdfsTlsView => ({
  ...{ purpose, name, port },
  ...(node === undefined ? {} : { node }),
  ...silent,
});
const signInAt = (name: string, port: number) => view({ purpose: 'certificate-sign-in', name, port });
const nodeAt = (node: string, more: Partial<AdfsTlsView> = {}) => view({ node, ...more });

describeCheck(check, [
  {
    name: 'every node and one place for certificates',
    evidence: [
      seenAt(
        closed(signInAt(federationService, 49443)),
        signInAt(`certauth.${federationService}`, 443),
        nodeAt('fs01.contoso.com'),
      ),
    ],
    outcome: 'pass',
    objects: { [object]: 'pass', 'host:fs01.contoso.com': 'pass' },
  },
  {
    name: 'no place for certificates',
    evidence: [
      seenAt(closed(signInAt(federationService, 49443)), {
        ...signInAt(`certauth.${federationService}`, 443),
        verification: { ...fine, nameMatches: false },
      }),
    ],
    outcome: 'warning',
    severity: 'medium',
    says: ['port 49443'],
  },
  {
    name: 'another certificate on a node',
    evidence: [
      seenAt(
        nodeAt('fs01.contoso.com'),
        nodeAt('fs02.contoso.com', { chain: [certificate({ thumbprint: 'D'.repeat(40) })] }),
      ),
    ],
    outcome: 'warning',
    severity: 'medium',
    objects: { [object]: 'pass', 'host:fs01.contoso.com': 'pass', 'host:fs02.contoso.com': 'warning' },
    says: ['fs02.contoso.com: It shows another'],
  },
  {
    name: 'an expired certificate on a node',
    evidence: [seenAt(nodeAt('fs02.contoso.com', { chain: [certificate({ notAfter: '2026-11-01T00:00:00Z' })] }))],
    outcome: 'fail',
    severity: 'blocker',
    objects: { [object]: 'pass', 'host:fs02.contoso.com': 'fail' },
  },
  {
    name: 'a node that does not answer',
    evidence: [seenAt(closed(nodeAt('fs02.contoso.com')))],
    outcome: 'unknown',
    reason: 'unreachable',
    objects: { [object]: 'pass', 'host:fs02.contoso.com': 'unknown' },
  },
  {
    name: 'the registration name is shown and not judged',
    evidence: [seenAt(closed(view({ purpose: 'registration', name: 'enterpriseregistration.contoso.com' })))],
    outcome: 'pass',
    objects: { [object]: 'pass' },
  },
  {
    name: 'a public certificate',
    evidence: [shown(), published],
    outcome: 'pass',
    severity: 'blocker',
    says: ['98 more days'],
    objects: { [object]: 'pass' },
    differs: [],
  },
  { name: 'ECDSA', evidence: [shown({ publicKey: { algorithm: 'EC', bits: 256, name: 'P-256' } })], outcome: 'pass' },
  {
    name: 'a root signed with SHA-1 in the chain',
    evidence: [shown({}, fine, [issuing, { ...root, subject: 'CN=Public Root,O=Trust' }])],
    outcome: 'pass',
  },
  {
    name: 'expired yesterday',
    evidence: [shown({ notAfter: '2026-11-21T15:00:00Z' }, refused('CERT_HAS_EXPIRED'))],
    outcome: 'fail',
    severity: 'blocker',
    says: ['expired'],
    objects: { [object]: 'fail' },
  },
  { name: 'expired since it was read', evidence: [shown({ notAfter: '2026-11-22T12:00:00Z' })], outcome: 'fail' },
  {
    name: 'the issuing CA expired',
    evidence: [shown({}, refused('CERT_HAS_EXPIRED'), [{ ...issuing, notAfter: '2026-11-01T00:00:00Z' }])],
    outcome: 'fail',
  },
  {
    name: 'not valid yet',
    evidence: [shown({ notBefore: '2026-12-01T00:00:00Z' })],
    outcome: 'fail',
    says: ['not valid yet'],
  },
  { name: 'not valid when it was read', evidence: [shown({}, refused('CERT_HAS_EXPIRED'))], outcome: 'fail' },
  {
    name: '29 days left',
    evidence: [shown({ notAfter: '2026-12-22T10:00:00Z' })],
    outcome: 'warning',
    severity: 'medium',
    says: ['expires in 29 days'],
    differs: ['fs.contoso.com: valid until'],
  },
  { name: 'exactly 30 days left', evidence: [shown({ notAfter: '2026-12-22T15:00:00Z' })], outcome: 'pass' },
  {
    name: 'wrong name',
    evidence: [shown({ dnsNames: ['www.contoso.com'] }, refused('ERR_TLS_CERT_ALTNAME_INVALID'))],
    outcome: 'fail',
    says: ['does not carry the name fs.contoso.com'],
    differs: ['fs.contoso.com: names'],
  },
  { name: 'SHA-1', evidence: [shown({ signatureHash: 'SHA-1' })], outcome: 'fail', says: ['SHA-1'] },
  {
    name: 'an issuing CA signed with SHA-1',
    evidence: [shown({}, fine, [{ ...issuing, signatureHash: 'SHA-1' }])],
    outcome: 'fail',
    says: ['CA certificate'],
  },
  {
    name: 'self-signed',
    evidence: [shown({ selfIssued: true, issuer: 'CN=fs.contoso.com' }, refused('DEPTH_ZERO_SELF_SIGNED_CERT'), [])],
    outcome: 'fail',
    says: ['self-signed'],
  },
  { name: 'revoked', evidence: [shown({}, refused('CERT_REVOKED'))], outcome: 'fail', says: ['CERT_REVOKED'] },
  {
    name: 'RSA 1024',
    evidence: [shown({ publicKey: { algorithm: 'RSA', bits: 1024, name: 'RSA' } })],
    outcome: 'warning',
    severity: 'medium',
    says: ['1024'],
  },
  {
    name: 'the organisation’s CA, unknown to this computer',
    evidence: [shown(fromContoso, refused('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), []), published],
    outcome: 'warning',
    severity: 'medium',
    says: ['CA of the organisation'],
  },
  {
    name: 'the organisation’s CA, trusted by this computer',
    evidence: [shown(fromContoso, fine, [root]), published],
    outcome: 'warning',
  },
  {
    name: 'a namesake of the organisation’s root',
    evidence: [
      shown({ ...fromContoso, authorityKeyIdentifier: 'R9' }, refused('SELF_SIGNED_CERT_IN_CHAIN'), []),
      published,
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a CA nobody has seen',
    evidence: [shown(fromContoso, refused('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), [])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whether the clients trust it'],
  },
  {
    name: 'a signature this version does not know',
    evidence: [shown({ signatureHash: 'unknown' })],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'a key this version does not know',
    evidence: [shown({ publicKey: { algorithm: 'other', bits: 0, name: '1.3.101.112' } })],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'no certificate',
    evidence: [
      record('adfs.tls', federationService, { host: federationService, port: 443, chain: [], verification: fine }),
    ],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'unreachable',
    evidence: [failed('adfs.tls', federationService, 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
]);

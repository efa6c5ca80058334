import check from '../../../../src-main/checks/pki/pki-018-authority-information.check';
import type { OcspAnswer } from '../../../../src-shared/model/evidence/network';
import type { CertificateFacts } from '../../../../src-shared/model/evidence/pki';
import { describeCheck, failed, record } from '../check-cases';
import { authoritiesWith, controllerWith } from './chain-evidence';
import { TestAuthority } from './test-authority';

const issuingAia = 'http://pki.contoso.com/aia/Issuing.crt';
const rootAia = 'http://pki.contoso.com/aia/Root.crt';
const responder = 'http://ocsp.contoso.com/ocsp';

const root = await TestAuthority.root('Contoso Root CA');
const issuing = await root.subordinate('Contoso Issuing CA 1', { caIssuers: [rootAia] });
const stranger = await TestAuthority.root('Contoso Issuing CA 1');
const expiring = await root.subordinate('Contoso Issuing CA 1', { notAfter: '2026-11-01T00:00:00Z' });
const cdp = ['http://crl.contoso.com/ca.crl'];
const leaf = await issuing.leaf({ caIssuers: [issuingAia], cdp });
const withOcsp = await issuing.leaf({ caIssuers: [issuingAia], ocsp: responder, cdp });
const ocspOnly = await issuing.leaf({ caIssuers: [issuingAia], ocsp: responder });

const known = authoritiesWith([issuing.facts], [root.facts]);
const gives = (url: string, ...certificates: readonly CertificateFacts[]) =>
  record('pki.authority-information', url, { url, certificates });
const ofRootGood = gives(rootAia, root.facts);
const good = [gives(issuingAia, issuing.facts), ofRootGood];
const answers = (about: CertificateFacts, more: Partial<OcspAnswer> = {}) =>
  record('pki.ocsp', `${responder} ${about.thumbprint}`, {
    url: responder,
    thumbprint: about.thumbprint,
    responseStatus: 'successful',
    certificateStatus: 'good',
    thisUpdate: '2026-11-22T08:00:00.000Z',
    nextUpdate: '2026-11-25T08:00:00.000Z',
    isSignatureValid: true,
    ...more,
  });
const unverified = record('pki.ocsp', `${responder} ${ocspOnly.thumbprint}`, {
  url: responder,
  thumbprint: ocspOnly.thumbprint,
  responseStatus: 'successful',
  certificateStatus: 'good',
});
const ofIssuing = `issuer:${issuing.facts.subjectKeyIdentifier}`;
const ofRoot = `issuer:${root.facts.subjectKeyIdentifier}`;

describeCheck(check, [
  {
    name: 'every address gives the certificate',
    evidence: [known, controllerWith(leaf), ...good],
    outcome: 'pass',
    says: ['2 CAs checked'],
    objects: {
      [ofIssuing]: 'pass',
      [`${ofIssuing}:${issuingAia}`]: 'pass',
      [ofRoot]: 'pass',
      [`${ofRoot}:${rootAia}`]: 'pass',
    },
  },
  {
    name: 'in a bundle with others',
    evidence: [known, controllerWith(leaf), gives(issuingAia, stranger.facts, issuing.facts), ofRootGood],
    outcome: 'pass',
  },
  {
    name: 'a responder that answers',
    evidence: [known, controllerWith(withOcsp), ...good, answers(withOcsp)],
    outcome: 'pass',
    decisive: ['pki.ocsp certificateStatus'],
    says: ['1 OCSP responder answers'],
  },
  {
    name: 'a responder that says revoked does answer',
    evidence: [known, controllerWith(withOcsp), ...good, answers(withOcsp, { certificateStatus: 'revoked' })],
    outcome: 'pass',
  },
  {
    name: 'a dead address',
    evidence: [known, controllerWith(leaf), failed('pki.authority-information', issuingAia, 'unreachable'), ofRootGood],
    outcome: 'warning',
    severity: 'low',
    says: ['1 of 2 CAs signed certificates', '1 of 1 AIA address fails'],
    differs: ['Contoso Issuing CA 1'],
  },
  {
    name: 'a dead address with Entra-joined devices',
    evidence: [known, controllerWith(leaf), failed('pki.authority-information', issuingAia, 'unreachable'), ofRootGood],
    scope: { joinTypes: { hybridJoined: true, entraJoined: true } },
    outcome: 'warning',
    severity: 'medium',
  },
  {
    name: 'a former certificate of the CA, with another key',
    evidence: [known, controllerWith(leaf), gives(issuingAia, stranger.facts), ofRootGood],
    outcome: 'warning',
    says: ['another certificate than that of the CA'],
  },
  {
    name: 'an expired certificate of the CA',
    evidence: [
      authoritiesWith([expiring.facts], [root.facts]),
      controllerWith(await expiring.leaf({ caIssuers: [issuingAia] })),
      gives(issuingAia, expiring.facts),
    ],
    outcome: 'warning',
    says: ['has expired'],
  },
  {
    name: 'no address at all below a subordinate CA',
    evidence: [known, controllerWith(await issuing.leaf()), ofRootGood],
    outcome: 'warning',
    says: ['name no HTTP address'],
  },
  {
    name: 'no address of the root is no fault',
    evidence: [authoritiesWith([(await root.subordinate('Sub')).facts], [root.facts])],
    outcome: 'pass',
    says: ['is a root'],
  },
  {
    name: 'OCSP beside a revocation list fails',
    evidence: [known, controllerWith(withOcsp), ...good, answers(withOcsp, { responseStatus: 'unauthorized' })],
    outcome: 'warning',
    says: ['refused to answer (unauthorized)'],
  },
  {
    name: 'OCSP as the only source fails',
    evidence: [known, controllerWith(ocspOnly), ...good, answers(ocspOnly, { responseStatus: 'try-later' })],
    outcome: 'fail',
    says: ['OCSP is the only way'],
  },
  {
    name: 'OCSP as the only source is not there',
    evidence: [
      known,
      controllerWith(ocspOnly),
      ...good,
      failed('pki.ocsp', `${responder} ${ocspOnly.thumbprint}`, 'unreachable', 'ocsp.contoso.com did not answer.'),
    ],
    outcome: 'fail',
    says: ['did not answer'],
  },
  {
    name: 'OCSP as the only source answers',
    evidence: [known, controllerWith(ocspOnly), ...good, answers(ocspOnly)],
    outcome: 'pass',
  },
  {
    name: 'an answer signed by a stranger',
    evidence: [known, controllerWith(ocspOnly), ...good, answers(ocspOnly, { isSignatureValid: false })],
    outcome: 'fail',
    says: ['signed neither by the CA'],
  },
  {
    name: 'an answer whose signature cannot be verified',
    evidence: [known, controllerWith(ocspOnly), ...good, unverified],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'an answer that is too old',
    evidence: [known, controllerWith(withOcsp), ...good, answers(withOcsp, { nextUpdate: '2026-11-22T09:00:00.000Z' })],
    outcome: 'warning',
    says: ['good until 2026-11-22 only'],
  },
  {
    name: 'a responder that does not know the certificate',
    evidence: [known, controllerWith(withOcsp), ...good, answers(withOcsp, { certificateStatus: 'unknown' })],
    outcome: 'warning',
  },
  { name: 'nobody asked', evidence: [known, controllerWith(leaf)], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'a web page in place of the certificate',
    evidence: [known, controllerWith(leaf), failed('pki.authority-information', issuingAia, 'unreadable'), ofRootGood],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'an enterprise root alone',
    evidence: [authoritiesWith([root.facts], [root.facts])],
    outcome: 'not-applicable',
  },
]);

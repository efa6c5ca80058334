import check from '../../../../src-main/checks/fed/fed-014-extranet-publication.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { EndpointAnswer } from '../../../../src-shared/model/evidence/adfs';
import type { CertificateFacts, TlsVerification } from '../../../../src-shared/model/evidence/pki';
import { answered } from '../answers';
import { describeCheck, failed, record } from '../check-cases';
import { federationService } from '../contoso';
import { systemOf } from '../hosts';
import { certificate } from '../pki/authorities';
import { farmId } from './farm-settings';

const target = `${federationService} from outside`;
const answer = (name: EndpointAnswer['name'], status?: number, expectedContent = status === 200): EndpointAnswer => ({
  name,
  url: `https://${federationService}/${name}`,
  expectedContent,
  ...(status === undefined ? { problem: 'No answer within ten seconds.' } : { status }),
});
const endpoints = (...answers: readonly EndpointAnswer[]): EvidenceRecord =>
  record('adfs.endpoints', target, { host: federationService, answers, outside: true });
const reachable = endpoints(answer('metadata', 200), answer('openid', 200), answer('mex', 200));
const silent = endpoints(answer('metadata'), answer('openid'));

const trusted: TlsVerification = { trusted: true, nameMatches: true, protocol: 'TLSv1.3' };
const tls = (leaf: Partial<CertificateFacts> = {}, verification = trusted, outside = true): EvidenceRecord =>
  record('adfs.tls', outside ? target : federationService, {
    host: federationService,
    port: 443,
    chain: [
      certificate({
        isCa: false,
        selfIssued: false,
        dnsNames: [federationService],
        notBefore: '2026-01-01T00:00:00Z',
        notAfter: '2027-06-01T00:00:00Z',
        ...leaf,
      }),
    ],
    verification,
    ...(outside ? { outside } : {}),
  });
const proxy = (...healthProblems: readonly string[]): EvidenceRecord =>
  record('adfs.web-application-proxy', 'wap01.contoso.com', {
    host: 'wap01.contoso.com',
    federationService,
    servers: [],
    healthProblems,
  });
const remote = answered('extranet-use', 'remote');
const inside = answered('extranet-use', 'domain-only');

describeCheck(check, [
  {
    name: 'reachable with a trusted certificate',
    evidence: [reachable, tls(), remote],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  { name: 'reachable, nobody was asked', evidence: [reachable, tls()], outcome: 'pass' },
  {
    name: 'reachable, and the proxies are well',
    evidence: [reachable, tls(), proxy(), systemOf('wap01.contoso.com', { role: 'wap', build: 20_348 })],
    outcome: 'pass',
    objects: { [farmId]: 'pass', 'host:wap01.contoso.com': 'pass' },
  },
  {
    name: 'the certificate has expired',
    evidence: [reachable, tls({ notAfter: '2026-11-01T00:00:00Z' })],
    outcome: 'fail',
    severity: 'medium',
    says: ['has expired'],
  },
  {
    name: 'the certificate has expired, and people work outside',
    evidence: [reachable, tls({ notAfter: '2026-11-01T00:00:00Z' }), remote],
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'the certificate is of another name, and Entra joined devices are in scope',
    evidence: [reachable, tls({}, { ...trusted, nameMatches: false })],
    scope: { joinTypes: { hybridJoined: true, entraJoined: true } },
    outcome: 'fail',
    severity: 'high',
    says: ['does not carry the name'],
  },
  {
    name: 'the certificate expires soon',
    evidence: [reachable, tls({ notAfter: '2026-12-01T00:00:00Z' })],
    outcome: 'warning',
    severity: 'medium',
    says: ['expires in 8 days'],
  },
  {
    name: 'an error page of the proxy',
    evidence: [endpoints(answer('metadata', 503), answer('openid', 200)), tls(), remote],
    outcome: 'fail',
    severity: 'high',
    says: ['metadata gives status 503'],
  },
  {
    name: 'a proxy that reports a problem',
    evidence: [reachable, tls(), proxy('SSL certificate')],
    outcome: 'fail',
    says: ['The proxy reports: SSL certificate'],
    objects: { [farmId]: 'pass', 'host:wap01.contoso.com': 'fail' },
  },
  { name: 'such a proxy, and nothing from outside', evidence: [proxy('AD FS is down')], outcome: 'fail' },
  {
    name: 'sound proxies, and nothing from outside',
    evidence: [proxy(), remote],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['was not asked from outside', 'wap01.contoso.com'],
  },
  { name: 'nothing answers outside', evidence: [silent, remote], outcome: 'unknown', reason: 'unreachable' },
  {
    name: 'nothing answers outside, and nobody needs it',
    evidence: [silent, inside],
    outcome: 'warning',
    severity: 'medium',
    says: ['from inside only'],
  },
  { name: 'not asked from outside, and nobody needs it', evidence: [inside], outcome: 'warning' },
  {
    name: 'published although nobody needs it',
    evidence: [reachable, tls(), inside],
    outcome: 'pass',
  },
  {
    name: 'broken although nobody needs it',
    evidence: [reachable, tls({ notAfter: '2026-11-01T00:00:00Z' }), inside],
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'nobody needs it, but Entra joined devices are in scope',
    evidence: [inside],
    scope: { joinTypes: { hybridJoined: true, entraJoined: true } },
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'the certificate was not seen', evidence: [reachable], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'what is seen from inside says nothing',
    evidence: [
      record('adfs.endpoints', federationService, {
        host: federationService,
        answers: [answer('metadata', 200), answer('openid', 200)],
      }),
      tls({}, trusted, false),
      remote,
    ],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a root that this computer does not know',
    evidence: [reachable, tls({}, { ...trusted, trusted: false, errorCode: 'SELF_SIGNED_CERT_IN_CHAIN' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no session from outside',
    evidence: [failed('adfs.endpoints', target, 'unreachable', 'The name does not resolve.'), remote],
    outcome: 'unknown',
    reason: 'unreachable',
    says: ['The name does not resolve.'],
  },
  { name: 'nothing at all', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);
